using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Of rows as they lie those that are known, in the order in which they are told.</summary>
public class KnownTests
{
    private static string Told(params (int Key, int Id)[] rows)
    {
        var known = Known<(int Key, int Id)>.Of(rows, rows.Length, static (in row) => row.Key > 0, static (in row) => new SortKey(row.Key, 0));

        return string.Join(' ', known.All.ToArray().Select(row => row.Id));
    }

    [Fact]
    public void Rows_come_by_their_keys_and_without_those_that_are_not_known_yet()
    {
        Assert.Equal("2 3 1", Told((30, 1), (10, 2), (20, 3)));
        Assert.Equal("3 1", Told((30, 1), (0, 2), (20, 3)));
        Assert.Equal("", Told((0, 1), (0, 2)));
        Assert.Equal("", Told());
    }

    [Fact]
    public void Rows_of_equal_keys_come_as_they_lie()
    {
        (int Key, int Id)[] rows = [.. Enumerable.Range(0, 200).Select(id => (id * 7 % 5, id))];

        Assert.Equal(string.Join(' ', rows.Where(row => row.Key > 0).OrderBy(row => row.Key).Select(row => row.Id)), Told(rows));
    }
}
