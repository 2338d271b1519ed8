using Procurement;
using Risk;
using Risk.Populations;

namespace Library.Tests.Risk;

/// <summary>Lots that suppliers bid for, in the portal's words; "Отклонена" is the test's own word for a rejected bid.</summary>
internal static class Bidding
{
    public const string Won = "Победитель";
    public const string Lost = "Подано";
    public const string Rejected = "Отклонена";
    public const string Unheard = "Слово, которого нет в словаре";

    /// <summary>A dictionary that knows the word for a rejected bid.</summary>
    public static readonly Catalogue Knowing = CasesThatFire.Catalogue;

    public static string Firm(int number) => $"2000000000{number:00}";

    /// <summary>A tender that was held, planned sum ten million.</summary>
    public static Lot Tender() => Given.Lot() with
    {
        Number = "85000001-ОК1",
        MethodId = 2,
        PlannedMethodId = 2,
        StatusId = 360,
        Amount = 10_000_000,
        Details = new("Бумага белая", null),
        BidsFrom = Given.Astana(2026, 2, 16),
        DiscussionFrom = Given.Astana(2026, 2, 10),
        DiscussionUntil = Given.Astana(2026, 2, 13),
        Published = Given.Astana(2026, 2, 10),
        BidsDue = Given.Astana(2026, 2, 26),
        ResultsPublished = Given.Astana(2026, 3, 1),
    };

    public static Lot Repeat(this Lot lot, long id, string number, DateTimeOffset published) => lot with
    {
        Id = id,
        Number = number,
        AnnouncementId = id + 1000,
        Published = published,
        BidsDue = published.AddDays(16),
        ResultsPublished = published.AddDays(19),
    };

    /// <summary>Bids of firms 1, 2, 3 … with these prices and words.</summary>
    public static IReadOnlyList<Bid> Bids(this Lot lot, params (decimal? Amount, string Status)[] offers) =>
        [.. offers.Select((offer, i) => lot.Bid(Firm(i + 1), offer.Amount, offer.Status))];

    public static Bid Bid(this Lot lot, string? firm, decimal? amount, string status) => new()
    {
        Id = (lot.Id * 100) + (firm is null ? 99 : int.Parse(firm[10..], System.Globalization.CultureInfo.InvariantCulture)),
        AnnouncementId = lot.AnnouncementId ?? 0,
        SupplierBin = firm,
        HandedIn = lot.BidsDue?.AddDays(-1),
        Lots = [new BidLot { LotId = lot.Id, Amount = amount, StatusName = status }],
    };

    public static CaseFile File(this Lot lot, params (decimal? Amount, string Status)[] offers) =>
        Given.File(lot) with { Bids = lot.Bids(offers), Population = new World().AsOf(Given.AsOf) };

    public static Finding Judge(this CaseFile file, string code, Catalogue? catalogue = null) =>
        RiskCheck.Indicators.Single(indicator => indicator.Code == code).Judge(file, catalogue ?? Knowing);

    public static Contract Contract(this Lot lot, int method, string? supplier, decimal? sum, int? ground = null) => new()
    {
        Id = 700,
        Number = $"{Given.Buyer}/260700/00",
        BuyerBin = Given.Buyer,
        SupplierBin = supplier,
        Sum = sum,
        StatusId = 190,
        MethodId = method,
        SignedAt = Given.Astana(2026, 3, 3),
        Items = [new ContractItem { LotId = lot.Id, Sum = sum, JustificationId = ground }],
    };

    public static Population Population(IEnumerable<Lot> lots, IEnumerable<Bid> bids) =>
        new World { Lots = [.. lots], Bids = [.. bids], Catalogue = Knowing }.AsOf(Given.AsOf);

    /// <summary>The answer in a word: the tier and variant of a sign, else the reason.</summary>
    public static string Told(this Finding finding) => finding.State switch
    {
        State.Fired => $"{finding.Tier}{(finding.Variant is null ? "" : " " + finding.Variant)}",
        State.Clear => "clear",
        State.NotApplicable => string.Join(' ', finding.Exceptions),
        _ => "? " + string.Join(' ', finding.Missing),
    };
}
