using System.Text.Json;

namespace Risk;

/// <summary>
/// How often each check fires over many lots: a check that fires often says little about one of them. Each thread counts by itself;
/// the counts are merged afterwards. Not for several threads.
/// </summary>
public sealed class BaseRates
{
    /// <summary>A check of the second or third tier that fires more often than this is muted until a person has looked at it.</summary>
    public const double UsualMost = 0.10;

    private readonly Dictionary<string, Rate> rates = [];

    /// <param name="populationVersion">Day of the population that the lots are compared with; null without one.</param>
    public BaseRates(string catalogueVersion, string? populationVersion)
    {
        CatalogueVersion = catalogueVersion;
        PopulationVersion = populationVersion;
    }

    public string CatalogueVersion { get; }
    public string? PopulationVersion { get; }

    /// <summary>The counts so far by code, in its order.</summary>
    public IReadOnlyDictionary<string, Rate> Rates => new SortedDictionary<string, Rate>(rates, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The report was made by another catalogue or population.</exception>
    public void Count(RiskReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        MustMatch(report.CatalogueVersion, report.PopulationVersion);
        foreach (var finding in report.Findings)
            RateOf(finding.Code).Count(finding);
    }

    /// <summary>Adds the counts of another thread, which stay as they are.</summary>
    /// <exception cref="ArgumentException">They were made by another catalogue or population.</exception>
    public void Merge(BaseRates other)
    {
        ArgumentNullException.ThrowIfNull(other);
        MustMatch(other.CatalogueVersion, other.PopulationVersion);
        foreach (var (code, rate) in other.rates)
            RateOf(code).Add(rate);
    }

    /// <summary>Codes whose weaker signs are to be told as context only.</summary>
    /// <param name="most">Share of fired among the evaluable above which a check is muted; exactly it is not.</param>
    /// <param name="leastEvaluable">With fewer evaluable lots a share says nothing, so nothing is muted.</param>
    /// <param name="reviewed">Codes that a person has looked at and let speak.</param>
    public IReadOnlySet<string> MutedCodes(double most, int leastEvaluable, IReadOnlySet<string> reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        return rates.Where(pair => pair.Value.Evaluable >= Math.Max(1, leastEvaluable) && pair.Value.ShareOfWeak > most)
            .Select(pair => pair.Key).Where(code => !reviewed.Contains(code)).ToHashSet(StringComparer.Ordinal);
    }

    public string ToJson() => JsonSerializer.Serialize(new Written(CatalogueVersion, PopulationVersion, new(rates, StringComparer.Ordinal)), JsonSerializerOptions.Web);

    /// <exception cref="JsonException">The text does not hold base rates.</exception>
    public static BaseRates FromJson(string text)
    {
        var written = JsonSerializer.Deserialize<Written>(text, JsonSerializerOptions.Web);
        if (written is not { CatalogueVersion: { } catalogue, Rates: { } counted })
            throw new JsonException("The text does not hold base rates.");
        var read = new BaseRates(catalogue, written.PopulationVersion);
        foreach (var (code, rate) in counted)
            read.RateOf(code).Add(rate);
        return read;
    }

    private Rate RateOf(string code) => rates.TryGetValue(code, out var rate) ? rate : rates[code] = new Rate();

    private void MustMatch(string catalogue, string? population)
    {
        if ((catalogue, population) != (CatalogueVersion, PopulationVersion))
            throw new ArgumentException(
                $"Rates of catalogue {CatalogueVersion} and population {PopulationVersion} cannot take those of {catalogue} and {population}.");
    }

    private sealed record Written(string? CatalogueVersion, string? PopulationVersion, SortedDictionary<string, Rate>? Rates);
}
