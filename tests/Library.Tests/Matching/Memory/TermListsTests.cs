using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class TermListsTests
{
    [Fact]
    public void Each_list_keeps_its_numbers_also_through_a_file()
    {
        var random = new Random(8);
        var expected = Enumerable.Range(0, 2000).Select(_ => Enumerable.Range(0, random.Next(60)).Select(_ => random.Next()).ToArray()).ToList();
        var lists = new TermLists();
        foreach (var list in expected.Take(1500))
            lists.Add(list);
        lists = InFile.Again(lists.Write, TermLists.Read);
        foreach (var list in expected.Skip(1500))
            lists.Add(list);
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], lists[i].ToArray());
    }

    [Fact]
    public void Of_a_list_as_long_as_a_specification_the_beginning_is_kept()
    {
        var lists = new TermLists();
        lists.Add([.. Enumerable.Range(0, 100_000)]);
        lists.Add([7]);
        Assert.Equal(Enumerable.Range(0, TermLists.Longest), lists[0].ToArray());
        Assert.Equal([7], lists[1].ToArray());
    }
}
