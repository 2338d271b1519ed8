using Procurement;

namespace Risk;

/// <summary>Thresholds of KZ-06.</summary>
/// <param name="PriceTolerance">A price that rose less is rounding.</param>
/// <param name="Growth">Growth of the sum that is much, within <paramref name="Days"/> days of the signature.</param>
/// <param name="FullRatio">Ratio at which the strength is full.</param>
/// <param name="BeyondSavingGroups">Beginnings of codes of transport and communication.</param>
/// <param name="ArmedForces">Words in names of buyers of the armed forces.</param>
/// <param name="FoodGroups">Beginnings of codes of food.</param>
/// <param name="TariffGroups">Beginnings of codes whose prices the state regulates.</param>
internal sealed record RaiseRule(
    decimal PriceTolerance,
    decimal Growth,
    int Days,
    double FullRatio,
    IReadOnlyList<string> BeyondSavingGroups,
    IReadOnlyList<string> ArmedForces,
    IReadOnlyList<string> FoodGroups,
    IReadOnlyList<string> TariffGroups)
{
    public required string Reason { get; init; }
}

/// <summary>How a contract in its last version differs from itself at the signature. Sums in tenge without VAT.</summary>
internal sealed record RaisedContract(Contract Before, Contract After, Contract FirstChange)
{
    /// <summary>Null when there is no amendment.</summary>
    public static RaisedContract? Of(Deal deal) =>
        deal.Versions.Count < 2 ? null : new RaisedContract(deal.First, deal.Last, deal.Versions[1]);

    /// <summary>VAT was put in or taken out; null where a version does not say.</summary>
    public bool? VatChanged => VatOf(Before) is { } before && VatOf(After) is { } after ? before != after : null;

    /// <summary>The subject whose unit price rose most: before and after; null when none can be matched.</summary>
    public (decimal Before, decimal After)? SteepestPrice(Lot lot, IReadOnlyDictionary<long, long> planRoots, Units units)
    {
        var steepest = ((decimal Before, decimal After)?)null;
        var later = After.Items.Where(item => IsCounted(item, lot, units)).ToLookup(item => KeyOf(item, planRoots));
        foreach (var group in Before.Items.Where(item => IsCounted(item, lot, units)).GroupBy(item => KeyOf(item, planRoots)))
        {
            if (group.Key is "" || group.Count() != 1 || later[group.Key].Count() != 1
                || group.Single().UnitPrice is not > 0 || later[group.Key].Single().UnitPrice is not { } price)
            {
                continue;
            }

            var pair = (group.Single().UnitPrice!.Value, price);
            steepest = steepest is { } known && known.After / known.Before >= price / pair.Item1 ? known : pair;
        }

        return steepest;
    }

    /// <summary>A unit that can be counted: the "price" of one service or one job is the whole sum, and grows with its volume.</summary>
    private static bool IsCounted(ContractItem item, Lot lot, Units units)
    {
        var own = item.LotId is null or 0 || item.LotId == lot.Id;
        var (code, name) = item.UnitCode is null && item.UnitName is null ? (lot.UnitCode, lot.UnitName) : (item.UnitCode, item.UnitName);

        return own && !Units.Has(units.WithoutComparablePrice, code, name) && ((code ?? name) is not null || lot.SubjectType == 1);
    }

    private static string KeyOf(ContractItem item, IReadOnlyDictionary<long, long> planRoots) =>
        item.PlanItemId is > 0 and { } plan ? $"plan {planRoots.GetValueOrDefault(plan, plan)}"
        : item.Enstru is { } code ? code : "";

    private static bool? VatOf(Contract version) => version.HasVat
        ?? (version is { Sum: > 0 and { } without, SumWithVat: > 0 and { } with } ? with > without * 1.001m : null);
}
