using System.Text;
using Risk.Ocds;
using Xunit;

namespace Library.Tests.Risk.Ocds;

/// <summary>What fired comes in the order of the names' bytes, wherever names begin to differ.</summary>
public sealed class MarksTests
{
    private const string Sixteen = "ABCDEFGHIJKLMNOP";    // as many bytes as are compared at once

    [Theory]
    [InlineData("b", "a", "c")]
    [InlineData("ab", "a", "abc", "")]
    [InlineData("ocds-1-10", "ocds-1-9", "ocds-1-1")]
    [InlineData("ocds-" + Sixteen + "2", "ocds-" + Sixteen + "1", "ocds-" + Sixteen, "ocds-x")]
    [InlineData("a" + Sixteen + "b", "a" + Sixteen + "a", "b")]
    [InlineData("a\0", "a", "a\0\0", "b")]
    [InlineData("ә", "а", "z", "я", "\U0001F600")]
    public void Names_come_in_the_order_of_their_bytes(params string[] texts)
    {
        var names = new Names(texts);
        var marks = new Marks();
        for (var number = 0; number < texts.Length; number++)
            marks.Set(Group.Buyer, number, Code.R038, number, line: 1);

        var found = marks.Of(Group.Buyer, names);

        Assert.Equal(
            texts.Order(Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)))),
            found.Select(mark => Encoding.UTF8.GetString(names[mark.Name])));
        Assert.All(found, mark => Assert.Equal(mark.Name, mark.Value));
    }

    [Fact]
    public void Codes_of_one_name_come_in_the_order_of_their_numbers()
    {
        var marks = new Marks();
        foreach (var code in new[] { Code.R058, Code.R003, Code.R030 })
            marks.Set(Group.Ocid, 0, code, 1, line: 1);

        Assert.Equal([Code.R003, Code.R030, Code.R058], marks.Of(Group.Ocid, new Names(["a"])).Select(mark => mark.Code));
        Assert.Empty(marks.Of(Group.Buyer, new Names(["a"])));
    }

    [Fact]
    public void Of_two_workers_the_later_line_counts()
    {
        var (one, other) = (new Marks(), new Marks());
        one.Set(Group.Ocid, 0, Code.R003, .25, line: 7);
        other.Set(Group.Ocid, 1, Code.R003, .5, line: 6);
        other.Set(Group.Tenderer, 0, Code.R025, .75, line: 1);

        one.Absorb(other, ocids: [9, 0], names: [3]);

        Assert.Equal([(0, .25)], one.Of(Group.Ocid, new Names(["a"])).Select(mark => (mark.Name, mark.Value)));
        Assert.Equal([(3, .75)], one.Of(Group.Tenderer, new Names(["a", "b", "c", "d"])).Select(mark => (mark.Name, mark.Value)));
    }

    [Fact]
    public void What_a_line_says_again_takes_the_place_of_what_it_said()
    {
        var marks = new Marks();
        foreach (var (value, line) in new[] { (.25, 7L), (.5, 7), (.75, 6) })
            marks.Set(Group.Ocid, 0, Code.R003, value, line);

        Assert.Equal([.5], marks.Of(Group.Ocid, new Names(["a"])).Select(mark => mark.Value));
    }
}
