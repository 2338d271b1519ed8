using Language;

namespace Matching;

/// <summary>Compares the numbers of a text with a lot's sum, price of one and quantity.</summary>
internal static class Sums
{
    /// <summary>People say "almost 5 million": how far off, and how much of the surprise remains.</summary>
    private static readonly (double Share, double Weight)[] Bands = [(0.012, 1), (0.06, 0.75), (0.12, 0.5), (0.3, 0.25)];

    /// <summary>The register's sums are without VAT, people know the price with it: 12 % until 2025, 16 % since 2026 (Tax Code).</summary>
    private static readonly double[] WithVat = [1, 1.12, 1.16];

    /// <summary>People lose or add a zero.</summary>
    private static readonly double[] Misplaced = [10, 0.1];

    /// <summary>What one mention says about a lot; null when it says nothing.</summary>
    public sealed record Agreement(Mention Mention, EvidenceKind Kind, double Gain);

    public static IReadOnlyList<Agreement> Compare(Query query, Row row, LotIndex index)
    {
        var agreements = new List<Agreement>();
        foreach (var mention in query.Mentions)
        {
            if (Best(mention, row, index) is { Gain: > 0 } best)
                agreements.Add(best);
        }

        return agreements;
    }

    /// <summary>Whether the text names sums and none of them fits the lot, which has a sum.</summary>
    public static bool Contradict(Query query, Row row, IReadOnlyList<Agreement> agreements) => row.Amount > 0
        && query.Mentions.Any(m => m.Kind is MentionKind.Money or MentionKind.UnitPrice)
        && !agreements.Any(a => a.Kind is EvidenceKind.Amount or EvidenceKind.UnitPrice);

    private static Agreement? Best(Mention mention, Row row, LotIndex index)
    {
        var value = (double)mention.Value;
        if (mention.Kind is MentionKind.Count or MentionKind.Number)
        {
            var gain = row.Count > 1 && Math.Abs(row.Count - value) < 0.5 ? Weights.Count * Math.Min(6, index.Counts.Surprise(value, 0.01)) : 0;
            if (mention.Kind == MentionKind.Count || gain > 0 || value < 100)
                return new Agreement(mention, EvidenceKind.Quantity, gain);
        }

        var amount = new Agreement(mention, EvidenceKind.Amount, Gain(value, row.Amount, index.Amounts));
        var price = new Agreement(mention, EvidenceKind.UnitPrice, Gain(value, row.UnitPrice, index.UnitPrices));
        return mention.Kind == MentionKind.UnitPrice && price.Gain > 0 || price.Gain > amount.Gain ? price : amount;
    }

    private static double Gain(double said, double actual, Scale scale)
    {
        if (actual <= 0)
            return 0;
        foreach (var (share, weight) in Bands)
        {
            if (WithVat.Any(vat => Math.Abs(said / (actual * vat) - 1) <= share))
                return Weights.Sum * weight * scale.Surprise(actual, share);
        }

        var misplaced = said >= 1000 && Misplaced.Any(factor => Math.Abs(said * factor / actual - 1) <= 0.03);
        return misplaced ? 0.4 * scale.Surprise(actual, 0.03) * Weights.Sum : 0;
    }
}
