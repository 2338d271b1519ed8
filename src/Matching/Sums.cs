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

    private const double MostOfCount = 6;
    private const double Misplaced = 0.03;

    private readonly Mention[] mentions;
    private readonly double[] values;
    private readonly Worth[] worths;
    private readonly bool namesMoney;

    public Sums(Query query, Shelves shelves)
    {
        mentions = [.. query.Mentions];
        values = [.. mentions.Select(m => (double)m.Value)];
        namesMoney = mentions.Any(m => m.Kind is MentionKind.Money or MentionKind.UnitPrice);
        worths = [.. values.Select(value => new Worth(
            [.. Bands.Select(band => Weights.Sum * band.Weight * shelves.Amounts.Surprise(value, band.Share))],
            [.. Bands.Select(band => Weights.Sum * band.Weight * shelves.UnitPrices.Surprise(value, band.Share))],
            Weights.Count * Math.Min(MostOfCount, shelves.Counts.Surprise(value, 0.01))))];
    }

    /// <summary>What one mention says for a lot.</summary>
    public sealed record Agreement(Mention Mention, EvidenceKind Kind, double Gain);

    /// <summary>What a fit within each band is worth.</summary>
    private sealed record Worth(double[] Amount, double[] UnitPrice, double Count);

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
            var fits = row.Count > 1 && Math.Abs(row.Count - value) < 0.5;
            if (kind == MentionKind.Count || fits || value < 100)
                return (EvidenceKind.Quantity, fits ? worth.Count : 0);
        }

        var amount = Gain(value, row.Amount, worth.Amount);
        var price = Gain(value, row.UnitPrice, worth.UnitPrice);
        return price > 0 && (kind == MentionKind.UnitPrice || price > amount) ? (EvidenceKind.UnitPrice, price) : (EvidenceKind.Amount, amount);
    }

    private static double Gain(double said, double actual, double[] worth)
    {
        if (actual <= 0 || said <= 0 || said > Most * actual || said < Least * actual)
            return 0;
        var off = Math.Abs(said / actual - 1);
        var offWithVat = Math.Min(Math.Abs(said / (actual * Vat[0]) - 1), Math.Abs(said / (actual * Vat[1]) - 1));
        for (var band = 0; band < Bands.Length; band++)
        {
            if (off <= Bands[band].Share)
                return worth[band];
            if (offWithVat <= Bands[band].Share)
                return ThroughVat * worth[band];
        }

        // People lose or add a zero.
        var misplaced = said >= 1000 && (Math.Abs(said * 10 / actual - 1) <= Misplaced || Math.Abs(said / actual / 10 - 1) <= Misplaced);
        return misplaced ? worth[^1] : 0;
    }
}
