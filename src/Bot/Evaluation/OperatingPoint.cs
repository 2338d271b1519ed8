namespace Bot.Evaluation;

/// <summary>What comes of calling found whatever is surer than a threshold that lets a share of the tips without a lot through.</summary>
/// <param name="Threshold">Found is what is surer than this.</param>
/// <param name="FalseFinds">Share of the tips without a lot that are called found: at most the allowed one.</param>
/// <param name="Answered">Share of the others that are called found.</param>
/// <param name="RightFirst">Share of those answered whose first lot is right.</param>
internal sealed record OperatingPoint(double Threshold, double FalseFinds, double Answered, double RightFirst)
{
    public const double Allowed = 0.05;

    /// <summary>The threshold is the lowest that keeps to what is allowed; null when every tip has a lot.</summary>
    public static double? ThresholdOf(IEnumerable<Marked> marked)
    {
        var withoutLot = marked.Where(m => !m.Tip.HasLot).Select(m => m.Confidence).OrderDescending().ToList();
        return withoutLot.Count == 0 ? null : withoutLot[(int)Math.Floor(Allowed * withoutLot.Count)];
    }

    public static OperatingPoint At(double threshold, IReadOnlyCollection<Marked> marked)
    {
        var asked = marked.Where(m => m.Tip.HasLot).ToList();
        var answered = asked.Where(m => m.Confidence > threshold).ToList();
        return new OperatingPoint(threshold, Shares.Of(marked.Where(m => !m.Tip.HasLot), m => m.Confidence > threshold),
            Shares.Of(asked, m => m.Confidence > threshold), Shares.Of(answered, m => m.IsFirst));
    }
}
