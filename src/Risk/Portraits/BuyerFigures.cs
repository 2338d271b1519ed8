using Risk.Populations;

namespace Risk.Portraits;

/// <summary>One figure of one buyer.</summary>
internal readonly record struct BuyerValue(string Key, double Value, int Of);

/// <summary>All figures of one buyer.</summary>
internal sealed record BuyerRow(long Bin, byte Kind, int Contracts, long SumTiyn, IReadOnlyList<BuyerValue> Values);

/// <summary>The figures of all buyers over the last 24 months, worked out once.</summary>
internal sealed class BuyerFigures
{
    /// <summary>With fewer purchases a share says nothing yet.</summary>
    public const int Fewest = 5;

    private const int FewestPeers = 12;    // as for prices (KZ-01): the quartiles of fewer jump about
    private const int Months = 24;
    private readonly Dictionary<long, BuyerRow> rows;
    private readonly Dictionary<(byte Kind, string Key), double[]> sorted = [];

    private BuyerFigures(IEnumerable<BuyerRow> buyers)
    {
        rows = buyers.ToDictionary(row => row.Bin);
        foreach (var kind in rows.Values.Select(row => row.Kind).Distinct())
            foreach (var group in rows.Values.Where(row => kind == 0 || row.Kind == kind).SelectMany(row => row.Values)
                .Where(value => value.Of >= Fewest).GroupBy(value => value.Key))
                sorted[(kind, group.Key)] = [.. group.Select(value => value.Value).Order()];
    }

    public BuyerRow? Find(long bin) => rows.GetValueOrDefault(bin);

    public PeerRange? PeersOf(BuyerRow buyer, string key) =>
        sorted.TryGetValue((buyer.Kind, key), out var peers) && peers.Length >= FewestPeers
            ? new PeerRange(peers.Length, Quantiles.Of(peers, .25), Quantiles.Of(peers, .5), Quantiles.Of(peers, .75))
            : null;

    public static BuyerFigures Of(Population population)
    {
        var from = AstanaTime.DayOf(population.AsOf.AddMonths(-Months)).DayNumber;
        return new BuyerFigures(population.Buyers.Select(bin => Row(population, bin, from)));
    }

    private static BuyerRow Row(Population population, long bin, int from)
    {
        var deals = population.DealsOf(bin).ToArray().Where(deal => deal.Day >= from).ToList();
        var lots = population.LotsOf(bin).ToArray().Where(lot => lot.Published >= from).ToList();
        return new BuyerRow(bin, lots.Count > 0 ? lots[^1].BuyerKind : (byte)0, deals.Count, deals.Sum(deal => deal.SumTiyn),
            [.. Contracts(population, deals), .. Races(population, lots), .. Prices(population, lots)]);
    }

    private static IEnumerable<BuyerValue> Contracts(Population population, List<DealFact> deals)
    {
        var one = population.Catalogue.Methods.OneSource;
        var sum = deals.Sum(deal => (double)deal.SumTiyn);
        if (sum > 0)
            yield return new("one_source", deals.Where(deal => one.Contains(deal.Method)).Sum(deal => (double)deal.SumTiyn) / sum, deals.Count);
        if (deals.Count > 0)
            yield return new("amended", deals.Count(deal => deal.Version > 0) / (double)deals.Count, deals.Count);
        var accepted = deals.Where(deal => deal.FirstAct > 0).ToList();
        if (accepted.Count > 0)
            yield return new("late", accepted.Count(deal => deal.DaysLate > 0) / (double)accepted.Count, accepted.Count);
    }

    private static IEnumerable<BuyerValue> Races(Population population, List<LotFact> lots)
    {
        var competitive = population.Catalogue.Methods.Competitive;
        var (held, bidders, won, planned, agreed) = (0, 0, 0, 0.0, 0.0);
        List<double> days = [];
        foreach (var lot in lots.Where(lot => lot.Results > 0 && competitive.Contains(lot.Method)))
        {
            days.Add(lot.Results - lot.Published);
            var bids = population.BidsFor(lot.Id);
            if (bids.Count == 0)
                continue;
            held++;
            bidders += bids.Count;
            foreach (ref readonly var bid in bids)
                if (bid is { Outcome: BidOutcome.Won, AmountTiyn: > 0 } && lot.AmountTiyn > 0)
                    (won, planned, agreed) = (won + 1, planned + lot.AmountTiyn, agreed + bid.AmountTiyn);
        }

        if (held > 0)
            yield return new("bids", bidders / (double)held, held);
        if (won > 0)
            yield return new("saving", 1 - (agreed / planned), won);
        if (days.Count > 0)
            yield return new("days", Quantiles.Of([.. days.Order()], .5), days.Count);
    }

    private static IEnumerable<BuyerValue> Prices(Population population, List<LotFact> lots)
    {
        var usual = population.Habit(UsualPrices.Of);
        var times = lots.Select(usual.Times).OfType<double>().Order().ToList();
        if (times.Count > 0)
            yield return new("price", Quantiles.Of(times, .5), times.Count);
    }
}
