using Language;

namespace Matching;

/// <summary>Compares the numbers of a text with a lot's sum, price of one and quantity.</summary>
internal sealed class Sums
{
    /// <summary>People say "almost 5 million": how far off, and how much of the surprise remains.</summary>
    private static readonly (double Share, double Weight)[] Bands = [(0.012, 1), (0.06, 0.75), (0.12, 0.5), (0.3, 0.25)];

    /// <summary>The register's sums are without VAT, people know the price with it: 12 % until 2025, 16 % since 2026 (Tax Code).</summary>
    private static readonly double[] Vat = [1.12, 1.16];
    private const double ThroughVat = 0.7;

    private const double MostOfCount = 6;
    private const double Misplaced = 0.03;

    private readonly Mention[] mentions;
    private readonly Worth[] worths;

    public Sums(Query query, LotIndex index)
    {
        mentions = [.. query.Mentions];
        worths = [.. mentions.Select(m => new Worth(
            [.. Bands.Select(band => Weights.Sum * band.Weight * index.Amounts.Surprise((double)m.Value, band.Share))],
            [.. Bands.Select(band => Weights.Sum * band.Weight * index.UnitPrices.Surprise((double)m.Value, band.Share))],
            Weights.Count * Math.Min(MostOfCount, index.Counts.Surprise((double)m.Value, 0.01))))];
    }

    /// <summary>What one mention says for a lot.</summary>
    public sealed record Agreement(Mention Mention, EvidenceKind Kind, double Gain);

    /// <summary>What a fit within each band is worth.</summary>
    private sealed record Worth(double[] Amount, double[] UnitPrice, double Count);

    /// <summary>The mentions that agree with a lot, each with the field that it fits best.</summary>
    public IReadOnlyList<Agreement> Compare(Row row)
    {
        List<Agreement>? agreements = null;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (Best(mentions[i], worths[i], row) is { Gain: > 0 } best)
                (agreements ??= []).Add(best);
        }

        return agreements ?? (IReadOnlyList<Agreement>)[];
    }

    /// <summary>Whether the text names sums and none of them fits the lot, which has a sum.</summary>
    public bool Contradict(Row row, IReadOnlyList<Agreement> agreements) => row.Amount > 0
        && mentions.Any(m => m.Kind is MentionKind.Money or MentionKind.UnitPrice)
        && !agreements.Any(a => a.Kind is EvidenceKind.Amount or EvidenceKind.UnitPrice);

    private static Agreement? Best(Mention mention, Worth worth, Row row)
    {
        var value = (double)mention.Value;
        if (mention.Kind is MentionKind.Count or MentionKind.Number)
        {
            var fits = row.Count > 1 && Math.Abs(row.Count - value) < 0.5;
            if (mention.Kind == MentionKind.Count || fits || value < 100)
                return fits ? new Agreement(mention, EvidenceKind.Quantity, worth.Count) : null;
        }

        var amount = Gain(value, row.Amount, worth.Amount);
        var price = Gain(value, row.UnitPrice, worth.UnitPrice);
        if (amount <= 0 && price <= 0)
            return null;
        return price > 0 && (mention.Kind == MentionKind.UnitPrice || price > amount)
            ? new Agreement(mention, EvidenceKind.UnitPrice, price)
            : new Agreement(mention, EvidenceKind.Amount, amount);
    }

    private static double Gain(double said, double actual, double[] worth)
    {
        if (actual <= 0 || said <= 0 || said / actual is > 13 or < 0.07)
            return 0;
        var off = Math.Abs(said / actual - 1);
        var offWithVat = Vat.Min(vat => Math.Abs(said / (actual * vat) - 1));
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
