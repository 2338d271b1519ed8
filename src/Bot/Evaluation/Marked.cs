namespace Bot.Evaluation;

/// <summary>A tip with its answer: where the right lot stood, and how sure the matcher was.</summary>
/// <param name="Rank">Place of the first right lot, from 0; null when it is not among the answered.</param>
internal sealed record Marked(LabelledTip Tip, TipAnswer? Answer, int? Rank)
{
    public bool IsFirst => Rank == 0;
    public bool IsFound => Answer?.Found ?? false;
    public double Confidence => Answer?.Confidence ?? 0;

    public static Marked Of(LabelledTip tip, TipAnswer? answer)
    {
        var rank = answer?.Lots.Select((lot, place) => (lot, place)).Where(pair => tip.Lots.Contains(pair.lot))
            .Select(pair => (int?)pair.place).FirstOrDefault();
        return new Marked(tip, answer, rank);
    }
}
