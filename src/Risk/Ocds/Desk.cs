namespace Risk.Ocds;

/// <summary>What the indicators of one worker have in common: names by number, and what fired.</summary>
internal sealed class Desk
{
    public Names Ocids { get; } = new();

    /// <summary>Organisations, currencies and classes of goods.</summary>
    public Names Organisations { get; } = new();

    public Marks Marks { get; } = new();

    public int Ocid(Release release) => Ocids.Of(release.Text(release.Ocid));

    /// <summary>Marks the release itself.</summary>
    public void Mark(Release release, Code code, double value = 1) => Marks.Set(Group.Ocid, Ocid(release), code, value, release.Line);

    /// <summary>Marks a tenderer of a release.</summary>
    public void MarkTenderer(int tenderer, Release release, Code code, double value = 1) =>
        Marks.Set(Group.Tenderer, tenderer, code, value, release.Line);

    /// <summary>Marks anything when all releases are read.</summary>
    public void Conclude(Group group, int name, Code code, double value) => Marks.Set(group, name, code, value, Marks.AtTheEnd);
}
