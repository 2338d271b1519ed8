using Procurement;
using Risk;

namespace Library.Tests.Risk;

/// <summary>Meals of children, building and repair.</summary>
internal static class CasesOfSectors
{
    public const string Supplier = "200000000001";

    public static IEnumerable<CaseFile> All() =>
    [
        Prolonged(2024, 2025, 2026), Given.Compared(Given.Lot() with { MethodId = 120 }), ChildDay(10_000_000), OneOperator(10, 10), Staple(500),
        Again(), Watched(Supplier), Watched("200000000002", TraitKind.Head), Unsaid(), Several(34_600_000), Hurried(3),
    ];

    public static Lot Meals() => Given.Lot() with
    {
        MethodId = 120,
        Enstru = "562920.000.000001",
        SubjectType = 3,
        Details = new("Организация питания 100 детей, 100 учебных дней", null),
        BidsDue = Given.Astana(2026, 4, 1),
    };

    /// <summary>A contract of the buyer for a lot of meals or of works.</summary>
    public static Contract Signed(long id, int year, int method, long lotId = 0, int days = 300) => new()
    {
        Id = id,
        Number = $"{Given.Buyer}/{id}/00",
        BuyerBin = Given.Buyer,
        SupplierBin = Supplier,
        Sum = 5_000_000,
        StatusId = 190,
        MethodId = method,
        SubjectType = 3,
        FinancialYear = year,
        SignedAt = Given.Astana(year, 2, 25),
        PlannedEnd = Given.Astana(year, 2, 25).AddDays(days),
        Items = [new ContractItem { Enstru = "562920.000.000001", Sum = 5_000_000, LotId = lotId }],
    };

    public static CaseFile Prolonged(params int[] years) => Given.File(Meals() with { MethodId = 131 }).In(new World
    {
        Contracts = [Signed(1, 2023, 120), .. years.Select(year => Signed(year, year, 131, year == years[^1] ? 1 : 0))],
    });

    public static CaseFile ChildDay(decimal amount, int others = 12, int buyers = 5) =>
        Given.File(Meals() with { Amount = amount }).In(new World
        {
            Lots =
            [
                .. Enumerable.Range(0, others).Select(i => Meals() with
                {
                    Id = 100 + i,
                    Number = $"{70_000_000 + i}-КППТСОПО1",
                    BuyerBin = $"10000000000{i % buyers}",
                    Amount = 5_000_000,
                    Published = Given.Astana(2026, 2, 1),
                }),
            ],
        });

    public static CaseFile OneOperator(int fed, int schools) => Given.File(Meals()).In(new World
    {
        Lots = [Meals(), .. Enumerable.Range(1, schools - 1).Select(i => Meals() with { Id = 1 + i, Number = $"{70_000_000 + i}-КППТСОПО1", BuyerBin = Other(i) })],
        Contracts =
        [
            Signed(1, 2026, 120, 1),
            .. Enumerable.Range(1, schools - 1).Select(i => Signed(1 + i, 2026, 120, 1 + i) with
            {
                BuyerBin = Other(i),
                SupplierBin = i < fed ? Supplier : "200000000009",
            }),
        ],
    });

    private static string Other(int i) => $"2000000{i:00000}";

    public static CaseFile Staple(decimal price, int days = 30, decimal quantity = 10_000)
    {
        var carrots = Given.Lot() with { Enstru = "011341.000.000001", UnitCode = "166", UnitName = "Килограмм", Places = ["711010000"] };
        var others = Given.Peers(Given.Level(100)).Select(Given.Planned).Select(lot => lot with
        {
            Enstru = carrots.Enstru,
            UnitCode = "166",
            Published = carrots.Published!.Value.AddDays(-days),
        });
        return Given.File(carrots with { UnitPrice = price, Count = quantity }).In(new World { Lots = [.. others] });
    }

    public static Lot Repair() => Given.Lot() with
    {
        Name = new("Работы по ремонту", null),
        Enstru = "432911.000.000001",
        SubjectType = 2,
        Details = new("Текущий ремонт кровли школы по ул. Абая, 10, 500 м2", null),
    };

    public static Lot EarlierRepair() => Repair() with
    {
        Id = 2,
        Number = "85000002-ЗЦП1",
        AnnouncementId = 16400000,
        Published = Given.Astana(2025, 6, 1),
        Details = new("Ремонт кровли: улица Абая д. 10", null),
    };

    public static CaseFile Again() => Given.File(Repair()).In(new World { Lots = [EarlierRepair()] });

    /// <summary>The works of the lot, and the service that watches over them by another supplier, who may have a trait in common.</summary>
    public static CaseFile Watched(string watcher, params TraitKind[] common)
    {
        var watching = Repair() with
        {
            Id = 2,
            Number = "85000002-ЗЦП1",
            SubjectType = 3,
            Details = new("Технический надзор, ремонт кровли школы, ул. Абая 10", null),
        };
        Trait[] traits = [.. common.Select(kind => Trait.Of(kind, "одно и то же")!.Value)];
        return Given.File(Repair()).In(new World
        {
            Lots = [watching],
            Contracts = [Signed(1, 2026, 3, 1) with { SupplierTraits = traits }, Signed(2, 2026, 3, 2) with { SupplierBin = watcher, SupplierTraits = traits }],
        });
    }

    public static CaseFile Unsaid(int? files = 0, string details = "Текущий ремонт помещений") =>
        Given.Compared(Repair() with { Details = new(details, null), FileCount = files });

    public static CaseFile Several(decimal amount, string details = "Текущий ремонт школ № 1, 5, 7") =>
        Given.Compared(Repair() with { Details = new(details, null), Amount = amount });

    public static CaseFile Hurried(int days, int others = 30, decimal sum = 5_000_000) => Given.File(Repair()).In(new World
    {
        Contracts =
        [
            Works(1, 2026, days, 1) with { Sum = sum },
            .. Enumerable.Range(2, others).Select(i => Works(i, 2025, 10, 0)),
        ],
    });

    private static Contract Works(long id, int year, int days, long lot) => Signed(id, year, 3, lot, days) with
    {
        SubjectType = 2,
        Items = [new ContractItem { Enstru = "432911.000.000001", Sum = 5_000_000, LotId = lot }],
    };
}
