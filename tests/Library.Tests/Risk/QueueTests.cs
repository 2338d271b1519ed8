using FsCheck;
using FsCheck.Fluent;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class QueueTests
{
    private static RiskReport Report(string number, string? buyer, Level level, double order) => new()
    {
        LotNumber = number,
        BuyerBin = buyer,
        AsOf = Given.AsOf,
        CatalogueVersion = "test",
        Findings = [],
        Level = level,
        Order = order,
    };

    private static IEnumerable<string[]> Numbers(IEnumerable<RiskReport> reports, int pageSize) =>
        Queue.Order(reports, pageSize).Select(page => page.Select(report => report.LotNumber).ToArray());

    [Fact]
    public void Level_comes_first_then_order_then_number()
    {
        RiskReport[] reports =
        [
            Report("d", "1", Level.Low, 9), Report("c", "2", Level.High, 1), Report("b", "3", Level.High, 2), Report("a", "4", Level.High, 1),
        ];

        Assert.Equal([["b", "a", "c", "d"]], Numbers(reports, 10));
    }

    [Fact]
    public void One_buyer_takes_a_fifth_of_a_page_and_the_rest_waits()
    {
        var rich = Enumerable.Range(1, 5).Select(i => Report($"r{i}", "1", Level.High, 9 - i));
        var others = Enumerable.Range(0, 9).Select(i => Report($"o{i}", $"2{i}", Level.Low, 9 - i));

        Assert.Equal(
            [["r1", "r2", "o0", "o1", "o2", "o3", "o4", "o5", "o6", "o7"], ["r3", "r4", "o8"], ["r5"]],
            Numbers([.. rich, .. others], 10));
    }

    [Fact]
    public void A_small_page_still_takes_one_lot_of_each_buyer() =>
        Assert.Equal([["a", "c"], ["b"]], Numbers([Report("a", "1", Level.High, 3), Report("b", "1", Level.High, 2), Report("c", "2", Level.Low, 1)], 4));

    [Fact]
    public void Lots_without_a_buyer_do_not_wait_for_each_other() =>
        Assert.Equal([["a", "b"]], Numbers([Report("a", null, Level.High, 3), Report("b", null, Level.High, 2)], 5));

    [Fact]
    public void Of_lots_with_one_number_the_smaller_buyer_comes_first()
    {
        var pages = Queue.Order([Report("a", "2", Level.High, 1), Report("a", "1", Level.High, 1)], 10);

        Assert.Equal(["1", "2"], pages.Single().Select(report => report.BuyerBin));
    }

    [Fact]
    public void A_page_has_room_for_one_lot_at_least() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Queue.Order([], 0));

    [Fact]
    public void Whatever_comes_in_whatever_order_comes_out_once_and_no_page_has_too_much_of_one_buyer() =>
        Prop.ForAll(Gen.Choose(0, 11).ArrayOf().ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (kinds, pageSize) =>
        {
            var reports = kinds.Select((kind, i) => Report($"{i:000}", $"{kind % 3}", (Level)(kind % 4), kind)).ToList();
            var pages = Queue.Order(reports, pageSize);
            var most = Math.Max(1, pageSize / 5);

            return pages.SelectMany(page => page).OrderBy(r => r.LotNumber).SequenceEqual(reports)
                && pages.All(page => page.Count <= pageSize && page.GroupBy(r => r.BuyerBin).All(own => own.Count() <= most))
                && pages.SelectMany(page => page).SequenceEqual(Queue.Order(reports.AsEnumerable().Reverse(), pageSize).SelectMany(page => page));
        }).QuickCheckThrowOnFailure();
}
