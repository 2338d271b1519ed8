namespace Fakes.Invented;

/// <summary>How much is invented, of what, and what is hidden in it.</summary>
public sealed record InventOptions
{
    /// <summary>How many lots; everything else comes with them at its usual rate.</summary>
    public int Lots { get; init; } = 1000;
    public ulong Seed { get; init; } = 7;

    /// <summary>First publication, and the last moment that is known: what would come later has not happened.</summary>
    public DateOnly From { get; init; } = new(2025, 1, 1);
    public DateOnly To { get; init; } = new(2026, 8, 31);

    /// <summary>Which kinds are written. The rest is drawn all the same, so that the lots do not depend on it.</summary>
    public Kinds Only { get; init; } = Kinds.All;

    /// <summary>How often each scheme of the list of signs is planted, by its code, for example KZ-01.</summary>
    public IReadOnlyDictionary<string, int> Schemes { get; init; } = new Dictionary<string, int>();
}

/// <summary>Kinds of the portal's objects.</summary>
[Flags]
public enum Kinds
{
    None = 0,
    References = 1,
    Organisations = 2,
    Plans = 4,
    Announcements = 8,
    Lots = 16,
    Bids = 32,
    Contracts = 64,
    Acts = 128,
    Unfair = 256,
    Journal = 512,
    All = 1023,
}
