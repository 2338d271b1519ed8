using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// How many purchases of the country lie at 80–90 % and at 90–100 % of the year's limit of their method: what bunching under a limit is
/// held against. A buyer's own are left out, or it would be measured by itself.
/// </summary>
internal sealed class NearLimits
{
    private const decimal From = 0.8m;
    private const decimal Border = 0.9m;

    private readonly Dictionary<int, (int Below, int Near)> country = [];
    private readonly Dictionary<(int Method, long Buyer), (int Below, int Near)> own = [];

    private NearLimits()
    {
    }

    public static NearLimits Of(Population population)
    {
        var (counts, catalogue) = (new NearLimits(), population.Catalogue);
        var limits = new Dictionary<int, decimal>
        {
            [catalogue.Methods.PriceProposals] = catalogue.Limits.PriceProposals.Mci,
            [catalogue.Methods.EShop] = catalogue.Limits.EShop.Mci,
        };

        foreach (ref readonly var lot in population.Lots)
        {
            var method = BuyerVolume.MethodOf(lot, catalogue.Methods);
            if (lot.Published < catalogue.Limits.LawFrom.DayNumber || !limits.TryGetValue(method, out var mci)
                || catalogue.MciOf(lot.Year) is not { } index)
                continue;

            var share = lot.Amount / (mci * index);
            if (share >= From && share <= 1 && LotAttempts.IsLast(population, lot))
                counts.Add(method, lot.Buyer, share < Border ? (1, 0) : (0, 1));
        }

        return counts;
    }

    /// <summary>Purchases of all but one buyer.</summary>
    public (int Below, int Near) Others(int method, long buyer)
    {
        var (all, mine) = (country.GetValueOrDefault(method), own.GetValueOrDefault((method, buyer)));
        return (all.Below - mine.Below, all.Near - mine.Near);
    }

    private void Add(int method, long buyer, (int Below, int Near) one)
    {
        var (all, mine) = (country.GetValueOrDefault(method), own.GetValueOrDefault((method, buyer)));
        country[method] = (all.Below + one.Below, all.Near + one.Near);
        own[(method, buyer)] = (mine.Below + one.Below, mine.Near + one.Near);
    }
}
