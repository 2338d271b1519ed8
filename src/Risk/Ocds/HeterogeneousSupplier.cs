namespace Risk.Ocds;

/// <summary>
/// R048, heterogeneous supplier: among suppliers of enough releases, one has so many classes of goods (the first characters of the items'
/// classification) as the limit, else as the upper fence of all. Only active awards to one supplier count. The tenderer gets the number.
/// Where the quartiles are equal there is no spread and so no outlier; Cardinal then flags everybody at the quartile and above: pass
/// <paramref name="withoutSpread"/> for that.
/// </summary>
internal sealed class HeterogeneousSupplier(VarietyLimits limits, bool withoutSpread, Desk desk) : Collector
{
    private readonly Tally releases = new(), classes = new();
    private readonly HashSet<long> met = [];
    private readonly HashSet<int> counted = [];

    public override void Look(Release release)
    {
        counted.Clear();
        foreach (ref readonly var award in release.Awards)
            if (award is { Status: AwardStatus.Active, Classifications: > 0 } && release.Single(award.Suppliers) is >= 0 and var supplier)
                Count(release, award, supplier);
    }

    private void Count(Release release, in Award award, int supplier)
    {
        if (counted.Add(supplier))
            releases.Add(supplier, 0, 1);
        for (var at = 0; at < award.Classifications; at++)
            Meet(supplier, desk.Organisations.Of(Class(release.Text(release.Classifications[award.FirstClassification + at]))));
    }

    private void Meet(int supplier, int @class)
    {
        if (met.Add(((long)supplier << 32) | (uint)@class))
            classes.Add(supplier, 0, 1);
    }

    /// <summary>The first characters, of one to four bytes each.</summary>
    private ReadOnlySpan<byte> Class(ReadOnlySpan<byte> classification)
    {
        var at = 0;
        for (var character = 0; character < limits.Digits && at < classification.Length; character++)
            do
                at++;
            while (at < classification.Length && (classification[at] & 0xC0) == 0x80);    // 10xxxxxx goes on with a character
        return classification[..at];
    }

    public override void Absorb(Collector other, Renaming renaming)
    {
        var more = (HeterogeneousSupplier)other;
        releases.Absorb(more.releases, renaming.Organisations);
        foreach (var pair in more.met)
            Meet(renaming.Organisations[(int)(pair >> 32)], renaming.Organisations[(int)(uint)pair]);
    }

    public override void Conclude()
    {
        var suppliers = releases.Counted(limits.MinimumContractingProcesses).Select(supplier => supplier.Name).ToHashSet();
        var varieties = classes.Counted(1).Where(supplier => suppliers.Contains(supplier.Name)).ToList();
        var fence = Fence.Of([.. varieties.Select(supplier => (double)supplier.All)]);
        if (limits.Classes is null && !fence.HasSpread && !withoutSpread)
            return;
        foreach (var supplier in varieties)
            if (supplier.All >= (limits.Classes ?? fence.High))
                desk.Conclude(Group.Tenderer, supplier.Name, Code.R048, supplier.All);
    }
}
