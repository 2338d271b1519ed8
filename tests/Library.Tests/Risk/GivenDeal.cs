using Procurement;
using Risk;

namespace Library.Tests.Risk;

/// <summary>A contract that the ordinary lot led to, and what belongs to it.</summary>
internal static class GivenDeal
{
    public const string Supplier = "200000000001";
    public const string Other = "200000000002";
    public const int TariffGround = 7;
    public const int TermGround = 9;

    public static readonly DateTimeOffset AsOf = Given.Astana(2026, 6, 1);
    public static readonly DateTimeOffset Signed = Given.Astana(2026, 3, 3);

    public static readonly IReadOnlyDictionary<int, string> Names = new Dictionary<int, string>
    {
        [TariffGround] = "Изменение регулируемых тарифов субъектов естественных монополий",
        [TermGround] = "Изменение сроков исполнения договора",
    };

    public static readonly Lot HeldLot = Given.Lot() with
    {
        ResultsPublished = Given.Astana(2026, 2, 27),
        StatusId = 360,
        SupplyTerm = "15 календарных дней",
        Prepayment = 30,
    };

    /// <summary>10,000 pieces at 90 tenge, 900,000 of 1,000,000 planned.</summary>
    public static Contract Contract(int version = 0) => new()
    {
        Id = 10 + version,
        RootId = 10,
        Number = $"{Given.Buyer}/260010/{version:00}",
        AnnouncementId = Given.Lot().AnnouncementId,
        BuyerBin = Given.Buyer,
        SupplierBin = Supplier,
        Sum = 900_000,
        SumWithVat = 1_044_000,
        HasVat = true,
        StatusId = 190,
        TypeId = version == 0 ? 1 : 2,
        MethodId = 3,
        SubjectType = 1,
        FinancialYear = 2026,
        SignedAt = Signed.AddDays(version * 10),
        Payments = [],
        AmendmentGrounds = version == 0 ? [] : [TermGround],
        Items = [Item()],
    };

    public static ContractItem Item() => new()
    {
        LotId = 1,
        PlanItemId = 100,
        Enstru = Given.Code,
        UnitPrice = 90,
        Quantity = 10_000,
        Sum = 900_000,
        UnitCode = "796",
        UnitName = "Штука",
    };

    public static Contract At(this Contract contract, decimal price, decimal quantity) => contract with
    {
        Sum = price * quantity,
        SumWithVat = price * quantity * 1.16m,
        Items = [contract.Items[0] with { UnitPrice = price, Quantity = quantity, Sum = price * quantity }],
    };

    public static CaseFile File(params Contract[] versions) => Given.File(HeldLot) with
    {
        AsOf = AsOf,
        Contracts = versions,
        Acts = [],
        Announcement = new Announcement { Id = HeldLot.AnnouncementId!.Value, StatusId = 350 },
        Bids = [Bid(1, Supplier, 900_000, "Победитель"), Bid(2, Other, 950_000, "Второй победитель")],
        AmendmentGrounds = Names,
    };

    /// <summary>The held lot with something changed, and no contract.</summary>
    public static CaseFile File(Func<Lot, Lot> change) => File() with { Lot = change(HeldLot) };

    public static Bid Bid(long id, string? supplier, decimal? amount, string status) => new()
    {
        Id = id,
        AnnouncementId = HeldLot.AnnouncementId!.Value,
        SupplierBin = supplier,
        HandedIn = Given.Astana(2026, 2, 25),
        Lots = [new BidLot { LotId = 1, Amount = amount, StatusName = status }],
    };

    public static Act Act(DateTimeOffset? dated, DateTimeOffset? approved) =>
        new() { Id = 1, ContractId = 10, ContractRootId = 10, Dated = dated, Approved = approved };
}
