namespace Risk.Ocds;

/// <summary>Two counts for each name: how many of how many.</summary>
internal sealed class Tally
{
    private (long Hits, long All)[] counts = new (long, long)[64];

    public void Add(int name, long hits, long all)
    {
        if (name >= counts.Length)
            Array.Resize(ref counts, Math.Max(name + 1, counts.Length * 2));
        ref var count = ref counts[name];
        count = (count.Hits + hits, count.All + all);
    }

    public void Absorb(Tally other, int[] names)
    {
        foreach (var (name, hits, all) in other.Counted(1))
            Add(names[name], hits, all);
    }

    /// <summary>Names that were counted at least so many times.</summary>
    public IEnumerable<(int Name, long Hits, long All)> Counted(long least)
    {
        for (var name = 0; name < counts.Length; name++)
            if (counts[name].All > 0 && counts[name].All >= least)
                yield return (name, counts[name].Hits, counts[name].All);
    }
}
