using System.Text.Json.Serialization;

namespace Risk;

/// <summary>The shortest time for bids that the rules allow, by method.</summary>
public sealed record Submission
{
    public required string Source { get; init; }
    public required IReadOnlyList<SubmissionPeriod> Periods { get; init; }

    /// <summary>Methods that by law have no such minimum, with the exception to tell.</summary>
    public required IReadOnlyDictionary<int, string> WithoutMinimum { get; init; }

    /// <summary>Why there is no minimum, by the exception.</summary>
    public required IReadOnlyDictionary<string, string> WithoutMinimumSources { get; init; }

    public SubmissionPeriod? Of(int method) => Periods.FirstOrDefault(period => period.Methods.Contains(method));
}

/// <param name="Days">Least days for a first purchase.</param>
/// <param name="RepeatDays">Least days for a repeat with unchanged documents.</param>
/// <param name="Calendar">Calendar days; otherwise working days.</param>
/// <param name="CountedFrom">What the days begin after, in a first purchase.</param>
/// <param name="Cases">Where the rules count otherwise.</param>
/// <summary>The minimum of some methods and the paragraph that sets it.</summary>
public sealed record SubmissionPeriod(
    IReadOnlyList<int> Methods,
    int Days,
    int RepeatDays,
    bool Calendar,
    CountedFrom CountedFrom,
    string Source,
    IReadOnlyList<SubmissionCase> Cases)
{
    /// <summary>The exception of that name (no_discussion, repeat, changed_documents); null when the method has none.</summary>
    public SubmissionCase? In(string name) => Cases.FirstOrDefault(special => special.Case == name);
}

/// <summary>Least days in a special case of a method, in the days of its period, and the paragraph that sets them.</summary>
public sealed record SubmissionCase(string Case, int Days, CountedFrom CountedFrom, string Source);

/// <summary>The publication of the announcement, or that of the protocol of the preliminary discussion.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CountedFrom>))]
public enum CountedFrom { Announcement, Protocol }
