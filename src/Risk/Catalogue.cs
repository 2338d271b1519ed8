using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Procurement;

namespace Risk;

/// <summary>
/// The dated data that the rules judge by: limits of the law, calendar, method groups, lists of words, thresholds.
/// A change of the law is a change of the files in Data, with a new version and the date from which it counts.
/// </summary>
public sealed record Catalogue
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

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
        Amendments = Read<AmendmentGrounds>("amendments"),
        Luxuries = Read<Luxuries>("luxury"),
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
    public required AmendmentGrounds Amendments { get; init; }
    public required Luxuries Luxuries { get; init; }

    /// <summary>Version of all files together; every finding carries it.</summary>
    public string Version => Limits.Version;

    /// <summary>Monthly calculation index in tenge, the January value of a financial year; null for a year not in the table.</summary>
    public decimal? MciOf(int year) => Limits.Mci.TryGetValue(year, out var value) ? value.Tenge : null;

    /// <summary>Purchases published before this law came into force follow another one, which this catalogue does not hold.</summary>
    public bool IsUnderNewLaw(DateTimeOffset published) => AstanaTime.DayOf(published) >= Limits.LawFrom;

    /// <summary>The thresholds of one indicator that no law sets, from Data/thresholds/CODE.json with the reason of each.</summary>
    /// <exception cref="JsonException">The file has a name that <typeparamref name="T"/> does not know.</exception>
    public static T Thresholds<T>(string code)
        where T : notnull => Known<T>.ByCode.GetOrAdd(code, static code => Read<T>(code, Strict));

    /// <summary>What became of an offer; unknown where the portal's word for it is not in the dictionary.</summary>
    public BidOutcome OutcomeOf(BidLot offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return BidStatuses.Of(offer.StatusId, offer.StatusName) ?? BidOutcome.Unknown;
    }

    /// <summary>Asked for with every lot, and of one kind there is one code or few.</summary>
    private static class Known<T>
    {
        public static readonly ConcurrentDictionary<string, T> ByCode = [];
    }

    private static T Read<T>(string name, JsonSerializerOptions? options = null)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The file {name}.json is not built into the library.");

        return JsonSerializer.Deserialize<T>(file, options ?? Reading)
            ?? throw new InvalidOperationException($"The file {name}.json is empty.");
    }
}
