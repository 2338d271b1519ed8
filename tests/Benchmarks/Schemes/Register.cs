using Procurement;

namespace Benchmarks.Schemes;

/// <summary>A market's records put together by lot, as the rivals and the self-check look at them.</summary>
internal sealed class Register
{
    public Register(Market market)
    {
        Market = market;
        Offers = market.Bids.SelectMany(bid => bid.Lots.Select(line => (Bid: bid, Line: line))).ToLookup(row => row.Line.LotId);
        Versions = market.Contracts.GroupBy(contract => contract.RootId ?? contract.Id)
            .ToDictionary(chain => chain.Key, chain => chain.OrderBy(contract => contract.Number, StringComparer.Ordinal).ToList());
        OfLot = Versions.Values.Where(chain => chain[0].Items[0].LotId is > 0).ToLookup(chain => chain[0].Items[0].LotId!.Value);
        Organisations = market.Organisations.ToDictionary(one => one.Bin);
        Acts = market.Acts.ToLookup(act => act.ContractRootId ?? 0);
        Listings = market.UnfairListings.ToLookup(one => one.SupplierBin ?? "");
    }

    public Market Market { get; }

    /// <summary>Bids by lot; versions of contracts by root, first one first; chains by lot.</summary>
    public ILookup<long, (Bid Bid, BidLot Line)> Offers { get; }
    public IReadOnlyDictionary<long, List<Contract>> Versions { get; }
    public ILookup<long, List<Contract>> OfLot { get; }
    public IReadOnlyDictionary<string, Organisation> Organisations { get; }
    public ILookup<long, Act> Acts { get; }
    public ILookup<string, UnfairListing> Listings { get; }

    public List<Contract>? ChainOf(Lot lot) => OfLot[lot.Id].FirstOrDefault();

    public bool IsListed(string? bin, DateTimeOffset? at) => bin is not null && Listings[bin].Any(one => one.From <= at && at <= one.Until);
}
