using Risk.Populations;

namespace Risk.Habits;

/// <summary>How many buyers of each kind ever bought a thing of each class, four digits of the code. Buyers, not purchases, are counted:
/// a roof is repaired once in years by everybody.</summary>
internal sealed class NeedsOfKinds
{
    private const int ClassDigits = 4;
    private readonly HashSet<(byte Kind, long Buyer)> buyers = [];
    private readonly HashSet<(byte Kind, long Buyer, long Class)> bought = [];
    private readonly Dictionary<byte, int> ofKind = [];
    private readonly Dictionary<(byte Kind, long Class), int> ofClass = [];

    private NeedsOfKinds(Population population)
    {
        foreach (ref readonly var lot in population.Lots)
        {
            if (lot.BuyerKind != 0 && lot.Enstru != 0 && lot.Buyer != 0)
                Count(lot.BuyerKind, lot.Buyer, lot.Enstru);
        }

        var kinds = population.Habit(BuyerKindOf.Of);    // direct contracts have no lots: water and light are bought so
        foreach (ref readonly var deal in population.Deals)
            if (kinds[deal.Buyer] is not 0 and var kind)
                foreach (ref readonly var item in population.ItemsOf(deal))
                    if (item.Enstru != 0)
                        Count(kind, deal.Buyer, item.Enstru);
    }

    private void Count(byte kind, long buyer, long enstru)
    {
        if (buyers.Add((kind, buyer)))
            ofKind[kind] = ofKind.GetValueOrDefault(kind) + 1;
        if (bought.Add((kind, buyer, ClassOf(enstru))))
            ofClass[(kind, ClassOf(enstru))] = ofClass.GetValueOrDefault((kind, ClassOf(enstru))) + 1;
    }

    public static NeedsOfKinds Of(Population population) => new(population);

    public static long ClassOf(long enstru) => EnstruCode.Beginning(enstru, ClassDigits);

    /// <summary>How many other buyers of the kind there are, and how many of them bought a thing of the class.</summary>
    public (int Buyers, int Bought) Others(byte kind, long buyer, long enstru) =>
    (
        ofKind.GetValueOrDefault(kind) - (buyers.Contains((kind, buyer)) ? 1 : 0),
        ofClass.GetValueOrDefault((kind, ClassOf(enstru))) - (bought.Contains((kind, buyer, ClassOf(enstru))) ? 1 : 0)
    );
}
