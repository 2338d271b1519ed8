using Procurement;

namespace Bot.Feeds;

/// <summary>How one feed is read: what it asks for, how far back each time, how old it may become.</summary>
/// <param name="Name">The name of its position in the store.</param>
public sealed record Course(string Name, Feed Feed, Stride Stride)
{
    /// <summary>Read again before the last position: clocks differ, and a change may become visible late.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Older than this it is not what people are promised.</summary>
    public TimeSpan Promise { get; init; } = TimeSpan.FromHours(36);

    /// <summary>Plans: of this year. References: of this table.</summary>
    public int? Year { get; init; }
    public string? Table { get; init; }

    /// <summary>The state portal's reference tables that are shown or judged by.</summary>
    private static readonly string[] Tables =
        ["RefTradeMethods", "RefLotsStatus", "RefBuyStatus", "RefContractStatus", "RefPoSt", "RefJustification", "RefAmendmAgreemJustif", "RefContractCancel"];

    /// <summary>What people are told the age of.</summary>
    public static Course Lots { get; } = new("Lots", Feed.Lots, Stride.Changes) { Promise = TimeSpan.FromHours(1) };

    /// <summary>Every ten minutes.</summary>
    public static IReadOnlyList<Course> Often { get; } =
    [
        Lots,
        new("Announcements", Feed.Announcements, Stride.Changes) { Promise = TimeSpan.FromHours(1) },
    ];

    /// <summary>Every night. A journal day is asked for whole.</summary>
    public static IReadOnlyList<Course> Nightly(int year) =>
    [
        new("Contracts", Feed.Contracts, Stride.Changes) { Overlap = TimeSpan.FromHours(2) },
        new("Acts", Feed.Acts, Stride.Changes) { Overlap = TimeSpan.FromHours(2) },
        new("Unfair", Feed.Unfair, Stride.Whole),
        new("Organisations", Feed.Organisations, Stride.Changes) { Overlap = TimeSpan.FromHours(2) },
        new("Journal", Feed.Journal, Stride.Days) { Overlap = TimeSpan.Zero },
        new($"Plans:{year}", Feed.Plans, Stride.Newest) { Year = year, Promise = TimeSpan.FromHours(48) },
        .. Tables.Select(table => new Course($"References:{table}", Feed.References, Stride.Whole) { Table = table, Promise = TimeSpan.FromDays(14) }),
    ];

    /// <summary>What years of the past are filled with, day after day.</summary>
    public static IReadOnlyList<Course> Filling { get; } =
    [
        new("Fill:Announcements", Feed.Announcements, Stride.Days) { Overlap = TimeSpan.Zero },
        new("Fill:Lots", Feed.Lots, Stride.Days) { Overlap = TimeSpan.Zero },
        new("Fill:Contracts", Feed.Contracts, Stride.Days) { Overlap = TimeSpan.Zero },
        new("Fill:Acts", Feed.Acts, Stride.Days) { Overlap = TimeSpan.Zero },
    ];

    public static IReadOnlyList<Course> All(int year) => [.. Often, .. Nightly(year)];
}

/// <summary>How a feed is walked.</summary>
public enum Stride
{
    /// <summary>What changed since the last walk.</summary>
    Changes,

    /// <summary>The same, one day of the portal's clock at a time.</summary>
    Days,

    /// <summary>Everything, each time.</summary>
    Whole,

    /// <summary>From the newest id down to the last walk's newest: what has no filter by date, where a change makes a new id.</summary>
    Newest,
}
