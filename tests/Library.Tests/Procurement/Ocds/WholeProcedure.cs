using Procurement;

namespace Library.Tests.Procurement.Ocds;

/// <summary>A made-up procedure that has everything that the standard can hold, and nothing that it cannot.</summary>
internal static class WholeProcedure
{
    private static readonly DateTimeOffset Published = Utc(7, 24, 14, 55, 42), Due = Utc(7, 28, 14, 59, 23), Results = Utc(7, 28, 15, 5, 0);
    private static readonly DateTimeOffset Changed = Utc(8, 20, 7, 0, 0);
    private static readonly Bilingual School = new("КГУ «Мектеп»", "«Мектеп» КММ");

    public static Lot Lot { get; } = new()
    {
        Id = 42700127,
        Number = "81861406-ЗЦП1",
        AnnouncementId = 17379679,
        AnnouncementNumber = "17379679-1",
        AnnouncementTitle = new("продукты", "азық-түлік"),
        Name = new("Крупа гречневая", "Қарақұмық жармасы"),
        Description = new("сорт высший", null),
        Details = new("ядрица", "өзек"),
        BuyerBin = "020340002199",
        BuyerName = School,
        Amount = 22500.5m,
        Count = 75,
        UnitPrice = 300,
        UnitCode = "166",
        UnitName = "Килограмм",
        Enstru = "106132.300.000000",
        SubjectType = 1,
        MethodId = 3,
        StatusId = 360,
        Places = ["551010000", "556000000"],
        Published = Published,
        BidsFrom = Published,
        BidsDue = Due,
        ResultsPublished = Results,
        Updated = Changed,
    };

    public static Announcement Announcement { get; } = new()
    {
        Id = 17379679,
        Number = "17379679-1",
        Title = new("продукты", "азық-түлік"),
        Sum = 22500.5m,
        MethodId = 3,
        SubjectType = 1,
        StatusId = 350,
        OrganiserBin = "020340002199",
        OrganiserName = School,
        ParentId = 17370000,
        IsRepeat = true,
        Published = Published,
        BidsFrom = Published,
        BidsDue = Due,
        ResultsPublished = Results,
        Updated = Changed,
    };

    public static Bid Bid { get; } = new()
    {
        Id = 72141138,
        AnnouncementId = 17379679,
        SupplierBin = "240240016507",
        SupplierName = new("ТОО «Нұр»", null),
        HandedIn = Due.AddMinutes(-3).AddMilliseconds(125),
        Lots = [new BidLot { LotId = 42700127, Amount = 20000, StatusName = "Победитель" }],
    };

    public static Bid PrivateBid { get; } = new()
    {
        Id = 72141139,
        AnnouncementId = 17379679,
        HandedIn = Due.AddMinutes(-9),
        Lots = [new BidLot { LotId = 42700127, Amount = 21000, StatusName = "Подано" }],
    };

    public static Contract Contract { get; } = new()
    {
        Id = 9525400,
        RootId = 9525399,
        Number = "020340002199/260023/01",
        AnnouncementId = 17379679,
        AnnouncementNumber = "17379679-1",
        Description = new("Крупа", "Жарма"),
        BuyerBin = "020340002199",
        SupplierBin = "240240016507",
        Sum = 20000,
        Paid = 15000,
        StatusId = 190,
        TypeId = 2,
        SignedAt = Utc(8, 10, 5, 0, 0),
        Ends = Utc(12, 31, 0, 0, 0),
        ResultsPublished = Results,
        Updated = Changed,
        Items =
        [
            new ContractItem
            {
                LotId = 42700127, Enstru = "106132.300.000000", UnitPrice = 266.67m, Quantity = 75, UnitCode = "166", UnitName = "Килограмм",
                Details = "ядрица", Places = ["551010000"],
            },
        ],
        Acts =
        [
            new Act
            {
                Id = 9, ContractId = 9525400, ContractRootId = 9525399, Dated = Utc(8, 18, 0, 0, 0), Approved = Utc(8, 19, 5, 30, 0), DaysLate = 3,
            },
        ],
    };

    public static Procedure Made { get; } = new()
    {
        Announcement = Announcement,
        Lots = [Lot],
        Bids = [Bid, PrivateBid],
        Contracts =
        [
            Contract,
            Contract with { Id = 9525399, Number = "020340002199/260023/00", TypeId = 1, Acts = [], Updated = Utc(8, 10, 5, 0, 0) },
        ],
    };

    private static DateTimeOffset Utc(int month, int day, int hour, int minute, int second) =>
        PortalTime.InAstana(new(2026, month, day, hour, minute, second, TimeSpan.Zero));
}
