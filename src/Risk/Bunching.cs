using Procurement;

namespace Risk;

/// <summary>Purchases of one buyer that gather just under a limit, more than chance and the country's habit explain.</summary>
internal sealed record Bunching(IReadOnlyList<Lot> Near, bool Fires, bool LacksNationalCounts)
{
    public static Bunching Of(CaseFile file, IReadOnlyList<Lot> lots, decimal limit, decimal limitMci, BunchingRule rule)
    {
        var recent = lots.Where(lot => lot.Published > file.AsOf.AddDays(-rule.Days)).ToList();
        var near = recent.Where(lot => lot.Amount >= rule.From * limit && lot.Amount <= limit).ToList();
        var below = recent.Count(lot => lot.Amount >= (rule.From - 0.1m) * limit && lot.Amount < rule.From * limit);

        if (near.Count < rule.Least || near.All(lot => lot.Id != file.Lot.Id))
        {
            return new Bunching(near, Fires: false, LacksNationalCounts: false);
        }

        if (!file.NearLimits.TryGetValue(limitMci, out var national) || national.From90To100 + national.From80To90 == 0)
        {
            return new Bunching(near, Fires: false, LacksNationalCounts: true);
        }

        var usual = (double)national.From90To100 / (national.From80To90 + national.From90To100);

        return new Bunching(near, BinomialTail(near.Count, near.Count + below, usual) < rule.Tail, LacksNationalCounts: false);
    }

    /// <summary>Chance of at least so many successes in so many trials.</summary>
    internal static double BinomialTail(int least, int trials, double chance) =>
        Enumerable.Range(least, trials - least + 1)
            .Sum(k => Combinations(trials, k) * Math.Pow(chance, k) * Math.Pow(1 - chance, trials - k));

    private static double Combinations(int n, int k) =>
        Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
