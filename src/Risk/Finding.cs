namespace Risk;

/// <summary>
/// What one indicator says about one lot. Only <see cref="State.Fired"/> is a sign; a sign is a reason to check, not proof.
/// </summary>
public sealed record Finding
{
    /// <summary>Code of the indicator, for example KZ-13.</summary>
    public required string Code { get; init; }
    public required State State { get; init; }
    public required Tier Tier { get; init; }
    public required string Family { get; init; }

    /// <summary>What the judgement is about: the lot itself, or the contract, buyer, supplier or pair behind it.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The check fires too often until a person has looked at it: told as context, it raises nothing and alerts nobody.</summary>
    public bool IsMuted { get; init; }

    /// <summary>It tells how much of the other checks could be seen, so it is no sign of its own.</summary>
    public bool IsModifier { get; init; }

    /// <summary>A sign that counts in level, order and alerts.</summary>
    internal bool Counts => State == State.Fired && !IsMuted && !IsModifier && !IsInternal;

    /// <summary>The measured value and the limit it is held against, in the unit that the indicator documents.</summary>
    public decimal? Value { get; init; }
    public decimal? Threshold { get; init; }

    /// <summary>0 at the threshold, 1 at K times the threshold or for a yes/no rule. For ordering, never shown.</summary>
    public double Strength { get; init; }

    /// <summary>The comparison group, where there is one.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>The objects and fields that the judgement rests on.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Reasons that made the rule not applicable: words are under "risk.exception.KEY".</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];

    /// <summary>What was needed and is not there: words are under "risk.missing.KEY".</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>For a person who looks at it first: never told in a chat by itself, and the level does not count it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Which of several sentences tells this finding; null for the only or the usual one.</summary>
    public string? Variant { get; init; }

    /// <summary>Key of the sentence that tells a fired finding: "risk.CODE.sign" or "risk.CODE.sign.VARIANT".</summary>
    public string SignKey => Variant is null ? $"risk.{Code}.sign" : $"risk.{Code}.sign.{Variant}";

    /// <summary>Keys of what else may explain the finding and of what can be checked; some variants have words of their own.</summary>
    public string InnocentKey => $"risk.{Code}.innocent{OwnWords}";
    public string CheckKey => $"risk.{Code}.check{OwnWords}";

    private string OwnWords => (Code, Variant) is ("KZ-14", "before_results" or "act_before_contract") ? $".{Variant}" : "";

    /// <summary>
    /// Values for the blanks of the phrase <see cref="SignKey"/>, supplied by fired findings: decimal (tenge, or a ratio with one
    /// decimal), int (a count), DateTimeOffset (a day, to be told in Astana time), string (a code or a word, told as it is).
    /// </summary>
    public IReadOnlyDictionary<string, object> Facts { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, object>.Empty;

    public required DateTimeOffset AsOf { get; init; }
    public required string CatalogueVersion { get; init; }
}

/// <summary>What a judgement is about.</summary>
/// <param name="Kind">lot, announcement, contract, buyer, supplier.</param>
/// <param name="Id">Lot number, announcement's id, contract number, business number; of a pair both, with a stroke between.</param>
public sealed record Subject(string Kind, string Id);

/// <summary>Not evaluable is not clear, and clear is not fired: the three are never folded into two.</summary>
public enum State { Fired, Clear, NotApplicable, NotEvaluable }

/// <summary>T1: the data contradict a written rule. T2: a strong statistical or relational sign. T3: context only.</summary>
public enum Tier { T1 = 1, T2 = 2, T3 = 3 }

/// <summary>A comparison group: where it was taken from, how large it is, and where its ordinary values end.</summary>
public sealed record Benchmark(string Level, int Count, int Buyers, decimal Median, decimal UpperQuartile, decimal Fence)
{
    /// <summary>Values of the group in ascending order, evenly thinned out when there are many; for a picture.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<decimal> Sample { get; init; } = [];

    public bool Equals(Benchmark? other) => other is not null
        && (Level, Count, Buyers, Median, UpperQuartile, Fence) == (other.Level, other.Count, other.Buyers, other.Median, other.UpperQuartile, other.Fence);

    public override int GetHashCode() => HashCode.Combine(Level, Count, Buyers, Median, UpperQuartile, Fence);
}

/// <summary>One field of one object of the portal that a finding rests on.</summary>
/// <param name="Kind">lot, announcement, contract, plan.</param>
public sealed record EvidenceItem(string Kind, string Id, string? Url, string Field, string Value);
