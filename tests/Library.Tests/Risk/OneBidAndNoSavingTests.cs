using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class OneBidAndNoSavingTests
{
    private const string Code = "KZ-12";
    private const string OtherRegion = "711010000";

    /// <summary>So many lots of the same thing with so many bidders each.</summary>
    private static CaseFile Among(int lots,
        int bidders, decimal offer = 9_950_000, string place = Given.Place, int withOne = 0, DateTimeOffset? day = null)
    {
        var others = Enumerable.Range(100, lots)
            .Select(id => Tender().Repeat(id, $"8600{id}-ОК1", day ?? Given.Astana(2025, 11, 1)) with { Places = [place] }).ToList();
        var bids = others.SelectMany((lot, i) => lot.Bids([.. Enumerable.Repeat(((decimal?)9_000_000, Lost), i < withOne ? 1 : bidders)]));

        return Tender().File((offer, Won)) with { Population = Population(others, bids) };
    }

    internal static IEnumerable<CaseFile> Firing() => [Among(12, 3), Among(0, 0)];

    [Theory]
    [InlineData(12, 3, 9_950_000, "T2 no_saving")]
    [InlineData(12, 3, 9_900_001, "T2 no_saving")]
    [InlineData(12, 3, 9_900_000, "T3")]                // a saving of one percent
    [InlineData(12, 2, 9_950_000, "T3")]
    [InlineData(11, 3, 9_950_000, "T3")]                // too few to know what is usual
    public void A_single_bid_without_saving_where_three_usually_come(int lots, int bidders, int offer, string told) =>
        Assert.Equal(told, Among(lots, bidders, offer).Judge(Code).Told());

    [Fact]
    public void Another_region_serves_where_the_own_one_has_too_few()
    {
        Assert.Equal("T2 no_saving", Among(12, 3, place: OtherRegion).Judge(Code).Told());
        Assert.Equal("country", Among(12, 3, place: OtherRegion).Judge(Code).Benchmark!.Level);
        Assert.Equal(("region", 12, 3m), Among(12, 3).Judge(Code).Benchmark is { } b ? (b.Level, b.Count, b.Median) : default);
        Assert.Equal("T3", Among(12, 4, withOne: 7).Judge(Code).Told());
        Assert.Equal("T2 no_saving", Among(12, 3, withOne: 1).Judge(Code).Told());
    }

    [Theory]
    [InlineData(20, 2, "T2 no_saving")]     // one in ten is the most that is seldom
    [InlineData(19, 2, "T3")]
    [InlineData(20, 3, "T3")]
    [InlineData(12, 5, "T3")]               // three usually come, and one bid is ordinary all the same
    public void Where_more_than_one_lot_in_ten_has_one_bid_it_is_context(int lots, int withOne, string told) =>
        Assert.Equal(told, Among(lots, 4, withOne: withOne).Judge(Code).Told());

    [Theory]
    [InlineData(30, 24, Given.Place, "one_bid_usual")]
    [InlineData(30, 23, Given.Place, "T3")]
    [InlineData(29, 29, Given.Place, "T3")]
    [InlineData(30, 30, OtherRegion, "T3")]
    public void Where_one_bid_is_usual_it_is_no_sign(int lots, int withOne, string place, string told) =>
        Assert.Equal(told, Among(lots, 3, place: place, withOne: withOne).Judge(Code).Told());

    [Fact]
    public void Only_the_last_24_months_count()
    {
        Assert.Equal("one_bid_usual", Among(30, 1, day: Given.Astana(2024, 3, 5).AddDays(-19)).Judge(Code).Told());
        Assert.Equal("T3", Among(30, 1, day: Given.Astana(2024, 3, 5).AddDays(-20)).Judge(Code).Told());
        var file = Among(30, 1);
        var planned = Tender().Repeat(500, "1-ОК1", Given.Astana(2025, 1, 1)) with { MethodId = 23 };
        Assert.Equal("T3", (file with { Population = Population([planned], planned.Bids((1, Won))) }).Judge(Code).Told());
    }

    [Fact]
    public void Several_bids_or_none_held_are_no_sign()
    {
        var file = Among(12, 3);

        Assert.Equal("clear", (file with { Bids = file.Lot.Bids((1, Won), (2, Rejected)) }).Judge(Code).Told());
        Assert.Equal("not_held",
            (file with { Lot = file.Lot with { StatusId = 370 }, Bids = file.Lot.Bids((1, Rejected)) }).Judge(Code).Told());
        Assert.Equal("T2 no_saving", (file with { Lot = file.Lot with { StatusId = null } }).Judge(Code).Told());
        Assert.Equal("? bid_statuses", (file with { Lot = file.Lot with { StatusId = null }, Bids = [] }).Judge(Code).Told());
        Assert.Equal("? bid_statuses", (file with { Bids = [] }).Judge(Code).Told());
        Assert.Equal("? bid_statuses", (file with { Bids = file.Lot.Bids((9_950_000, Unheard)) }).Judge(Code).Told());
        Assert.Equal("? bid_statuses", (file with { Bids = file.Lot.Bids((9_950_000, Won), (1, Unheard)) }).Judge(Code).Told());
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var file = Among(12, 3);

        Assert.Equal("? enstru", (file with { Lot = file.Lot with { Enstru = null } }).Judge(Code).Told());
        Assert.Equal("? places", (file with { Lot = file.Lot with { Places = [] } }).Judge(Code).Told());
        Assert.Equal("? population", (file with { Population = null }).Judge(Code).Told());
        Assert.Equal("T3", (file with { Lot = file.Lot with { Amount = null } }).Judge(Code).Told());
        Assert.Equal("T3", (file with { Bids = file.Lot.Bids((null, Won)) }).Judge(Code).Told());
        Assert.Equal((0.5m, 1m, 1d), (file.Judge(Code).Value, file.Judge(Code).Threshold, file.Judge(Code).Strength));
    }
}
