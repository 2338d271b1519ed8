namespace Risk.Ocds;

/// <summary>
/// One indicator at work in one worker: looks at each release, marks what fires at once, keeps what can be judged only when all are read.
/// </summary>
internal abstract class Collector
{
    /// <summary>Looks at a release that is neither cancelled nor excluded.</summary>
    public virtual void Look(Release release)
    {
    }

    /// <summary>Takes over what the same indicator of another worker kept, whose names have other numbers here.</summary>
    public virtual void Absorb(Collector other, Renaming renaming)
    {
    }

    /// <summary>Marks what only all releases together tell.</summary>
    public virtual void Conclude()
    {
    }
}

/// <summary>New numbers for the names of another worker, by their old numbers.</summary>
internal sealed record Renaming(int[] Ocids, int[] Organisations);
