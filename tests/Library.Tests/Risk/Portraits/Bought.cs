using Procurement;
using Risk.Populations;

namespace Library.Tests.Risk.Portraits;

/// <summary>What one buyer bought: contracts, lots, bids and acts, numbered by the buyer so that many buyers stand side by side.</summary>
internal sealed record Bought(int Buyer = 0, string Name = "КГУ \"Школа № 1\"")
{
    public string Bin => $"9902400029{Buyer + 10:00}";
    public long Number => Numbers.Bin(Bin);

    /// <summary>A contract; ids run from 1 for each buyer.</summary>
    public Contract Contract(int id, decimal sum, int method = 3, DateTimeOffset? signed = null, string supplier = "200000000001") => new()
    {
        Id = (Buyer * 100) + id,
        RootId = (Buyer * 100) + id,
        Number = $"{Bin}/{id}/00",
        BuyerBin = Bin,
        SupplierBin = supplier,
        Sum = sum,
        StatusId = 190,
        MethodId = method,
        SubjectType = 1,
        SignedAt = signed ?? Given.Astana(2026, 1, 20),
        Items = [],
    };

    public static Contract Amended(Contract contract) => contract with
    {
        Id = contract.Id + 50,
        Number = contract.Number!.Replace("/00", "/01", StringComparison.Ordinal),
        SignedAt = contract.SignedAt?.AddDays(1),
    };

    public static Act Act(Contract contract, int daysLate) => new()
    {
        Id = contract.Id,
        ContractId = contract.Id,
        ContractRootId = contract.RootId,
        Approved = Given.Astana(2026, 2, 20),
        DaysLate = daysLate,
    };

    /// <summary>A tender for an own thing, whose results came so many days after it was published.</summary>
    public Lot Lot(int id, int? days = 10, decimal? amount = 1000, DateTimeOffset? published = null) => Given.Lot() with
    {
        Id = (Buyer * 100) + id,
        Number = $"{70_000_000 + (Buyer * 100) + id}-ОК1",
        BuyerBin = Bin,
        BuyerName = new(Name, null),
        MethodId = 2,
        Amount = amount,
        Enstru = $"{10 + Buyer}2314.500.{id:000000}",
        Published = published ?? Given.Astana(2026, 1, 5),
        ResultsPublished = days is { } known ? (published ?? Given.Astana(2026, 1, 5)).AddDays(known) : null,
    };

    /// <summary>So many offers for a lot; the first one wins at a price, where one is given.</summary>
    public static IEnumerable<Bid> Bids(Lot lot, int count, decimal? won) => Enumerable.Range(1, count).Select(i => new Bid
    {
        Id = (lot.Id * 10) + i,
        AnnouncementId = 7,
        SupplierBin = $"20000000000{i}",
        HandedIn = Given.Astana(2026, 1, 10),
        Lots =
        [
            i == 1 && won is not null
                ? new BidLot { LotId = lot.Id, Amount = won, StatusName = Bidding.Won }
                : new BidLot { LotId = lot.Id, Amount = i == 1 ? null : 5000, StatusName = Bidding.Lost },
        ],
    });
}
