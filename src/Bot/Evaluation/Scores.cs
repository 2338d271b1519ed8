namespace Bot.Evaluation;

/// <summary>How good the answers to labelled tips are.</summary>
internal sealed record Scores
{
    private const int Bins = 5;

    /// <summary>All tips that have a lot, then by language, then by kind.</summary>
    public required IReadOnlyList<GroupRecall> Recall { get; init; }

    /// <summary>Share of the tips with a lot that the matcher calls found, and how many of these are right first.</summary>
    public required double Answered { get; init; }
    public required double RightFirst { get; init; }

    /// <summary>Tips without a lot, those that are called found all the same, and their kinds.</summary>
    public required int WithoutLot { get; init; }
    public required int FalseFinds { get; init; }

    public required OperatingPoint? AtFivePercent { get; init; }

    /// <summary>Mean squared distance between confidence and truth, over all tips whose answer has a confidence.</summary>
    public required double? Brier { get; init; }
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }
    public required double? P50Ms { get; init; }
    public required double? P99Ms { get; init; }
    public required int Answers { get; init; }

    public static Scores Of(IReadOnlyList<LabelledTip> tips, IReadOnlyDictionary<string, TipAnswer> answers) =>
        Of([.. tips.Select(tip => Marked.Of(tip, answers.GetValueOrDefault(tip.Id)))]);

    public static Scores Of(IReadOnlyList<Marked> marked)
    {
        var asked = marked.Where(m => m.Tip.HasLot).ToList();
        var none = marked.Where(m => !m.Tip.HasLot).ToList();
        var sure = marked.Where(m => m.Answer?.Confidence is not null).ToList();
        var times = marked.Select(m => m.Answer?.Ms).OfType<double>().ToList();
        return new Scores
        {
            Recall = [GroupRecall.Of("all", asked), .. Groups(asked, "lang", m => m.Tip.Lang), .. Groups(asked, "kind", m => m.Tip.Kind)],
            Answered = Shares.Of(asked, m => m.IsFound),
            RightFirst = Shares.Of(asked.Where(m => m.IsFound), m => m.IsFirst),
            WithoutLot = none.Count,
            FalseFinds = none.Count(m => m.IsFound),
            AtFivePercent = OperatingPoint.ThresholdOf(marked) is { } threshold ? OperatingPoint.At(threshold, marked) : null,
            Brier = sure.Count == 0 ? null : sure.Average(m => Math.Pow(m.Confidence - (m.IsFirst ? 1 : 0), 2)),
            Reliability = [.. sure.GroupBy(m => Math.Min(Bins - 1, (int)(m.Confidence * Bins))).OrderBy(bin => bin.Key).Select(bin =>
                new ReliabilityBin((double)bin.Key / Bins, bin.Average(m => m.Confidence), Shares.Of(bin, m => m.IsFirst), bin.Count()))],
            P50Ms = Shares.At(times, .5),
            P99Ms = Shares.At(times, .99),
            Answers = marked.Count(m => m.Answer is not null),
        };
    }

    private static IEnumerable<GroupRecall> Groups(IEnumerable<Marked> asked, string by, Func<Marked, string> key) => asked
        .GroupBy(key).Where(group => group.Key.Length > 0).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => GroupRecall.Of($"{by} {group.Key}", [.. group]));
}

/// <summary>Recall of a group of tips that have a lot: right one first, among five, and the mean of 1/place among ten.</summary>
internal sealed record GroupRecall(string Group, int Tips, double First, double AmongFive, double MeanReciprocal)
{
    public static GroupRecall Of(string group, IReadOnlyCollection<Marked> marked) => new(group, marked.Count,
        Shares.Of(marked, m => m.IsFirst), Shares.Of(marked, m => m.Rank < 5),
        Shares.Mean(marked, m => m.Rank is { } rank ? 1.0 / (rank + 1) : 0));
}

/// <summary>One fifth of the scale of confidence: what was said on average, and how often it was right.</summary>
internal sealed record ReliabilityBin(double From, double Said, double WasRight, int Tips);
