using Risk.Habits;
using Risk.Populations;

namespace Risk;

/// <summary>Purchases of one buyer that gather just under a limit, more than chance and the country's habit explain.</summary>
internal sealed record Bunching(IReadOnlyList<LotFact> Near, bool Fires, bool LacksNationalCounts)
{
    /// <param name="lots">The buyer's lots by the method that the <see cref="Window"/> holds; the judged one may be among them.</param>
    public static Bunching Of(CaseFile file, Population population, int method, IReadOnlyList<LotFact> lots, decimal limit)
    {
        var rule = population.Catalogue.Rules.Bunching;
        var near = lots.Where(lot => lot.Amount >= rule.From * limit).ToList();
        var below = lots.Count - near.Count;

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

    /// <summary>Which lots count: recent ones near the limit, and those of the tenth of the limit below, which they are held against.</summary>
    public static BunchingWindow Window(CaseFile file, Catalogue catalogue, decimal limit)
    {
        var rule = catalogue.Rules.Bunching;
        return new BunchingWindow(
            Numbers.Day(file.AsOf) - rule.Days, (long)decimal.Ceiling((rule.From - 0.1m) * limit * 100), (long)decimal.Floor(limit * 100));
    }
}

/// <summary>Lots published after a day whose planned sums, in hundredths of a tenge, lie between two, both included.</summary>
internal readonly record struct BunchingWindow(int After, long Least, long Most)
{
    public bool Holds(in LotFact lot) => lot.Published > After && lot.AmountTiyn >= Least && lot.AmountTiyn <= Most;
}
