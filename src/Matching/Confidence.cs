namespace Matching;

/// <summary>
/// How sure it is that a candidate is the lot meant: a logistic of a few features. Its numbers are set by hand and careful: who and what
/// must both be explained, a sum that contradicts and another school's number count against. It says too little rather than too much.
/// </summary>
internal static class Confidence
{
    /// <summary>Between 0 and 0.98: only an identifier makes certain.</summary>
    public static double Of(Scored scored, double margin)
    {
        var reasons = scored.Reasons;
        var sums = Math.Min(8, reasons.Sums.Sum(agreement => agreement.Gain));
        var z = -6.0
            + 0.20 * Math.Min(reasons.Who, 18)
            + 0.22 * Math.Min(reasons.What, 14)
            + 0.25 * sums
            + 1.5 * Math.Min(reasons.Explained, 1)
            + 0.25 * Math.Min(margin, 6)
            + (reasons.SumContradicts ? -0.8 : 0)
            + (reasons.Number == -1 ? -2.0 : reasons.Number == 1 ? 0.4 : 0)
            + (reasons.IsPiece ? 2 : 0);
        return Math.Round(Math.Min(0.98, 1 / (1 + Math.Exp(-z))), 3);
    }
}
