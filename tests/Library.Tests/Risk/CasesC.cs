using Procurement;
using Risk;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

/// <summary>Cases about contracts, suppliers and plans: one for every sentence they are told in.</summary>
internal static class CasesC
{
    private static readonly Trait Head = Trait.Of(TraitKind.Head, "head 1")!.Value;

    public static IEnumerable<CaseFile> All() =>
        [.. Registers(), .. Amendments(), .. Payments(), .. Speeds(), .. Suppliers(), .. Plans(), .. Performers(), .. Results(), .. Disputes()];

    public static UnfairListing Listing(int system = 3, string bin = Supplier) => new()
    {
        Id = 5,
        SupplierBin = bin,
        From = Given.Astana(2025, 6, 1, 0),
        Until = Given.Astana(2027, 6, 1, 0),
        SystemId = system,
    };

    /// <summary>Thirty contracts of 1 to 30 million tenge for works of one kind, each done in 40 days.</summary>
    public static IEnumerable<Contract> Works(int count = 30) => Enumerable.Range(1, count).Select(i => Contract() with
    {
        Id = 1000 + i,
        RootId = 1000 + i,
        SupplierBin = "300000000001",
        SubjectType = 2,
        Sum = i * 1_000_000m,
        SignedAt = Given.Astana(2025, 3, 1),
        Done = Given.Astana(2025, 4, 10),
        Items = [Item() with { LotId = 1000 + i }],
    });

    public static readonly Organisation Young = new() { Bin = Supplier, Registered = Given.Astana(2025, 12, 1) };

    public static PlanItem Plan(long id, DateTimeOffset created, decimal price = 100) => new()
    {
        Id = id,
        RootId = 100,
        Created = created,
        UnitPrice = price,
        Amount = price * 10_000,
        Year = 2026,
        Prepayment = 30,
    };

    /// <summary>An earlier contract of the same buyer and supplier, over before the new one.</summary>
    public static Contract Past => Contract() with
    {
        Id = 50,
        RootId = 50,
        Number = "x/250050/00",
        SignedAt = Given.Astana(2025, 3, 1),
        Done = Given.Astana(2025, 9, 1),
        CancelReasonId = 4,
    };

    public static Act Late(int days, decimal fine) =>
        new() { Id = 9, ContractId = 50, ContractRootId = 50, Approved = Given.Astana(2025, 9, 1), DaysLate = days, Fine = fine };

    private static IEnumerable<CaseFile> Registers()
    {
        var ground = new UnfairGround { Head = Head };
        yield return File(Contract()).In(new World { Unfair = [Listing()] });
        yield return File(Contract()).In(new World { Unfair = [Listing(1)] });
        yield return File(Contract()).In(new World
        {
            Unfair = [Listing(bin: Other) with { Grounds = [ground] }],
            Organisations = [new Organisation { Bin = Supplier, Traits = [Head] }],
        });
        yield return File(Contract()).In(new World { Unfair = [Listing() with { From = Given.Astana(2026, 4, 1) }] });
    }

    private static IEnumerable<CaseFile> Amendments()
    {
        yield return File(Contract(), Contract(1).At(95, 9000));
        yield return File(Contract(), Contract(1).At(95, 9000) with { AmendmentGrounds = [] });
        yield return File(Contract(), Contract(1).At(90, 12_000));
        yield return File(Contract(), Contract(1).At(90, 12_000) with { AmendmentGrounds = [] });
        yield return File(Contract().At(90, 9000), Contract(1).At(90, 10_000));
    }

    private static IEnumerable<CaseFile> Payments()
    {
        yield return File(Contract() with { Payments = [new Payment(Given.Astana(2026, 4, 1), 1_100_000)] });
        yield return File(Contract() with { Payments = [new Payment(Given.Astana(2026, 3, 10), 700_000)] }) with
        {
            Acts = [Act(Given.Astana(2026, 3, 20), Given.Astana(2026, 3, 21))],
        };
        yield return File(Contract() with { StatusId = 390, Paid = 300_000 });
    }

    private static IEnumerable<CaseFile> Speeds()
    {
        var file = File(Contract());
        yield return file with { Lot = HeldLot with { SupplyTerm = "в течение 10 календарных дней" } };
        yield return file with { Lot = HeldLot with { SupplyTerm = "до 10.03.2026" } };
        yield return File(Contract() with { SignedAt = Given.Astana(2026, 2, 26) });
        yield return file with { Acts = [Act(Given.Astana(2026, 3, 1), Given.Astana(2026, 3, 20))] };
        yield return File(Contract() with { SubjectType = 2, Sum = 5_000_000, Done = Signed.AddDays(1), StatusId = 390 })
            .In(new World { Contracts = [.. Works()] }) with
        { Lot = HeldLot with { SubjectType = 2 } };
    }

    private static IEnumerable<CaseFile> Suppliers()
    {
        var works = HeldLot with { SubjectType = 2 };
        yield return File(Contract() with { Sum = 30_000_000 }).In(new World { Contracts = [.. Works()], Organisations = [Young] }) with { Lot = works };
        yield return File(Contract() with { Sum = 40_000_000 }).In(new World { Contracts = [Past with { Sum = 1_000_000 }] });
        yield return File(Contract() with { Sum = 40_000_000 }).In(new World());
    }

    private static IEnumerable<CaseFile> Plans()
    {
        yield return File() with { PlanItems = [Plan(100, Given.Astana(2026, 2, 20))] };
        yield return File() with { PlanItems = [Plan(100, Given.Astana(2026, 1, 10)), Plan(101, Given.Astana(2026, 2, 10), 130)] };
        yield return File() with
        {
            PlanItems = [Plan(100, Given.Astana(2026, 1, 10)), .. Enumerable.Range(1, 3).Select(i => Plan(100 + i, Given.Astana(2026, 2, i)))],
        };
    }

    private static IEnumerable<CaseFile> Performers()
    {
        var file = File(Contract() with { MethodId = 23 });
        yield return file.In(new World { Contracts = [Past], Acts = [Late(45, 0)] });
        yield return file.In(new World { Contracts = [Past], Acts = [Late(0, 20_000)] });
        yield return file.In(new World { Contracts = [Past with { StatusId = 340 }] }) with
        {
            CancelReasons = new Dictionary<int, string> { [4] = "Неисполнение поставщиком обязательств по договору" },
        };
    }

    private static IEnumerable<CaseFile> Results()
    {
        yield return File(Contract().At(95, 10_000));
        yield return File(Contract().At(105, 10_000) with { SupplierBin = Other }) with
        {
            Bids = [Bid(1, Supplier, 900_000, "Победитель"), Bid(2, Other, 1_050_000, "Второй победитель")],
        };
        yield return File(Contract() with { SignedAt = Given.Astana(2026, 4, 20) });
    }

    private static IEnumerable<CaseFile> Disputes()
    {
        var file = File(Contract());
        yield return file with { Announcement = file.Announcement! with { Complained = Given.Astana(2026, 3, 2) } };
        foreach (var status in new[] { 420, 440, 444, 510 })
            yield return file with { Lot = HeldLot with { StatusId = status } };
    }
}
