using Procurement;
using Risk;

namespace Library.Tests.Risk;

/// <summary>Cases about a buyer's habits: one supplier, December, many trades, one source, openness.</summary>
internal static class CasesD
{
    public static readonly DateTimeOffset AsOf = Given.AsOf;

    public static IEnumerable<CaseFile> All()
    {
        yield return OneSupplier().File();
        yield return (OneSupplier() with { Bids = 3 }).File();
        yield return Rush(Given.Astana(2025, 12, 5), 1_000_000, subject: 1).File();
        yield return new Years { Contract = Rushed(Given.Astana(2025, 12, 20), 5_000_000) }.File();
        yield return Trader(30).File();
        yield return OneSource(0.9m).File();
        foreach (var file in Hidden())
            yield return file;
    }

    /// <summary>Twenty schools; the judged one gives nine tenths of its money to one supplier.</summary>
    public static Concentration OneSupplier() => new();

    /// <summary>A contract of the lot, signed in December.</summary>
    public static Contract Rushed(DateTimeOffset signed, decimal sum, int subject = 3) => new()
    {
        Id = 900,
        Number = $"{Given.Buyer}/250900/00",
        BuyerBin = Given.Buyer,
        SupplierBin = "200000000001",
        Sum = sum,
        StatusId = 390,
        MethodId = 3,
        SubjectType = subject,
        FinancialYear = 2025,
        SignedAt = signed,
        Done = Given.Astana(2025, 12, 29),
        Items = [new ContractItem { LotId = 1, Enstru = Given.Code, Sum = sum, PlanItemId = 5 }],
    };

    public static Years Rush(DateTimeOffset signed, decimal sum, int subject) => new() { Contract = Rushed(signed, sum, subject) };

    public static Market Trader(int classes) => new() { Classes = classes };

    public static SingleSource OneSource(decimal share) => new() { Share = share };

    /// <summary>One file for each thing that should be open and is not.</summary>
    public static IEnumerable<CaseFile> Hidden()
    {
        var lot = Given.Lot() with { Published = Given.Astana(2026, 1, 5), StatusId = 360, ResultsPublished = Given.Astana(2026, 1, 15) };
        var contract = Given.Direct(7, 100) with { StatusId = 390, SignedAt = Given.Astana(2026, 1, 20), Items = [new ContractItem { LotId = 1, Enstru = Given.Code }] };
        var bid = new Bid { Id = 1, AnnouncementId = 16411681, SupplierBin = "200000000001", Lots = [new BidLot { LotId = 1, Amount = 5, StatusName = "Победитель" }] };
        var open = Given.File(lot) with
        {
            PlanItems = [new PlanItem { Id = 5 }],
            Bids = [bid],
            Contracts = [contract],
            Acts = [new Act { Id = 1, ContractId = 7 }],
        };

        yield return open with { PlanItems = [] };
        yield return open with { Bids = [] };
        yield return open with { Contracts = [] };
        yield return open with { Acts = [] };
        yield return open with { Lot = lot with { Name = default, Details = default } };
    }
}
