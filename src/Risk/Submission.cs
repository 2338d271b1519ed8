namespace Risk;

/// <summary>The shortest time for bids that the rules allow, by method.</summary>
public sealed record Submission
{
    public required IReadOnlyList<SubmissionPeriod> Periods { get; init; }

    /// <summary>Methods that by law have no such minimum, with the exception to tell.</summary>
    public required IReadOnlyDictionary<int, string> WithoutMinimum { get; init; }

    public SubmissionPeriod? Of(int method) => Periods.FirstOrDefault(period => period.Methods.Contains(method));
}

/// <param name="Days">Least days for a first purchase.</param>
/// <param name="RepeatDays">Least days for a repeat with unchanged documents.</param>
/// <param name="Calendar">Calendar days; otherwise working days.</param>
/// <param name="CountedFrom">What the days begin after.</param>
/// <summary>The minimum of some methods and the paragraph that sets it.</summary>
public sealed record SubmissionPeriod(
    IReadOnlyList<int> Methods, int Days, int RepeatDays, bool Calendar, CountedFrom CountedFrom, string Source);

/// <summary>The publication of the announcement, or that of the protocol of the preliminary discussion.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<CountedFrom>))]
public enum CountedFrom { Announcement, Protocol }
