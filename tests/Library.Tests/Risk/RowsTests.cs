using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Rows of a table: put in order in place, equal ones once, and what was lent is never changed.</summary>
public class RowsTests
{
    private static ActFact Act(long id, long root = 1, int late = 0) => new() { Id = id, Root = root, DaysLate = late };

    private static SortKey KeyOf(in ActFact act) => new(act.Root, act.Id);

    private static Rows<ActFact> Of(params IEnumerable<ActFact> acts)
    {
        var rows = new Rows<ActFact>();
        foreach (var act in acts)
            rows.Add(act);
        return rows;
    }

    private static IEnumerable<long> Ids(ActFact[] lent, int count) => lent[..count].Select(act => act.Id);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(500)]
    public void Any_number_of_rows_is_put_in_order_whatever_their_order_was(int count)
    {
        var shuffled = Enumerable.Range(1, count).Select(id => Act(id)).ToArray();
        new Random(count).Shuffle(shuffled);
        var rows = Of(shuffled);

        Assert.Equal(Enumerable.Range(1, count).Select(id => (long)id), Ids(rows.Lend(KeyOf), rows.Count));
        Assert.Equal(count, rows.Span.Length);
        Assert.Equal(rows.Span.ToArray(), System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ActFact>(rows.Bytes).ToArray());
    }

    [Fact]
    public void Equal_rows_stand_once_and_rows_of_one_key_in_the_order_of_their_contents()
    {
        var rows = Of(Act(2, late: 5), Act(1), Act(2, late: 3), Act(1), Act(2, late: 5), Act(3), Act(2, late: 4));

        Assert.Equal([0, 3, 4, 5, 0], rows.Lend(KeyOf)[..rows.Count].Select(act => act.DaysLate));
        Assert.Equal(5, rows.Count);
        Assert.Empty(Of().Lend(KeyOf));
    }

    [Fact]
    public void What_was_lent_stays_as_it_was()
    {
        var rows = Of(Act(5), Act(1), Act(3));
        var lent = rows.Lend(KeyOf);
        var before = lent.ToArray();

        rows.Add(Act(2));
        rows.Add(Act(4));
        Assert.Equal([1L, 2, 3, 4, 5], Ids(rows.Lend(KeyOf), rows.Count));
        Assert.Equal(before[..3], lent[..3]);

        var again = rows.Lend();
        rows.RemoveAll(act => act.Id < 3);
        Assert.Equal([3L, 4, 5], rows.Span.ToArray().Select(act => act.Id));
        Assert.Equal([1L, 2, 3, 4, 5], Ids(again, 5));
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(17, 17)]    // room grows by a half, to 24
    [InlineData(20, 20)]    // 4 places are more than an eighth
    [InlineData(21, 24)]
    [InlineData(22, 24)]
    public void A_table_that_is_lent_has_at_most_an_eighth_of_empty_room(int count, int room) =>
        Assert.Equal(room, Of(Enumerable.Range(1, count).Select(id => Act(id))).Lend(KeyOf).Length);

    [Fact]
    public void What_was_lent_with_room_behind_it_is_not_put_in_order_again()
    {
        var rows = Of(Enumerable.Range(2, 22).Select(id => Act(id)));
        var lent = rows.Lend(KeyOf);

        Assert.Same(lent, rows.Lend(KeyOf));
        rows.Add(Act(1));
        Assert.Equal(Enumerable.Range(1, 23).Select(id => (long)id), Ids(rows.Lend(KeyOf), rows.Count));
        Assert.Equal(Enumerable.Range(2, 22).Select(id => (long)id), Ids(lent, 22));
    }

    [Fact]
    public void Rows_are_taken_out_wherever_they_lie()
    {
        var rows = Of(Act(4), Act(2), Act(3), Act(1));

        rows.RemoveAll(act => act.Id > 9);
        Assert.Equal(4, rows.Count);
        rows.RemoveAll(act => act.Id is 2 or 1);
        Assert.Equal([4L, 3], rows.Span.ToArray().Select(act => act.Id));
        rows.Add(Act(2));
        Assert.Equal([2L, 3, 4], Ids(rows.Lend(KeyOf), rows.Count));
        rows.RemoveAll(_ => true);
        Assert.Equal(0, rows.Count);
    }

    [Fact]
    public void Room_for_rows_is_filled_by_the_caller()
    {
        var rows = Of(Act(9));
        var room = rows.Fill(2);
        (room[0], room[1]) = (Act(7), Act(6));

        Assert.Equal([6L, 7], Ids(rows.Lend(KeyOf), rows.Count));
    }
}
