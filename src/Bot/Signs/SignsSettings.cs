using System.Text.Json;
using Risk;

namespace Bot.Signs;

/// <summary>What the operator knows of the store that the signs are judged from (section "Signs").</summary>
public sealed record SignsSettings
{
    public const string DefaultFile = "data/bot.population";

    private readonly Lazy<Catalogue> catalogue;

    public SignsSettings() => catalogue = new(() => BidStatuses.Length == 0 ? Catalogue.Current : Extended(BidStatuses));

    /// <summary>From when on the store holds every lot, every contract: sums over a buyer's year are complete from then on only.</summary>
    public DateOnly? LotsWholeFrom { get; init; }
    public DateOnly? ContractsWholeFrom { get; init; }

    /// <summary>Where the population is kept between two starts. Empty: every start reads the whole store.</summary>
    public string PopulationFile { get; init; } = DefaultFile;

    /// <summary>
    /// A JSON file with the portal's words for what became of a bid, {"Отклонено": "Rejected"}: only those that we saw are built in. Empty: none.
    /// </summary>
    public string BidStatuses { get; init; } = "";

    /// <summary>Checks that fire often and may speak all the same, because a person has looked: KZ-12,KZ-21.</summary>
    public string Reviewed { get; init; } = "";

    internal IReadOnlySet<string> ReviewedCodes =>
        Reviewed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>The data to judge by, with the operator's words for bids.</summary>
    internal Catalogue Catalogue => catalogue.Value;

    private static Catalogue Extended(string file)
    {
        var words = JsonSerializer.Deserialize<Dictionary<string, BidOutcome>>(File.ReadAllText(file))!;
        var known = Catalogue.Current;
        var version = $"{known.Version}+{string.Join(',', words.Select(word => $"{word.Key}={word.Value}").Order(StringComparer.Ordinal))}";    // told with every sign
        return known with { BidStatuses = known.BidStatuses.With(words), Limits = known.Limits with { Version = version } };
    }
}
