using System.Reflection;
using System.Text.Json;

namespace Risk;

/// <summary>
/// The dated data that the rules judge by: limits of the law, calendar, method groups, lists of words, thresholds.
/// A change of the law is a change of the files in Data, with a new version and the date from which it counts.
/// </summary>
public sealed record Catalogue
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    /// <summary>The catalogue built into this library.</summary>
    public static Catalogue Current { get; } = new()
    {
        Limits = Read<Limits>("limits"),
        Methods = Read<Methods>("methods"),
        Submission = Read<Submission>("submission"),
        Calendar = new WorkingDays(Read<HolidayTable>("calendar")),
        Units = Read<Units>("units"),
        Rules = Read<Rules>("rules"),
        Words = Read<BrandWords>("brands"),
        Dumping = Read<DumpingShares>("dumping"),
        Statuses = Read<Statuses>("statuses"),
        BidStatuses = Read<BidStatuses>("bidstatuses"),
        Grounds = Read<Grounds>("grounds"),
        BuyerKinds = Read<BuyerKinds>("buyerkinds"),
        Terms = Read<Terms>("terms"),
    };

    public required Limits Limits { get; init; }
    public required Methods Methods { get; init; }
    public required Submission Submission { get; init; }
    public required WorkingDays Calendar { get; init; }
    public required Units Units { get; init; }
    public required Rules Rules { get; init; }
    public required BrandWords Words { get; init; }
    public required DumpingShares Dumping { get; init; }
    public required Statuses Statuses { get; init; }
    public required BidStatuses BidStatuses { get; init; }
    public required Grounds Grounds { get; init; }
    public required BuyerKinds BuyerKinds { get; init; }
    public required Terms Terms { get; init; }

    /// <summary>Version of all files together; every finding carries it.</summary>
    public string Version => Limits.Version;

    /// <summary>Monthly calculation index in tenge, the January value of a financial year; null for a year not in the table.</summary>
    public decimal? MciOf(int year) => Limits.Mci.TryGetValue(year, out var value) ? value.Tenge : null;

    /// <summary>Purchases published before this law came into force follow another one, which this catalogue does not hold.</summary>
    public bool IsUnderNewLaw(DateTimeOffset published) => AstanaTime.DayOf(published) >= Limits.LawFrom;

    private static T Read<T>(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The file {name}.json is not built into the library.");

        return JsonSerializer.Deserialize<T>(file, Reading)
            ?? throw new InvalidOperationException($"The file {name}.json is empty.");
    }
}
