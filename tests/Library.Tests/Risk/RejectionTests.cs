using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class RejectionTests
{
    private const string Others = "KZ-08";
    private const string Cheaper = "KZ-09";
    private const decimal Fifty = 50 * 4325;

    private static CaseFile Rejecting(int rejected) =>
        Tender().File([(9_000_000, Won), .. Enumerable.Repeat(((decimal?)9_500_000, Rejected), rejected)]);

    private static CaseFile Race(decimal? winner, decimal? cheapest, int method = 2) =>
        (Tender() with { MethodId = method }).File((winner, Won), (cheapest, Rejected));

    /// <summary>Twenty buyers with ten lots of two bids each, of which none to two were rejected; and ours, which rejected so many.</summary>
    private static CaseFile HabitualBuyer(int rejected, int ownLots = 10, int others = 20)
    {
        var file = Race(9_000_000, 9_500_000);
        var (lots, bids) = (new List<Lot>(), new List<Bid>());
        for (var buyer = 0; buyer <= others; buyer++)
            for (var i = 0; i < (buyer == 0 ? ownLots : 10); i++)
            {
                var lot = Tender().Repeat(1000 + (buyer * 100) + i, $"7{buyer:00}{i:00}-ОК1", Given.Astana(2025, 11, 1)) with
                {
                    BuyerBin = buyer == 0 ? Given.Buyer : $"9800000000{buyer:00}",
                };
                lots.Add(lot);
                bids.AddRange(lot.Bids((9_000_000, Won), (9_500_000, i < (buyer == 0 ? rejected : buyer % 3) ? Rejected : Lost)));
            }

        return file with { Population = Population(lots, bids) };
    }

    internal static IEnumerable<CaseFile> Firing() =>
        [Rejecting(2), Rejecting(1), Race(9_800_000, 9_200_000), Race(9_800_000, 9_200_000, 3), HabitualBuyer(9)];

    [Theory]
    [InlineData(0, "clear")]
    [InlineData(1, "T3 one")]
    [InlineData(2, "T2")]
    [InlineData(3, "T2")]
    public void Everybody_else_rejected_by_number(int rejected, string told) =>
        Assert.Equal(told, Rejecting(rejected).Judge(Others).Told());

    [Fact]
    public void Somebody_else_left_in_the_race_is_clear()
    {
        var second = Tender().File((9, Won), (9, Rejected), (9, Rejected), (9, "Второй победитель"));
        Assert.Equal("clear", second.Judge(Others).Told());
        Assert.Equal("clear", Tender().File((9, Won), (9, Rejected), (9, Rejected), (9, Lost)).Judge(Others).Told());
        Assert.Equal("no_winner", Tender().File((9, Rejected), (9, Rejected)).Judge(Others).Told());
    }

    [Theory]
    [InlineData(3, "automatic_result")]
    [InlineData(60, "automatic_result")]
    [InlineData(188, "automatic_result")]
    [InlineData(201, "T2")]
    [InlineData(120, "T2")]
    public void Where_the_portal_decides_nobody_is_rejected_by_a_commission(int method, string told)
    {
        var file = Rejecting(2);
        Assert.Equal(told, (file with { Lot = file.Lot with { MethodId = method } }).Judge(Others).Told());
    }

    [Fact]
    public void Without_the_portals_words_for_rejected_bids_nothing_is_judged()
    {
        Assert.Equal("? bid_statuses", Rejecting(2).Judge(Others, Catalogue.Current).Told());
        Assert.Equal("? bid_statuses", Race(9_000_000, 8_500_000).Judge(Cheaper, Catalogue.Current).Told());
        Assert.Equal("? bid_statuses",
            (Rejecting(2) with { Bids = [.. Rejecting(2).Bids!, Tender().Bid(Firm(9), 5, Unheard)] }).Judge(Others).Told());
    }

    [Fact]
    public void The_usual_share_of_rejected_bids_is_shown()
    {
        var usual = HabitualBuyer(9).Judge(Others).Evidence.Single(item => item.Field == "usualShareRejected");

        Assert.Equal(30 / 420.0, double.Parse(usual.Value, System.Globalization.CultureInfo.InvariantCulture), 10);
        Assert.DoesNotContain(Rejecting(2).Judge(Others).Evidence, item => item.Field == "usualShareRejected");
        Assert.Equal((2, 3), (Rejecting(2).Judge(Others).Facts["count"], Rejecting(2).Judge(Others).Facts["all"]));
    }

    [Fact]
    public void A_cheaper_bid_rejected_fires_from_three_percent_and_fifty_indices()
    {
        Assert.Equal("T2 cheaper", Race(9_700_000, 9_409_000).Judge(Cheaper).Told());                      // exactly 3 %
        Assert.Equal("clear", Race(9_700_000, 9_409_001).Judge(Cheaper).Told());
        Assert.Equal("clear", Race(9_700_000, 9_800_000).Judge(Cheaper).Told());
        Assert.Equal("clear", Tender().File((9_700_000, Won), (9_300_000, Lost)).Judge(Cheaper).Told());
    }

    [Fact]
    public void Fifty_indices_are_the_least_that_is_worth_a_check()
    {
        var five = Tender() with { Amount = 6_000_000 };
        Assert.Equal("T2 cheaper", five.File((5_900_000, Won), (5_900_000 - Fifty, Rejected)).Judge(Cheaper).Told());
        Assert.Equal("clear", five.File((5_900_000, Won), (5_900_000 - Fifty + 1, Rejected)).Judge(Cheaper).Told());
    }

    [Theory]
    [InlineData(9_000_000, "price_floor")]      // ten percent: the floor of goods
    [InlineData(8_990_001, "price_floor")]
    [InlineData(8_900_000, "price_floor")]      // below the floor, which must be rejected
    [InlineData(9_020_000, "T2 cheaper")]
    public void Bids_at_or_below_the_floor_are_left_out(int cheapest, string told) =>
        Assert.Equal(told, Race(9_800_000, cheapest).Judge(Cheaper).Told());

    [Fact]
    public void The_next_one_above_the_floor_decides()
    {
        var file = Tender().File((9_800_000, Won), (8_000_000, Rejected), (9_200_000, Rejected));
        Assert.Equal(("T2 cheaper", 9_200_000m), (file.Judge(Cheaper).Told(), (decimal)file.Judge(Cheaper).Facts["price"]));
        Assert.Equal("clear", Tender().File((9_800_000, Won), (9_100_000, Lost), (9_200_000, Rejected)).Judge(Cheaper).Told());
    }

    [Fact]
    public void Methods_and_missing_fields_of_a_cheaper_bid()
    {
        Assert.Equal("T3 by_portal", Race(9_800_000, 9_200_000, 3).Judge(Cheaper).Told());
        Assert.Equal("price_floor", Race(9_800_000, 9_200_000, 188).Judge(Cheaper).Told());
        Assert.Equal("price_floor", Race(9_800_000, 9_200_000, 201).Judge(Cheaper).Told());
        Assert.Equal("? floor_kind", Race(9_800_000, 9_200_000, 60).Judge(Cheaper).Told());
        Assert.Equal("no_winner", Tender().File((9_800_000, Rejected)).Judge(Cheaper).Told());
        Assert.Equal("? bid_amounts", Race(null, 9_200_000).Judge(Cheaper).Told());
        Assert.Equal("? bid_amounts", Race(9_800_000, null).Judge(Cheaper).Told());
        var later = Race(9_800_000, 9_200_000);
        var year = later with { AsOf = Given.Astana(2029, 1, 1), Lot = later.Lot with { Published = Given.Astana(2028, 2, 10) } };
        Assert.Equal("? mci", year.Judge(Cheaper).Told());
        var finding = Race(9_800_000, 9_200_000).Judge(Cheaper);
        Assert.Equal((600_000m, 6.1m), ((decimal)finding.Facts["more"], (decimal)finding.Facts["percent"]));
        Assert.Equal((600_000 / 98_000.0 / 3 - 1) / 2, finding.Strength, 10);
    }

    [Fact]
    public void A_buyer_that_rejects_more_than_nearly_all_others_is_told_of()
    {
        // the others reject 0, 5 or 10 % of bids: quartiles 0 and 0.1, fence 0.25
        Assert.Equal("clear", HabitualBuyer(4).Judge(Cheaper).Told());
        Assert.Equal("T2 buyer", HabitualBuyer(5).Judge(Cheaper).Told());
        Assert.Equal(("buyer", Given.Buyer), (HabitualBuyer(9).Judge(Cheaper).Subject.Kind, HabitualBuyer(9).Judge(Cheaper).Subject.Id));
        Assert.Equal(("T2 buyer", "clear"),
            (HabitualBuyer(9, others: 19).Judge(Cheaper).Told(), HabitualBuyer(9, others: 18).Judge(Cheaper).Told()));
        Assert.Equal("clear", HabitualBuyer(9, ownLots: 9).Judge(Cheaper).Told());
        Assert.Equal("clear", (HabitualBuyer(9) with { Bids = Tender().Bids((9_000_000, Won), (9_500_000, Lost)) }).Judge(Cheaper).Told());
        Assert.Equal("clear", (HabitualBuyer(9) with { Lot = Tender() with { MethodId = 3 } }).Judge(Cheaper).Told());
    }
}
