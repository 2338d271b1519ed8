using Risk.Populations;

namespace Risk.Portraits;

/// <summary>How a buyer buys, beside buyers of its kind. Figures to ask questions by, not signs.</summary>
/// <param name="Bin">Business number.</param>
/// <param name="Kind">Kind of the buyer ("school"); null when its name does not tell, and then all buyers are its peers.</param>
/// <param name="Contracts">Contracts of the last 24 months, and their sum in tenge without VAT.</param>
/// <param name="Figures">Those that it has enough purchases for.</param>
public sealed record BuyerPortrait(long Bin, string? Kind, int Contracts, decimal Sum, IReadOnlyList<Figure> Figures)
{
    /// <summary>Null when the population holds nothing of this buyer.</summary>
    public static BuyerPortrait? Of(Population population, long bin)
    {
        ArgumentNullException.ThrowIfNull(population);
        var all = population.Habit(BuyerFigures.Of);
        return all.Find(bin) is not { } own
            ? null
            : new BuyerPortrait(bin, own.Kind == 0 ? null : population.BuyerKinds[own.Kind], own.Contracts, own.SumTiyn / 100m,
                [.. own.Values.Where(value => value.Of >= BuyerFigures.Fewest).Select(value => new Figure(value.Key, value.Value, value.Of, all.PeersOf(own, value.Key)))]);
    }
}
