using Procurement;
using Risk;

namespace Library.Tests.Risk;

/// <summary>Small countries of schools around the judged buyer, each with one habit to set.</summary>
internal static class BuyerWorlds
{
    public const string Supplier = "200000000001";

    public static string School(int number) => number == 0 ? Given.Buyer : $"1000000000{number:00}";

    /// <summary>A lot by which the population knows what its buyer is.</summary>
    public static Lot LotOf(int school) => Given.Lot() with
    {
        Id = 1 + (school * 100),
        Number = $"{85000001 + (school * 100)}-ЗЦП1",
        BuyerBin = School(school),
        Published = Given.Astana(2026, 1, 5),
    };

    public static Contract Contract(int school, int number, string supplier, decimal sum, DateTimeOffset signed, int method = 3) => new()
    {
        Id = (school * 1000) + number,
        Number = $"{School(school)}/{(school * 1000) + number}/00",
        BuyerBin = School(school),
        SupplierBin = supplier,
        Sum = sum,
        StatusId = 190,
        MethodId = method,
        SubjectType = 1,
        FinancialYear = signed.Year,
        SignedAt = signed,
        Items = [new ContractItem { LotId = (school * 1000) + number, Enstru = Given.Code, Sum = sum }],
    };

    /// <summary>Firms that sell the lot's thing and are at home where the buyer is.</summary>
    public static IReadOnlyList<Organisation> Locals(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new Organisation { Bin = $"20000000000{i}", Places = [Given.Place] })];
}

/// <summary>KZ-11: eighty schools with ten contracts each, of which the judged one gives most of the money to one supplier.</summary>
internal sealed record Concentration
{
    /// <summary>Share of the judged school's largest supplier; sum of its year in tenge; bids for each of its lots; sellers at home.</summary>
    public decimal Share { get; init; } = 0.9m;
    public decimal Total { get; init; } = 100_000_000;
    public int Contracts { get; init; } = 8;
    public int Bids { get; init; } = 1;
    public int Sellers { get; init; } = 5;
    public int Method { get; init; } = 3;
    public int Schools { get; init; } = 80;
    public DateOnly? WholeFrom { get; init; } = new(2024, 1, 1);
    public IReadOnlyList<Organisation> More { get; init; } = [];

    public CaseFile File() => Given.File(BuyerWorlds.LotOf(0)) with { Contracts = [Own().First()], Population = World().AsOf(Given.AsOf) };

    public IEnumerable<Contract> Own() =>
        Enumerable.Range(1, Contracts).Select(i => Own(i, BuyerWorlds.Supplier, Total * Share / Contracts))
            .Concat(Enumerable.Range(50, 2).Select(i => Own(i, $"20000000000{i - 48}", Total * (1 - Share) / 2)));

    private Contract Own(int number, string supplier, decimal sum) =>
        BuyerWorlds.Contract(0, number, supplier, sum, Given.Astana(2025, 10, 1), Method) with
        {
            Items = [new ContractItem { LotId = number == 1 ? 1 : number, Enstru = Given.Code, Sum = sum, JustificationId = 28 }],
        };

    /// <summary>The others are as large, and their largest suppliers have 15 to 24 % of the sum.</summary>
    public World World() => new()
    {
        Lots = [.. Enumerable.Range(0, Schools).Select(BuyerWorlds.LotOf)],
        Contracts = [.. Own(), .. Enumerable.Range(1, Schools - 1).SelectMany(Ordinary)],
        Bids = [.. from contract in Own() from item in contract.Items from bidder in Enumerable.Range(1, Bids) select Bid(item.LotId!.Value, bidder)],
        Organisations = [.. BuyerWorlds.Locals(Sellers), .. More],
        References = [new Reference { Table = "RefJustification", Id = 28, Name = new(Given.Grounds[28], null) }, new Reference { Table = "RefJustification", Id = 1, Name = new(Given.Grounds[1], null) }],
        WholeFrom = WholeFrom,
    };

    private static Bid Bid(long lot, int bidder) => new()
    {
        Id = (lot * 10) + bidder,
        AnnouncementId = 7,
        SupplierBin = $"20000000000{bidder}",
        HandedIn = Given.Astana(2025, 9, 1),
        Lots = [new BidLot { LotId = lot, Amount = 5, StatusName = bidder == 1 ? "Победитель" : "Подано" }],
    };

    private IEnumerable<Contract> Ordinary(int school)
    {
        var largest = (15 + (school % 10)) / 100m;
        var rest = (1 - largest) / 9;
        return Enumerable.Range(0, 10).Select(i => BuyerWorlds.Contract(
            school, i, i == 0 ? $"20000000000{(school % 5) + 1}" : $"3000000000{i:00}", Total * (i == 0 ? largest : rest), Given.Astana(2025, 11, 1)));
    }
}

/// <summary>KZ-19: twenty schools over four years; nine tenths of the judged one's last year are signed in December.</summary>
internal sealed record Years
{
    public Contract? Contract { get; init; }
    public decimal December { get; init; } = 0.9m;
    public decimal Before { get; init; } = 0.1m;
    public int Contracts { get; init; } = 10;
    public int Schools { get; init; } = 20;
    public int FirstYear { get; init; } = 2022;
    public DateOnly? WholeFrom { get; init; } = new(2022, 1, 1);
    public DateTimeOffset Moment { get; init; } = Given.AsOf;

    public CaseFile File() => Given.File(BuyerWorlds.LotOf(0) with { Published = Given.Astana(2025, 11, 5) }) with
    {
        AsOf = Moment,
        Contracts = Contract is null ? [] : [Contract],
        PlanItems = [],
        Population = new World
        {
            Lots = [.. Enumerable.Range(0, Schools).Select(BuyerWorlds.LotOf).Select(lot => lot with { Published = Given.Astana(2025, 1, 5) })],
            Contracts = [.. Enumerable.Range(0, Schools).SelectMany(school => Enumerable.Range(FirstYear, 2026 - FirstYear).SelectMany(year => Signed(school, year)))],
            WholeFrom = WholeFrom,
        }.AsOf(Moment),
    };

    /// <summary>The other schools sign 5 to 14 % in December.</summary>
    private IEnumerable<Contract> Signed(int school, int year)
    {
        var share = school > 0 ? (5 + (school % 10)) / 100m : year == 2025 ? December : Before;
        var count = school == 0 && year == 2025 ? Contracts : 10;
        return Enumerable.Range(0, count).Select(i => BuyerWorlds.Contract(
            school, ((year - 2000) * 20) + i, BuyerWorlds.Supplier, i == 0 ? 1_000_000 * share : 1_000_000 * (1 - share) / (count - 1),
            i == 0 ? Given.Astana(year, 12, 5) : Given.Astana(year, 5, 5)));
    }
}

/// <summary>KZ-29: twenty suppliers with twenty contracts each for two to five classes; the judged one sells more.</summary>
internal sealed record Market
{
    public int Classes { get; init; } = 30;
    public int Contracts { get; init; } = 30;
    public int Suppliers { get; init; } = 20;
    public decimal Sum { get; init; } = 1_000_000;
    public DateOnly? WholeFrom { get; init; } = new(2024, 1, 1);

    public CaseFile File() => Given.File(BuyerWorlds.LotOf(0)) with
    {
        Contracts = [BuyerWorlds.Contract(0, 1, BuyerWorlds.Supplier, Sum, Given.Astana(2026, 1, 20)) with { Items = [new ContractItem { LotId = 1, Enstru = Given.Code }] }],
        Population = new World
        {
            Contracts = [.. Sold(0, Contracts, Classes), .. Enumerable.Range(1, Suppliers).SelectMany(supplier => Sold(supplier, 20, 2 + (supplier % 4)))],
            WholeFrom = WholeFrom,
        }.AsOf(Given.AsOf),
    };

    private static IEnumerable<Contract> Sold(int supplier, int contracts, int classes) => Enumerable.Range(0, contracts).Select(i =>
        BuyerWorlds.Contract(1, (supplier * 100) + i, supplier == 0 ? BuyerWorlds.Supplier : $"3000000000{supplier:00}", 100, Given.Astana(2025, 5, 5)) with
        {
            Items = [new ContractItem { LotId = 5, Enstru = $"{10 + (i % classes)}2314.500.000002" }],
        });
}

/// <summary>KZ-32: twenty schools with twenty contracts; the judged one buys more from one source.</summary>
internal sealed record SingleSource
{
    public decimal Share { get; init; } = 0.9m;
    public int Contracts { get; init; } = 20;
    public int Schools { get; init; } = 20;
    public int? Ground { get; init; } = 28;
    public DateOnly? WholeFrom { get; init; } = new(2024, 1, 1);

    public CaseFile File() => Given.File(BuyerWorlds.LotOf(0)) with
    {
        Population = new World
        {
            Lots = [.. Enumerable.Range(0, Schools).Select(BuyerWorlds.LotOf)],
            Contracts = [.. Enumerable.Range(0, Schools).SelectMany(Bought)],
            References = [new Reference { Table = "RefJustification", Id = 28, Name = new(Given.Grounds[28], null) }, new Reference { Table = "RefJustification", Id = 1, Name = new(Given.Grounds[1], null) }],
            WholeFrom = WholeFrom,
        }.AsOf(Given.AsOf),
    };

    /// <summary>The other schools buy 20 to 29 % from one source; the first contract of each is that part.</summary>
    private IEnumerable<Contract> Bought(int school)
    {
        var share = school == 0 ? Share : (20 + (school % 10)) / 100m;
        var count = school == 0 ? Contracts : 20;
        return Enumerable.Range(0, count).Select(i => BuyerWorlds.Contract(
            school, i, BuyerWorlds.Supplier, i == 0 ? 1_000_000 * share : 1_000_000 * (1 - share) / (count - 1), Given.Astana(2025, 10, 1), i == 0 ? 23 : 3) with
        {
            Items = [new ContractItem { LotId = 5, Enstru = Given.Code, JustificationId = i > 0 ? null : school == 0 ? Ground : 28 }],
        });
    }
}
