using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Ocds;

/// <summary>What the standard can hold comes back as it was.</summary>
public class OcdsReaderTests
{
    [Fact]
    public async Task A_whole_procedure_comes_back()
    {
        var records = await There_and_back([WholeProcedure.Made]);

        Same(WholeProcedure.Announcement, records);
        Same(WholeProcedure.Lot, records);
        Same(WholeProcedure.Contract, records);
        Assert.Equal([Fixtures.Said(WholeProcedure.Bid), Fixtures.Said(WholeProcedure.PrivateBid)], records.OfType<Bid>().Select(Fixtures.Said));
        Assert.Equal(["020340002199", "240240016507"], records.OfType<Organisation>().Select(one => one.Bin).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_lots_of_the_bundled_sample_come_back()
    {
        var lots = (await SampleTests.Read("lots-2026-02")).Select(reading => (Lot)reading.Record!).ToList();

        var back = (await There_and_back(Procedure.Group(lots))).OfType<Lot>().ToDictionary(lot => lot.Id, Fixtures.Said);

        Assert.Equal(lots.Count, back.Count);
        Assert.All(lots.GroupBy(lot => lot.AnnouncementId), one =>
        {
            var isMixed = one.Select(lot => lot.SubjectType).Distinct().Count() > 1;    // the standard has one category for a tender
            Assert.All(one, lot => Assert.Equal(Fixtures.Said(Held(isMixed ? lot with { SubjectType = null } : lot)), back[lot.Id]));
        });
    }

    [Fact]
    public async Task The_contracts_of_the_bundled_sample_come_back_in_their_last_version()
    {
        var contracts = (await SampleTests.Read("contracts-2020-02")).Select(reading => (Contract)reading.Record!).ToList();

        var back = (await There_and_back(Procedure.Group(contracts))).OfType<Contract>().ToDictionary(contract => contract.Id);

        Assert.Equal(contracts.DistinctBy(contract => contract.RootId ?? contract.Id).Count(), back.Count);
        Assert.All(back.Values, contract =>
        {
            var was = contracts.Single(candidate => candidate.Id == contract.Id);
            Assert.Equal((was.Number, was.Sum, was.SignedAt, was.Ends, was.SupplierBin, was.AnnouncementId),
                (contract.Number, contract.Sum, contract.SignedAt, contract.Ends, contract.SupplierBin, contract.AnnouncementId));
        });
    }

    [Theory]
    [InlineData("""{"ocid":"ocds-abc123-5","tender":{"id":"5","lots":[{"id":"x"}]}}""", "tender.lots[0].id should be a number.")]
    [InlineData("""{"ocid":"ocds-abc123-5","tender":{"id":"5","value":{"amount":-1}}}""", "tender.value.amount is negative.")]
    [InlineData("""{"ocid":"ocds-abc123-5","tender":{"tenderPeriod":{"endDate":"soon"}}}""", "tender.tenderPeriod.endDate is not a date of ISO 8601.")]
    [InlineData("""{"ocid":"ocds-abc123-5","contracts":[{"awardID":"5"}]}""", "contracts[0].id is missing.")]
    [InlineData("""{"ocid":"ocds-abc123-5","bids":{"details":[{"id":"a"}]}}""", "bids.details[0].id is not a number of the portal.")]
    public async Task A_bad_release_is_refused_whole(string release, string why) =>
        Assert.Equal(why, Assert.Single(await Fixtures.ReadText(release)).Rejection);

    [Fact]
    public async Task No_damaged_release_breaks_it()
    {
        var whole = Encoding.UTF8.GetBytes(Assert.Single(await OcdsExportTests.Write([WholeProcedure.Made])));
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ToArbitrary(), damage =>
        {
            var bytes = whole.ToArray();
            bytes[damage.Item1] = (byte)damage.Item2;
            return PortalReader.Read(bytes) is { Record: null, Rejection.Length: > 0 } or { Record: not null, Rejection: null };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Sums_beyond_all_money_are_not_added()
    {
        var lots = new[] { WholeProcedure.Lot with { Amount = decimal.MaxValue }, WholeProcedure.Lot with { Id = 7, Amount = 1 } };

        Assert.Equal([decimal.MaxValue, 1], (await There_and_back([new Procedure { Lots = lots }])).OfType<Lot>().Select(lot => lot.Amount!.Value));
    }

    [Fact]
    public async Task A_release_of_another_publisher_gives_what_it_has()
    {
        var readings = await Fixtures.ReadText("""
            {"uri":"x","publishedDate":"2026-01-01T00:00:00Z","releases":[
            {"ocid":"ocds-abc123-17379679","id":"1","date":"2026-01-01T00:00:00+05:00","tag":["tender"],"initiationType":"tender",
             "tender":{"id":"T-1","title":"Roof","value":{"amount":5,"currency":"USD"},"lots":[{"id":7,"value":{"amount":12.5}}],"documents":[{}]}},
            {"ocid":"ocds-abc123-x","id":"2"}]}
            """);

        var announcement = Assert.IsType<Announcement>(readings[0].Record);
        Assert.Equal((17379679L, null, "Roof", null), (announcement.Id, announcement.Number, announcement.Title.Ru, announcement.Sum));
        Assert.Equal((7L, "7", 12.5m), readings[1].Record is Lot lot ? (lot.Id, lot.Number, lot.Amount) : default);
        Assert.True(readings[2].IsPassedOver);
        Assert.Equal(3, readings.Count);
    }

    /// <summary>A lot without what the standard has no place for.</summary>
    private static Lot Held(Lot lot) => lot with
    {
        StatusId = lot.StatusId is 360 or 370 ? lot.StatusId : 210,
        SystemId = null,
        PlannedMethodId = null,
        JustificationId = null,
        IsRepeat = null,
        PlanItemIds = [],
        SupplyTerm = null,
        Prepayment = null,
    };

    private static void Same<T>(T expected, List<object> records) where T : class =>
        Assert.Equal(Fixtures.Said(expected), Fixtures.Said(Assert.Single(records.OfType<T>())));

    private static async Task<List<object>> There_and_back(IEnumerable<Procedure> procedures)
    {
        var text = string.Join('\n', await OcdsExportTests.Write(procedures));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var readings = await RegisterFile.Read(file).ToListAsync();
        Assert.DoesNotContain(readings, reading => reading.Rejection is not null);
        return [.. readings.Select(reading => reading.Record!)];
    }
}
