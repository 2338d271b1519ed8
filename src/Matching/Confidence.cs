namespace Matching;

/// <summary>How sure it is that a candidate is the lot meant: a logistic of a few features.</summary>
internal static class Confidence
{
    private const double Million = 1e6;
    private static readonly double[] Coefficients = [-6.0, 0.20, 0.22, 0.25, 1.5, 0.25, 0, -0.8, 0.4, -2.0, -2.0, 2, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>It is never surer than this: only an identifier makes certain.</summary>
    public const double Surest = 0.98;

    /// <summary>Names of the features, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "constant", "who", "what", "sums", "explained", "margin", "lead", "sumContradicts", "numberAgrees", "numberDiffers", "numberMissing",
        "piece", "missingPlace", "missingThing", "missingBuyer", "missingOther", "thing", "unfit", "noWho", "noWhat",
    ];

    /// <summary>
    /// What is known of a candidate. The first is always 1.
    /// </summary>
    /// <param name="scored">The candidate.</param>
    /// <param name="margin">Its score above that of the next lot.</param>
    /// <param name="lead">Its score above that of the next lot of another buyer or of another thing.</param>
    /// <param name="lots">How many lots there are: among more of them the same words say less.</param>
    public static double[] Features(Scored scored, double margin, double lead, int lots)
    {
        var reasons = scored.Reasons;
        var scale = Math.Log(Million) / Math.Log(lots + Math.E);
        var sums = reasons.Sums.Sum(agreement => agreement.Gain);
        return
        [
            1,
            Math.Min(scale * reasons.Who, 18),
            Math.Min(scale * reasons.What, 14),
            Math.Min(scale * sums, 12),
            Math.Min(reasons.Explained, 1),
            Math.Min(scale * margin, 6),
            Math.Min(scale * lead, 8),
            reasons.SumContradicts ? 1 : 0,
            reasons.Number == 1 ? 1 : 0,
            reasons.Number == -1 ? 1 : 0,
            reasons.Number == -2 ? 1 : 0,
            reasons.IsPiece ? 1 : 0,
            Math.Min(scale * reasons.Missing.Place, 10),
            Math.Min(scale * reasons.Missing.Thing, 10),
            Math.Min(scale * reasons.Missing.Buyer, 10),
            Math.Min(scale * reasons.Missing.Other, 10),
            Math.Min(scale * reasons.Thing, 10),
            reasons.Unfit,
            reasons.Who < 1 ? 1 : 0,
            reasons.What < 1 ? 1 : 0,
        ];
    }

    /// <summary>Between 0 and <see cref="Surest"/>.</summary>
    public static double Of(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
            sum += Coefficients[i] * features[i];
        return Math.Round(Math.Min(Surest, 1 / (1 + Math.Exp(-sum))), 3);
    }
}
