using System.Buffers;

namespace Matching;

/// <summary>One lot with what speaks for and against it.</summary>
internal sealed record Scored(int Row, double Score, Reasons Reasons);

/// <summary>The parts of a score: who, what, how much. The logistic of the confidence and the evidence are made from them.</summary>
internal sealed record Reasons(
    double Who, double What, double Explained, IReadOnlyList<Sums.Agreement> Sums, bool SumContradicts, int Number, double Other, bool IsPiece);

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
                best = Math.Max(best, weight * Math.Max(Rarity(index.Words.Units[word], index.Units.Count), Rarity(index.Words.Items[word], index.Items.Count)));
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
        foreach (var unit in Top(index.Words.Units, index.Units.Count, Weights.MostUnits, id => index.Units[id].Key))
            AddAll(rows, index.Units[unit].Lots, Weights.MostLots);
        foreach (var item in Top(index.Words.Items, index.Items.Count, Weights.MostItems, id => index.Items[id].Key))
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

    /// <summary>The units or items with the highest sum of their best words.</summary>
    private List<int> Top(List<List<int>> postings, int total, int most, Func<int, ulong> key)
    {
        var scores = ArrayPool<double>.Shared.Rent(total);
        var done = ArrayPool<int>.Shared.Rent(total);
        Array.Clear(scores, 0, total);
        Array.Clear(done, 0, total);
        try
        {
            for (var term = 0; term < query.Terms.Count; term++)
                AddTerm(postings, total, term, scores, done);
            return Highest(scores, total, most, key);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<int>.Shared.Return(done);
        }
    }

    /// <summary>Adds the best meaning of one word to every unit or item in which it stands.</summary>
    private void AddTerm(List<List<int>> postings, int total, int term, double[] scores, int[] done)
    {
        var ordered = query.Terms[term].Meanings
            .Select(m => (Word: m.Key, Worth: m.Value * Rarity(postings[m.Key], total)))
            .Where(m => m.Worth > 0).OrderByDescending(m => m.Worth).ThenBy(m => m.Word);
        foreach (var (word, worth) in ordered)
        {
            foreach (var id in postings[word])
            {
                if (done[id] == term + 1)
                    continue;
                done[id] = term + 1;
                scores[id] += worth;
            }
        }
    }

    private static List<int> Highest(double[] scores, int total, int most, Func<int, ulong> key)
    {
        var queue = new PriorityQueue<int, (double, ulong)>(most + 1);
        for (var id = 0; id < total; id++)
        {
            if (scores[id] <= 0)
                continue;
            if (queue.Count < most)
                queue.Enqueue(id, (scores[id], ~key(id)));
            else if (queue.TryPeek(out _, out var least) && scores[id] >= least.Item1)
                queue.EnqueueDequeue(id, (scores[id], ~key(id)));
        }

        var highest = new List<int>(queue.Count);
        while (queue.TryDequeue(out var id, out _))
            highest.Add(id);
        highest.Reverse();
        return highest;
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
        return new Scored(rowNumber, score, new Reasons(who, what, explained, fits, contradicts, number, other, isPiece));
    }

    /// <summary>1 agrees, -1 another number, -2 the buyer has none, 0 the text names none.</summary>
    private int NumberOf(Unit unit) => query.Numbers.Count == 0 ? 0
        : unit.Numbers.Length == 0 ? -2
        : query.Numbers.Any(number => unit.Numbers.Contains(number.Value)) ? 1 : -1;

    private double YearOf(Row row) => query.Year is not { } year || row.Year == 0 ? 0 : year == row.Year ? Weights.YearAgrees : Weights.YearDiffers;

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
                worth[term] = Math.Max(worth[term], weight * Rarity(postings[word], total));
        }

        return known[id] = worth;
    }

    private static double Rarity(List<int> posting, int total) => posting.Count == 0 ? 0 : Math.Log((total + 1.0) / posting.Count);
}
