using Procurement;
using Risk;
using Risk.Populations;

namespace Library.Tests.Risk;

/// <summary>Ordinary things to judge, from which a test changes only what it is about.</summary>
internal static class Given
{
    public const string Code = "172314.500.000002";
    public const string Buyer = "990240002989";
    public const string Place = "351010000";

    public static readonly DateTimeOffset AsOf = Astana(2026, 3, 5);

    public static DateTimeOffset Astana(int year, int month, int day, int hour = 9, int minute = 0) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(5));

    /// <summary>A first request for price proposals that lasts the two working days of the rules.</summary>
    public static Lot Lot() => new()
    {
        Id = 1,
        Number = "85000001-ЗЦП1",
        AnnouncementId = 16411681,
        Name = new("Бумага для офисного оборудования", null),
        Details = new("Бумага белая", null),
        BuyerBin = Buyer,
        BuyerName = new("КГУ \"Школа № 1\"", null),
        Amount = 1_000_000,
        Count = 10_000,
        UnitPrice = 100,
        UnitCode = "796",
        UnitName = "Штука",
        Enstru = Code,
        SubjectType = 1,
        MethodId = 3,
        PlannedMethodId = 3,
        Places = [Place],
        Published = Astana(2026, 2, 24),
        BidsFrom = Astana(2026, 2, 24),
        BidsDue = Astana(2026, 2, 26),
        IsRepeat = false,
    };

    private static readonly Population Ordinary = new World { Contracts = Peers(Level(100)) }.AsOf(AsOf);

    /// <summary>The lot alone, with nothing to compare it with.</summary>
    public static CaseFile File(Lot? lot = null) => new() { Lot = lot ?? Lot(), AsOf = AsOf };

    /// <summary>The lot in an ordinary store, with nothing to remark.</summary>
    public static CaseFile Compared(Lot? lot = null) => File(lot) with { Population = Ordinary };

    /// <summary>The lot in a store of its own.</summary>
    public static CaseFile In(this CaseFile file, World world) => file with { Population = world.AsOf(file.AsOf) };

    /// <summary>Twelve times the same price: as many as a comparison needs.</summary>
    public static decimal[] Level(decimal price) => [.. Enumerable.Repeat(price, 12)];

    /// <summary>Competitive contracts of six buyers with four suppliers, one for each price.</summary>
    public static IReadOnlyList<Contract> Peers(params decimal[] prices) => [.. prices.Select(Peer)];

    public static Contract Peer(decimal price, int index) => new()
    {
        Id = 1000 + index,
        Number = $"10000000000{index % 6}/25{index:0000}/00",
        BuyerBin = $"10000000000{index % 6}",
        SupplierBin = $"20000000000{index % 4}",
        Sum = price * 10_000,
        StatusId = 390,
        TypeId = 1,
        MethodId = 3,
        SubjectType = 1,
        FinancialYear = 2025,
        SignedAt = Astana(2026, 1, 1).AddDays(-index),
        Items =
        [
            new ContractItem
            {
                Enstru = Code,
                UnitCode = "796",
                UnitName = "Штука",
                UnitPrice = price,
                Quantity = 10_000,
                Details = "Бумага белая",
                Places = ["711010000"],
            },
        ],
    };

    /// <summary>The contract with its only subject changed.</summary>
    public static Contract Of(this Contract contract, Func<ContractItem, ContractItem> change) =>
        contract with { Items = [change(contract.Items[0])] };

    /// <summary>The same price as a buyer announces it.</summary>
    public static Lot Planned(Contract peer) => Lot() with
    {
        Id = peer.Id,
        Number = $"{80_000_000 + peer.Id}-ЗЦП1",
        BuyerBin = peer.BuyerBin,
        UnitPrice = peer.Items[0].UnitPrice,
        Places = peer.Items[0].Places,
        Published = peer.SignedAt,
    };

    /// <summary>A direct contract of the buyer for the lot's code, ground 28 of the dictionary below.</summary>
    public static Contract Direct(long id, decimal sum) => new()
    {
        Id = id,
        Number = $"{Buyer}/2600{id:00}/00",
        BuyerBin = Buyer,
        SupplierBin = "200000000001",
        Sum = sum,
        StatusId = 190,
        TypeId = 1,
        MethodId = 23,
        SubjectType = 1,
        FinancialYear = 2026,
        SignedAt = Astana(2026, 1, 20).AddDays(id),
        Items = [new ContractItem { Enstru = Code, Sum = sum, JustificationId = 28 }],
    };

    public static readonly IReadOnlyDictionary<int, string> Grounds = new Dictionary<int, string>
    {
        [28] = "однородных товаров, если годовой объем … не превышает стократного размера месячного расчетного показателя",
        [1] = "услуг, относящихся к сферам естественных монополий",
    };

    /// <summary>The same as rows of the portal's table.</summary>
    public static IReadOnlyList<Reference> GroundNames =>
        [.. Grounds.Select(ground => new Reference { Table = "RefJustification", Id = ground.Key, Name = new(ground.Value, null) })];

    public static Finding Finding(this CaseFile file, string code) =>
        RiskCheck.Indicators.Single(indicator => indicator.Code == code).Judge(file, Catalogue.Current);
}
