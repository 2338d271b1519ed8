using Risk.Habits;
using Risk.Populations;

namespace Risk;

/// <summary>Purchases of one buyer that gather just under a limit, more than chance and the country's habit explain.</summary>
internal sealed record Bunching(IReadOnlyList<LotFact> Near, bool Fires, bool LacksNationalCounts)
{
    /// <param name="lots">The buyer's lots by the method, at least those after <see cref="After"/>; the judged one may be among them.</param>
    public static Bunching Of(CaseFile file, Population population, int method, IReadOnlyList<LotFact> lots, decimal limit)
    {
        var rule = population.Catalogue.Rules.Bunching;
        var after = After(file, population.Catalogue);
        var recent = lots.Where(lot => lot.Published > after).ToList();
        var near = recent.Where(lot => lot.Amount >= rule.From * limit && lot.Amount <= limit).ToList();
        var below = recent.Count(lot => lot.Amount >= (rule.From - 0.1m) * limit && lot.Amount < rule.From * limit);

        if (near.Count < rule.Least || near.All(lot => lot.Id != file.Lot.Id))
        {
            return new Bunching(near, Fires: false, LacksNationalCounts: false);
        }

        var others = population.Habit(NearLimits.Of).Others(method, Numbers.Bin(file.Lot.BuyerBin));

        if (others.Below + others.Near < rule.LeastNational)
        {
            return new Bunching(near, Fires: false, LacksNationalCounts: true);
        }

        // one is added on each side: that something was not seen does not mean that it cannot be
        var usual = (others.Near + 1.0) / (others.Below + others.Near + 2);

        return new Bunching(near, Binomial.AtLeast(near.Count, near.Count + below, usual) < rule.Tail, LacksNationalCounts: false);
    }

    /// <summary>The last day that is too long ago to count.</summary>
    public static int After(CaseFile file, Catalogue catalogue) => Numbers.Day(file.AsOf) - catalogue.Rules.Bunching.Days;
}
