namespace Matching;

/// <summary>
/// How sure it is that a candidate is the lot meant: a logistic of a few features. Its weights are fitted to labelled tips, and to the same
/// tips with the right lots out of reach: another purchase of the same buyer is the likeliest mistake.
/// </summary>
internal static class Confidence
{
    /// <summary>
    /// Names, weights and features. Every worth in nats is as among a million lots: among more of them the same words say less. Bounds keep
    /// one strong reason from drowning all the others.
    /// </summary>
    private static readonly (string Name, double Weight, Func<Facts, double> Of)[] Table =
    [
        ("always", -3.16, _ => 1),
        ("who", 0.21, f => Math.Min(f.Scale * f.Reasons.Who, 18)),
        ("sums", 0.22, f => Math.Min(f.Scale * f.Reasons.Sums.Sum(sum => sum.Gain), 12)),
        ("margin", 0.41, f => Math.Min(f.Scale * f.Margin, 6)),
        ("lead", 0.26, f => Math.Min(f.Scale * f.Lead, 8)),
        ("no sum fits", -0.40, f => f.Reasons.SumContradicts ? 1 : 0),
        ("its number", 0.58, f => f.Reasons.Number == 1 ? 1 : 0),
        ("another number", -0.44, f => f.Reasons.Number == -1 ? 1 : 0),
        ("no number", -0.22, f => f.Reasons.Number == -2 ? 1 : 0),
        ("piece of its lot number", 0.88, f => f.Reasons.IsPiece ? 1 : 0),
        ("place missing", -0.14, f => Math.Min(f.Scale * f.Reasons.Missing.Place, 10)),
        ("thing missing", -0.12, f => Math.Min(f.Scale * f.Reasons.Missing.Thing, 10)),
        ("kind of buyer missing", -0.14, f => Math.Min(f.Scale * f.Reasons.Missing.Buyer, 10)),
        ("thing", 0.16, f => Math.Min(f.Scale * f.Reasons.Thing, 10)),
        ("numbers that fit nothing", -0.87, f => f.Reasons.Unfit),
        ("nobody", -0.48, f => f.Reasons.Who < 1 ? 1 : 0),
        ("nothing", -0.52, f => f.Reasons.What < 1 ? 1 : 0),
    ];

    /// <summary>It is never surer than this: only an identifier makes certain.</summary>
    public const double Surest = 0.98;

    private const double Million = 1e6;

    /// <summary>What is known of a candidate beside its own reasons.</summary>
    /// <param name="Reasons">What speaks for and against it.</param>
    /// <param name="Margin">Its score above that of the next lot.</param>
    /// <param name="Lead">Its score above that of the next lot of another buyer or of another thing.</param>
    /// <param name="Lots">How many lots there are.</param>
    public sealed record Facts(Reasons Reasons, double Margin, double Lead, int Lots)
    {
        /// <summary>Among few lots words say no more than among a million: what is missing from a small register is meant as often.</summary>
        public double Scale { get; } = Math.Min(1, Math.Log(Million) / Math.Log(Lots + Math.E));
    }

    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(row => row.Name)];

    /// <summary>The values of the features, in the order of <see cref="Names"/>; the first is always 1.</summary>
    public static double[] Features(Facts facts) => [.. Table.Select(row => row.Of(facts))];

    /// <summary>Between 0 and <see cref="Surest"/>.</summary>
    public static double Of(double[] features) =>
        Math.Round(Math.Min(Surest, 1 / (1 + Math.Exp(-features.Zip(Table, (feature, row) => feature * row.Weight).Sum()))), 3);
}
