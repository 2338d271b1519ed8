using Risk.Populations;

namespace Risk.Habits;

/// <summary>The kind of each buyer: that of its latest lot whose buyer's name tells one. 0 for a buyer of no known kind.</summary>
internal sealed class BuyerKindOf
{
    private readonly Dictionary<long, byte> kinds = [];

    private BuyerKindOf(Population population)
    {
        foreach (ref readonly var lot in population.Lots)
            if (lot.BuyerKind != 0 && lot.Buyer != 0)
                kinds[lot.Buyer] = lot.BuyerKind;
    }

    public static BuyerKindOf Of(Population population) => new(population);

    public byte this[long buyer] => kinds.GetValueOrDefault(buyer);
}
