using Language;
using Matching.Memory;

namespace Matching;

/// <summary>Compares the numbers of a text with a lot's sum, price of one and quantity.</summary>
internal sealed class Sums
{
    /// <summary>People say "almost 5 million": how far off, and how much of the surprise remains.</summary>
    private static readonly (double Share, double Weight)[] Bands = [(0.012, 1), (0.06, 0.75), (0.12, 0.5), (0.3, 0.25)];

    /// <summary>The register's sums are without VAT, people know the price with it: 12 % until 2025, 16 % since 2026 (Tax Code).</summary>
    private static readonly double[] Vat = [1.12, 1.16];
    private const double ThroughVat = 0.7;

    /// <summary>Beyond these ratios nothing fits, a misplaced zero included.</summary>
    private const double Least = 0.07, Most = 13;

    /// <summary>What is said as a sum may be a price of one, and the reverse: people leave "each" out.</summary>
    private const double OtherKind = 0.85;

    /// <summary>In nats, for each digit after the second that was said and agrees: "3 879 000" is no chance.</summary>
    private static readonly double ForDigit = Tune.Get("DIGIT", 1.6);
    private const int MostDigits = 5;

    private const double MostOfCount = 6;

    /// <summary>A count from which people round, and what a rounded one is worth.</summary>
    private const double LeastRound = 20, AboutCount = 0.5;
    private const double Misplaced = 0.03;

    private readonly Mention[] mentions;
    private readonly double[] values;
    private readonly Worth[] worths;
    private readonly int[] digits;
    private readonly bool namesMoney;

    public Sums(Query query, Shelves shelves)
    {
        mentions = [.. query.Mentions];
        values = [.. mentions.Select(m => (double)m.Value)];
        digits = [.. mentions.Select(mention => SignificantDigits(mention.Value))];
        namesMoney = mentions.Any(m => m.Kind is MentionKind.Money or MentionKind.UnitPrice);
        worths = [.. values.Select(value => new Worth(
            [.. Bands.Select(band => Weights.Sum * band.Weight * Surprise(shelves, value, band.Share))],
            Weights.Count * Math.Min(MostOfCount, -Math.Log(shelves.Counts.Share(value, 0.01)))))];
    }

    /// <summary>What one mention says for a lot.</summary>
    public sealed record Agreement(Mention Mention, EvidenceKind Kind, double Gain);

    /// <summary>What a fit within each band is worth.</summary>
    private sealed record Worth(double[] Sum, double Count);

    /// <summary>What all mentions together say for a lot, or, when none of the sums fits, against it.</summary>
    public double Gain(in Row row)
    {
        double gain = 0;
        var fits = false;
        for (var i = 0; i < mentions.Length; i++)
        {
            var best = Best(i, row);
            gain += best.Gain;
            fits |= best is { Gain: > 0, Kind: EvidenceKind.Amount or EvidenceKind.UnitPrice };
        }

        return gain + (namesMoney && !fits && row.Amount > 0 ? Weights.SumContradicts : 0);
    }

    /// <summary>The mentions that agree with a lot, each with the field that it fits best.</summary>
    public IReadOnlyList<Agreement> Compare(in Row row)
    {
        var agreements = new List<Agreement>();
        for (var i = 0; i < mentions.Length; i++)
        {
            if (Best(i, row) is { Gain: > 0 } best)
                agreements.Add(new Agreement(mentions[i], best.Kind, best.Gain));
        }

        return agreements;
    }

    /// <summary>Whether the text names sums and none of them fits the lot, which has a sum.</summary>
    public bool Contradict(in Row row, IReadOnlyList<Agreement> agreements) => row.Amount > 0 && namesMoney
        && !agreements.Any(a => a.Kind is EvidenceKind.Amount or EvidenceKind.UnitPrice);

    private (EvidenceKind Kind, double Gain) Best(int mention, in Row row)
    {
        var (value, worth, kind) = (values[mention], worths[mention], mentions[mention].Kind);
        if (kind is MentionKind.Count or MentionKind.Number)
        {
            var off = Math.Abs(row.Count - value);
            var share = row.Count <= 1 ? 0 : off < 0.5 ? 1 : value >= LeastRound && off <= 0.05 * value ? AboutCount : 0;
            if (kind == MentionKind.Count || share > 0 || value < 100)
                return (EvidenceKind.Quantity, share * worth.Count);
        }

        var amount = Gain(value, digits[mention], row.Amount, worth.Sum) * (kind == MentionKind.UnitPrice ? OtherKind : 1);
        var price = Gain(value, digits[mention], row.UnitPrice, worth.Sum) * (kind == MentionKind.UnitPrice ? 1 : OtherKind);
        return price > amount ? (EvidenceKind.UnitPrice, price) : (EvidenceKind.Amount, amount);
    }

    /// <summary>In nats: how surprising it is that the sum or the price of one of a lot taken at random is about this value.</summary>
    private static double Surprise(Shelves shelves, double value, double share) =>
        Math.Max(0, -Math.Log(shelves.Amounts.Share(value, share) + shelves.UnitPrices.Share(value, share)));

    /// <summary>Digits of a number without the zeros at its end: 3 for 154 000.</summary>
    private static int SignificantDigits(decimal value)
    {
        var whole = Math.Truncate(value);
        if (whole == 0)
            return 1;
        while (whole % 10 == 0)
            whole /= 10;
        return Math.Min(MostDigits, whole.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
    }

    private static double Gain(double said, int digits, double actual, double[] worth)
    {
        if (actual <= 0 || said <= 0 || said > Most * actual || said < Least * actual)
            return 0;
        var off = Math.Abs(said / actual - 1);
        var offWithVat = Math.Min(Math.Abs(said / (actual * Vat[0]) - 1), Math.Abs(said / (actual * Vat[1]) - 1));
        for (var band = 0; band < Bands.Length; band++)
        {
            if (off <= Bands[band].Share)
                return worth[band] + (band == 0 && off <= Math.Pow(10, 1 - digits) ? ForDigit * Math.Max(0, digits - 2) : 0);
            if (offWithVat <= Bands[band].Share)
                return ThroughVat * worth[band];
        }

        // People lose or add a zero.
        var misplaced = said >= 1000 && (Math.Abs(said * 10 / actual - 1) <= Misplaced || Math.Abs(said / actual / 10 - 1) <= Misplaced);
        return misplaced ? worth[^1] : 0;
    }
}
