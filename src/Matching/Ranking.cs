namespace Matching;

/// <summary>One lot with what speaks for and against it.</summary>
internal sealed record Scored(int Row, double Score, Reasons Reasons);

/// <summary>The parts of a score: who, what, how much. The logistic of the confidence and the evidence are made from them.</summary>
internal sealed record Reasons(
    double Who, double What, double Explained, IReadOnlyList<Sums.Agreement> Sums, bool SumContradicts, int Number, bool IsPiece);

/// <summary>Scores lots for one query: finds buyers and things by their words, walks to their lots, and explains each word once.</summary>
internal sealed class Ranking
{
    private readonly LotIndex index;
    private readonly Query query;
    private readonly Dictionary<int, List<(int Term, float Weight)>> meanings = [];
    private readonly Dictionary<int, double[]> unitWords = [];
    private readonly Dictionary<int, double[]> itemWords = [];
    private readonly double possible;
    private readonly Sums sums;

    public Ranking(LotIndex index, Query query)
    {
        this.index = index;
        this.query = query;
        sums = new Sums(query, index);
        for (var term = 0; term < query.Terms.Count; term++)
        {
            var best = 0.0;
            foreach (var (word, weight) in query.Terms[term].Meanings)
            {
                (meanings.TryGetValue(word, out var list) ? list : meanings[word] = []).Add((term, weight));
                best = Math.Max(best, weight * Math.Max(Shortlist.Rarity(index.Words.Units[word], index.Units.Count),
                    Shortlist.Rarity(index.Words.Items[word], index.Items.Count)));
            }

            possible += best;
        }
    }

    /// <summary>The best lots, one for each purchase, from all or from some.</summary>
    public List<Scored> Best(int most, IReadOnlySet<int> except, IReadOnlyList<int>? within = null)
    {
        var plans = new HashSet<string>(StringComparer.Ordinal);
        return [.. (within ?? (IEnumerable<int>)Candidates())
            .Where(row => !index.Rows[row].IsGone && !except.Contains(row))
            .Select(Score)
            .OrderByDescending(scored => scored.Score).ThenByDescending(scored => index.Rows[scored.Row].Id)
            .Where(scored => plans.Add(index.Rows[scored.Row].Plan is { Length: > 0 } plan ? plan : scored.Row.ToString(provider: null)))
            .Take(most)];
    }

    /// <summary>What each word of the query is worth in the buyer's name, by term.</summary>
    public double[] InUnit(int unit) => Words(unitWords, unit, index.Units[unit].Terms, index.Words.Units, index.Units.Count);

    /// <summary>What each word of the query is worth in the thing bought, by term.</summary>
    public double[] InItem(int item) => Words(itemWords, item, index.Items[item].Terms, index.Words.Items, index.Items.Count);

    private HashSet<int> Candidates()
    {
        var rows = new HashSet<int>();
        foreach (var unit in Shortlist.Of(query, index.Words.Units, index.Units.Count, Weights.MostUnits, id => index.Units[id].Key))
            AddAll(rows, index.Units[unit].Lots, Weights.MostLots);
        foreach (var item in Shortlist.Of(query, index.Words.Items, index.Items.Count, Weights.MostItems, id => index.Items[id].Key))
            AddAll(rows, index.Items[item].Lots, 2 * Weights.MostLots);
        foreach (var mention in query.Mentions.Where(m => m.Value >= 100))
        {
            rows.UnionWith(Newest(index.Amounts.Near((double)mention.Value)));
            rows.UnionWith(Newest(index.UnitPrices.Near((double)mention.Value)));
        }

        foreach (var piece in query.Pieces)
            rows.UnionWith(Newest(index.WithPlanBeginning(piece)));
        return rows;
    }

    /// <summary>Not too many of them; which ones does not depend on the order of loading.</summary>
    private IEnumerable<int> Newest(IEnumerable<int> rows)
    {
        var all = rows.ToList();
        return all.Count <= Weights.MostNear ? all : all.OrderByDescending(row => index.Rows[row].Id).Take(Weights.MostNear);
    }

    private static void AddAll(HashSet<int> rows, List<int> more, int most)
    {
        if (rows.Count < most)
            rows.UnionWith(more);
    }

    private Scored Score(int rowNumber)
    {
        var row = index.Rows[rowNumber];
        var unit = InUnit(row.Unit);
        var item = InItem(row.Item);
        double who = 0, what = 0;
        for (var term = 0; term < unit.Length; term++)
        {
            if (unit[term] >= item[term])
                who += unit[term];
            else
                what += item[term];
        }

        var explained = possible == 0 ? 0 : (who + what) / possible;
        who /= 1 + Weights.LongName * index.Units[row.Unit].Terms.Length;
        var fits = sums.Compare(row);
        var contradicts = sums.Contradict(row, fits);
        var number = NumberOf(index.Units[row.Unit]);
        var isPiece = query.Pieces.Any(piece => row.Plan.StartsWith(piece, StringComparison.Ordinal));
        var other = (contradicts ? Weights.SumContradicts : 0) + YearOf(row) + (isPiece ? Weights.PlanPiece : 0)
            + number switch { 1 => Weights.NumberAgrees, -1 => Weights.NumberDiffers, -2 => Weights.NumberMissing, _ => 0 };
        var score = who + what + Weights.Balance * Math.Sqrt(who * what) + fits.Sum(s => s.Gain) + other;
        return new Scored(rowNumber, score, new Reasons(who, what, explained, fits, contradicts, number, isPiece));
    }

    /// <summary>1 agrees, -1 another number, -2 the buyer has none, 0 the text names none.</summary>
    private int NumberOf(Unit unit) => query.Numbers.Count == 0 ? 0
        : unit.Numbers.Length == 0 ? -2
        : query.Numbers.Any(number => unit.Numbers.Contains(number.Value)) ? 1 : -1;

    private double YearOf(Row row) =>
        query.Year is not { } year || row.Year == 0 ? 0 : year == row.Year ? Weights.YearAgrees : Weights.YearDiffers;

    private double[] Words(Dictionary<int, double[]> known, int id, int[] terms, List<List<int>> postings, int total)
    {
        if (known.TryGetValue(id, out var worth))
            return worth;
        worth = new double[query.Terms.Count];
        foreach (var word in terms)
        {
            if (!meanings.TryGetValue(word, out var list))
                continue;
            foreach (var (term, weight) in list)
                worth[term] = Math.Max(worth[term], weight * Shortlist.Rarity(postings[word], total));
        }

        return known[id] = worth;
    }
}
