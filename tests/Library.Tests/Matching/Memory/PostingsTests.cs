using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class PostingsTests
{
    [Fact]
    public void Thousands_of_lists_growing_side_by_side_hold_what_was_put_in_each()
    {
        var (lists, expected) = (new Postings(), new List<List<int>>());
        Grow(lists, expected, new Random(1), 60_000);
        AssertSame(expected, lists);
    }

    [Fact]
    public void Lists_come_back_from_a_file_and_grow_on()
    {
        var random = new Random(2);
        var (lists, expected) = (new Postings(), new List<List<int>>());
        Grow(lists, expected, random, 30_000);
        var again = InFile.Again(lists.Write, Postings.Read);
        AssertSame(expected, again);
        Grow(again, expected, random, 30_000);
        AssertSame(expected, again);
        AssertSame(expected, InFile.Again(again.Write, Postings.Read));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(1022)]
    [InlineData(1023)]
    [InlineData(100_000)]
    public void A_list_of_any_length_is_read_in_order(int length)
    {
        var lists = new Postings();
        var list = lists.AddList();
        for (var i = 0; i < length; i++)
            lists.Append(list, i);
        Assert.Equal(length, lists.LengthOf(list));
        Assert.Equal(Enumerable.Range(0, length), Values(lists, list));
    }

    [Fact]
    public void A_list_that_was_never_made_has_nothing_to_read()
    {
        Postings.Reader none = default;
        Assert.False(none.MoveNext());
    }

    /// <summary>Adds new lists and values to old ones, most values to a few lists, as words are.</summary>
    private static void Grow(Postings lists, List<List<int>> expected, Random random, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (expected.Count == 0 || random.Next(10) == 0)
            {
                Assert.Equal(expected.Count, lists.AddList());
                expected.Add([]);
                continue;
            }

            var list = (int)(expected.Count * Math.Pow(random.NextDouble(), 8));
            var value = random.Next();
            lists.Append(list, value);
            expected[list].Add(value);
        }
    }

    private static void AssertSame(List<List<int>> expected, Postings lists)
    {
        Assert.Equal(expected.Count, lists.Count);
        for (var list = 0; list < expected.Count; list++)
        {
            Assert.Equal(expected[list].Count, lists.LengthOf(list));
            Assert.Equal(expected[list], Values(lists, list));
        }
    }

    private static List<int> Values(Postings lists, int list)
    {
        var values = new List<int>();
        foreach (var run in lists.Read(list))
            values.AddRange(run);
        return values;
    }
}
