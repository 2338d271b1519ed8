using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Risk;

/// <summary>The answers of one check over many lots.</summary>
public sealed class Rate
{
    private readonly Dictionary<string, int> missing = [], exceptions = [];

    [JsonInclude]
    public int Fired { get; private set; }

    /// <summary>Of the fired ones those of the second and third tier; a modifier is never among them.</summary>
    [JsonInclude]
    public int FiredWeak { get; private set; }

    [JsonInclude]
    public int Clear { get; private set; }

    [JsonInclude]
    public int NotApplicable { get; private set; }

    [JsonInclude]
    public int NotEvaluable { get; private set; }

    /// <summary>How often each key was the reason, or one of several, for not being evaluable or applicable.</summary>
    [JsonInclude]
    public SortedDictionary<string, int> Missing
    {
        get => new(missing, StringComparer.Ordinal);
        private set => Add(missing, value);
    }

    [JsonInclude]
    public SortedDictionary<string, int> Exceptions
    {
        get => new(exceptions, StringComparer.Ordinal);
        private set => Add(exceptions, value);
    }

    /// <summary>Lots for which the check came to an answer.</summary>
    [JsonIgnore]
    public int Evaluable => Fired + Clear;

    /// <summary>Share of fired among the evaluable, 0 to 1; of all tiers, and of the weaker two alone.</summary>
    [JsonIgnore]
    public double Share => Evaluable == 0 ? 0 : (double)Fired / Evaluable;

    [JsonIgnore]
    public double ShareOfWeak => Evaluable == 0 ? 0 : (double)FiredWeak / Evaluable;

    internal void Count(Finding finding)
    {
        Fired += finding.State == State.Fired ? 1 : 0;
        FiredWeak += finding is { State: State.Fired, Tier: not Tier.T1, IsModifier: false } ? 1 : 0;
        Clear += finding.State == State.Clear ? 1 : 0;
        NotApplicable += finding.State == State.NotApplicable ? 1 : 0;
        NotEvaluable += finding.State == State.NotEvaluable ? 1 : 0;
        Count(missing, finding.Missing);
        Count(exceptions, finding.Exceptions);
    }

    internal void Add(Rate other)
    {
        Fired += other.Fired;
        FiredWeak += other.FiredWeak;
        Clear += other.Clear;
        NotApplicable += other.NotApplicable;
        NotEvaluable += other.NotEvaluable;
        Add(missing, other.missing);
        Add(exceptions, other.exceptions);
    }

    private static void Count(Dictionary<string, int> counts, IReadOnlyList<string> keys)
    {
        for (var place = 0; place < keys.Count; place++)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, keys[place], out _)++;
    }

    private static void Add(Dictionary<string, int> counts, IEnumerable<KeyValuePair<string, int>> others)
    {
        foreach (var (key, count) in others)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
    }
}
