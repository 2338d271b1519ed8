using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class ColumnTests
{
    private const int Page = Column<int>.PageLength;

    [Fact]
    public void Values_stay_where_they_were_put_over_many_pages()
    {
        var column = new Column<int>();
        for (var i = 0; i < 3 * Page + 5; i++)
            Assert.Equal(i, column.Add(7 * i));
        Assert.Equal(3 * Page + 5, column.Count);
        for (var i = 0; i < column.Count; i++)
            Assert.Equal(7 * i, column[i]);
    }

    [Fact]
    public void A_value_can_be_changed_in_place()
    {
        var column = new Column<long>();
        for (var i = 0; i < 10; i++)
            column.Add(i);
        column[3]++;
        ref var last = ref column[9];
        last = -1;
        Assert.Equal([0, 1, 2, 4, 4, 5, 6, 7, 8, -1], column.Run(0, 10).ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(513)]
    [InlineData(5000)]
    [InlineData(Page)]
    public void A_run_lies_within_one_page_and_no_two_runs_touch(int length)
    {
        var column = new Column<int>();
        column.Add(-1);
        var starts = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            starts.Add(column.Reserve(length));
            column.Run(starts[i], length).Fill(i);
        }

        for (var i = 0; i < starts.Count; i++)
        {
            Assert.Equal(starts[i] / Page, (starts[i] + length - 1) / Page);
            Assert.All(column.Run(starts[i], length).ToArray(), value => Assert.Equal(i, value));
        }

        Assert.Equal(-1, column[0]);
    }

    [Fact]
    public void A_run_that_just_fits_leaves_no_gap()
    {
        var column = new Column<int>();
        column.Reserve(Page - 10);
        Assert.Equal(Page - 10, column.Reserve(10));
        Assert.Equal(Page, column.Reserve(1));
        Assert.Equal(2 * Page, column.Reserve(Page));
    }

    [Fact]
    public void A_run_of_nothing_takes_no_room_and_can_be_read()
    {
        var column = new Column<int>();
        Assert.True(column.Run(column.Reserve(0), 0).IsEmpty);
        column.Reserve(Page);
        Assert.True(column.Run(column.Reserve(0), 0).IsEmpty);
        Assert.Equal(Page, column.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Page - 1)]
    [InlineData(Page)]
    [InlineData(Page + 1)]
    [InlineData(4 * Page + 77)]
    public void A_column_comes_back_from_a_file_and_grows_on(int count)
    {
        var column = new Column<int>();
        for (var i = 0; i < count; i++)
            column.Add(i ^ 0x5555);
        var again = InFile.Again(column.Write, Column<int>.Read);
        Assert.Equal(count, again.Count);
        for (var i = 0; i < count; i++)
            Assert.Equal(i ^ 0x5555, again[i]);
        Assert.Equal(count, again.Add(42));
        Assert.Equal(42, again[count]);
    }

    [Fact]
    public void A_gap_at_the_end_of_a_page_comes_back_as_a_gap()
    {
        var column = new Column<int>();
        column.Add(1);
        var start = column.Reserve(Page);
        column.Run(start, Page).Fill(2);
        var again = InFile.Again(column.Write, Column<int>.Read);
        Assert.Equal(column.Count, again.Count);
        Assert.All(again.Run(start, Page).ToArray(), value => Assert.Equal(2, value));
    }

    [Fact]
    public void A_file_that_ends_too_early_is_noticed()
    {
        using var reader = new BinaryReader(new MemoryStream([100, 0, 0, 0, 1, 2, 3]));
        Assert.Throws<EndOfStreamException>(() => Column<int>.Read(reader));
    }
}
