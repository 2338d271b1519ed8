using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>The volume that a buyer buys in one year by one method, of the lot's group and at the lot's places.</summary>
internal sealed record BuyerVolume
{
    /// <summary>Lots that certainly belong together with the judged one, which is among them.</summary>
    public List<LotFact> Together { get; } = [];

    /// <summary>The buyer's latest lots by the method just under its limit, whatever the year and the group.</summary>
    public List<LotFact> JustUnder { get; } = [];

    /// <summary>Lots that may belong too: a field that would tell is missing.</summary>
    public List<LotFact> Unclear { get; } = [];

    /// <summary>Tenge without VAT.</summary>
    public decimal Sum => Together.Sum(lot => lot.Amount);

    /// <summary>With the unclear lots, or with a sum that is not given, the volume may be above a limit.</summary>
    public bool MayExceed(decimal limit) => Together.Exists(lot => lot.AmountTiyn == 0) || Unclear.Exists(lot => lot.AmountTiyn == 0)
        || (Unclear.Count > 0 && Sum + Unclear.Sum(lot => lot.Amount) > limit);

    /// <param name="window">Which lots are just under the limit.</param>
    public static BuyerVolume Of(Population population, Lot lot, in LotFact judged, int method, HomogeneousGroup group, BunchingWindow window)
    {
        var (volume, year) = (new BuyerVolume(), judged.Year);
        var methods = population.Catalogue.Methods;

        foreach (ref readonly var other in population.LotsOf(judged.Buyer))
        {
            if (other.Id == judged.Id || MethodOf(other, methods) != method)
                continue;
            var belongs = other.Year == year ? Belongs(other, lot, judged, group) : false;
            var isJustUnder = window.Holds(other);
            if ((belongs is false && !isJustUnder) || !LotAttempts.IsLast(population, other, judged))
                continue;
            if (isJustUnder)
                volume.JustUnder.Add(other);
            if (belongs is not false)
                (belongs is null ? volume.Unclear : volume.Together).Add(other);
        }

        if (LotAttempts.IsLast(population, judged))
        {
            volume.Together.Add(judged);
            if (window.Holds(judged))
                volume.JustUnder.Add(judged);
        }

        return volume;
    }

    /// <summary>A purchase from one source after failure keeps the method that was planned.</summary>
    public static int MethodOf(in LotFact lot, Methods methods) => lot.Method == methods.AfterFailure ? lot.PlannedMethod : lot.Method;

    private static bool? Belongs(in LotFact other, Lot lot, in LotFact judged, HomogeneousGroup group) =>
        group.Holds(other.Enstru, other.Subject) is not true and var answer ? answer : MeetsIn(other, lot, judged);

    /// <summary>Whether two lots have a place in common; null when one has none, or several of which only the whole is known.</summary>
    private static bool? MeetsIn(in LotFact other, Lot lot, in LotFact judged)
    {
        if (other.PlaceCount == 0 || judged.PlaceCount == 0)
            return null;
        if (other.Places == judged.Places)
            return true;
        if (other.PlaceCount > 1)
            return (other.Regions & judged.Regions) == 0 ? false : null;
        foreach (var place in lot.Places)
            if (Words.DigestOfOne(place) == other.Places)
                return true;
        return false;
    }
}
