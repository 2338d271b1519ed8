namespace Matching;

/// <summary>How sure it is that a candidate is the lot meant: a logistic of a few features.</summary>
internal static class Confidence
{
    private static readonly double[] Coefficients = [-6.0, 0.20, 0.22, 0.25, 1.5, 0.25, 0, -0.8, 0.4, -2.0, -2.0, 2, 0, 0, 0];

    /// <summary>
    /// What is known of a candidate. The first is always 1.
    /// </summary>
    /// <param name="scored">The candidate.</param>
    /// <param name="margin">Its score above that of the next lot.</param>
    /// <param name="lead">Its score above that of the next lot of another buyer or of another thing.</param>
    public static double[] Features(Scored scored, double margin, double lead)
    {
        var reasons = scored.Reasons;
        var sums = reasons.Sums.Sum(agreement => agreement.Gain);
        return
        [
            1,
            Math.Min(reasons.Who, 18),
            Math.Min(reasons.What, 14),
            Math.Min(sums, 12),
            Math.Min(reasons.Explained, 1),
            Math.Min(margin, 6),
            Math.Min(lead, 8),
            reasons.SumContradicts ? 1 : 0,
            reasons.Number == 1 ? 1 : 0,
            reasons.Number == -1 ? 1 : 0,
            reasons.Number == -2 ? 1 : 0,
            reasons.IsPiece ? 1 : 0,
            Math.Min(reasons.Missing, 10),
            reasons.Who < 1 ? 1 : 0,
            reasons.What < 1 ? 1 : 0,
        ];
    }

    /// <summary>Between 0 and 0.98: only an identifier makes certain.</summary>
    public static double Of(Scored scored, double margin, double lead)
    {
        var features = Features(scored, margin, lead);
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
            sum += Coefficients[i] * features[i];
        return Math.Round(Math.Min(0.98, 1 / (1 + Math.Exp(-sum))), 3);
    }
}
