using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Tables;

/// <summary>Each table that is known, and what becomes of its rows.</summary>
public class TableReaderTests
{
    [Fact]
    public async Task Lots_from_their_pages_are_the_same_as_in_the_bundled_sample()
    {
        var lots = await Fixtures.Records<Lot>("lots-pages.csv");
        var sample = (await SampleTests.Read("lots-2026-02")).Select(reading => (Lot)reading.Record!).ToDictionary(lot => lot.Id);

        Assert.Equal(3, lots.Count);
        Assert.All(lots, lot => Assert.Equal(Fixtures.Said(RussianOnly(sample[lot.Id])), Fixtures.Said(lot)));
    }

    [Fact]
    public async Task Rows_of_a_joined_lot_are_one_lot_with_the_places_of_all()
    {
        var lots = await Fixtures.Records<Lot>("lots-places.csv");

        Assert.Equal(["81610885-ОК2", "39352088-ОЛ-КППТСОПО1"], lots.Select(lot => lot.Number));
        Assert.Equal(["631010000", "791310000", "391010000", "751410000", "711310000", "151010000"], lots[0].Places);
        Assert.Equal((22542909.97m, 7m, 3220415.71m, "279033.900.000002", 370, 2),
            (lots[0].Amount, lots[0].Count, lots[0].UnitPrice, lots[0].Enstru, lots[0].StatusId, lots[0].MethodId));
        Assert.Equal((5160600m, null, null, null, 121), (lots[1].Amount, lots[1].Count, lots[1].UnitPrice, lots[1].Enstru, lots[1].MethodId));
        Assert.Equal("Кефир; Творог; Молоко натуральное; Масло; Сыр", lots[1].Name.Ru);
        Assert.All(lots, lot => Assert.True(lot.Id > 9_000_000_000_000));
    }

    [Fact]
    public async Task Contracts_and_plans_are_read_under_their_own_names()
    {
        var contracts = await Fixtures.Records<Contract>("contracts.csv");
        var plans = await Fixtures.Records<PlanItem>("plans.csv");

        Assert.Equal([(9525399L, (string?)null), (9525386, "040840003763")], contracts.Select(contract => (contract.Id, contract.SupplierBin)));
        Assert.Equal([35511372, 35511343], plans.Select(plan => plan.Id));
        var page = (await Fixtures.Records<PlanItem>("rest-plans.json"))[0];
        Assert.Equal(Fixtures.Said(page), Fixtures.Said(plans[0]));
    }

    [Fact]
    public async Task Bids_of_a_protocol_know_their_announcement_and_outcome()
    {
        var bids = await Fixtures.Records<Bid>("bids-protocol.csv");

        Assert.Equal(5, bids.Count);
        Assert.All(bids, bid => Assert.Equal(10079496, bid.AnnouncementId));
        Assert.Equal((10079496001L, "070340007367", "САПА ҚҰРЫЛЫС 2007"), (bids[0].Id, bids[0].SupplierBin, bids[0].SupplierName.Ru));
        Assert.Equal(["Победитель", "Второй победитель", "Подано"], bids.Take(3).Select(bid => Assert.Single(bid.Lots).StatusName));
        Assert.Equal((9255717084.55m, 10m, 8330145376.1m), (bids[0].Lots[0].Amount, bids[0].Lots[0].Discount, bids[0].Lots[0].DiscountedAmount));
        Assert.Equal(PortalTime.At(new DateTime(2023, 6, 12, 21, 58, 51, 500)), bids[0].HandedIn);
    }

    [Fact]
    public async Task Invented_rows_are_refused_one_by_one_unless_they_are_asked_for()
    {
        await using var file = File.OpenRead(Fixtures.PathOf("lots-invented.csv"));
        var asked = await TableReader.ReadLines(file, takeInvented: true).ToListAsync();
        var readings = await Fixtures.Read(Fixtures.PathOf("lots-invented.csv"));

        Assert.Equal([2, 3], readings.Select(reading => reading.Line));
        Assert.All(readings, reading => Assert.Contains("invented", reading.Rejection, StringComparison.Ordinal));
        Assert.All(asked, reading => Assert.IsType<Lot>(reading.Record));
    }

    [OriginalsTheory]
    [InlineData("data/lots_2026-02.csv", 2016, 0)]
    [InlineData("data/lots_2026-01_60_with_kato.csv", 31, 0)]
    [InlineData("data/contracts_2020-02_500.csv", 500, 0)]
    [InlineData("data/plans_2020-06-12_500.csv", 500, 0)]
    [InlineData("data/bids_krbs_10079496.csv", 5, 0)]
    [InlineData("data/lots_synthetic_brand_lock.csv", 0, 43)]
    public async Task Whole_tables_load(string file, int records, int refused)
    {
        var readings = await Fixtures.Read(Path.Combine(Fixtures.Originals, file));

        Assert.Equal((records, refused),
            (readings.Count(reading => reading.Record is not null), readings.Count(reading => reading.Rejection is not null)));
    }

    /// <summary>The sample has Kazakh names from the classifier, which the table has not.</summary>
    private static Lot RussianOnly(Lot lot) => lot with { Name = lot.Name with { Kz = null } };
}
