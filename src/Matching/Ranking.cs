using Matching.Memory;

namespace Matching;

/// <summary>One lot with what speaks for and against it.</summary>
internal sealed record Scored(int Row, double Score, Reasons Reasons);

/// <summary>The parts of a score: who, what, how much. The logistic of the confidence and the evidence are made from them.</summary>
internal sealed record Reasons(
    double Who, double What, double Explained, double Missing, IReadOnlyList<Sums.Agreement> Sums, bool SumContradicts, int Number, bool IsPiece);

/// <summary>Scores lots for one query: finds buyers and things by their words, walks to their lots, and explains each word once.</summary>
internal sealed class Ranking
{
    private readonly Shelves shelves;
    private readonly Query query;
    private readonly Dictionary<int, List<(int Term, float Worth)>> meanings = [];
    private readonly List<Worths> terms;
    private readonly Dictionary<int, double[]> unitWords = [];
    private readonly Dictionary<int, double[]> itemWords = [];
    private readonly double possible;
    private readonly Sums sums;

    public Ranking(Shelves shelves, Query query)
    {
        (this.shelves, this.query) = (shelves, query);
        sums = new Sums(query, shelves);
        terms = [.. query.Terms.Select(term => new Worths(term, shelves))];
        possible = terms.Sum(term => term.Best);
        for (var term = 0; term < terms.Count; term++)
        {
            foreach (var (word, worth) in terms[term].OfWord)
                (meanings.TryGetValue(word, out var list) ? list : meanings[word] = []).Add((term, worth));
        }
    }

    /// <summary>The best lots, one for each purchase, from all or from some.</summary>
    public List<Scored> Best(int most, IReadOnlySet<int> except, IReadOnlyList<int>? within = null)
    {
        var plans = new HashSet<(ulong, int)>();
        return [.. (within ?? Candidates())
            .Where(row => !except.Contains(row))
            .Select(Score)
            .OrderByDescending(scored => scored.Score).ThenByDescending(scored => shelves.Rows[scored.Row].Id)
            .Where(scored => plans.Add(shelves.Rows[scored.Row].Plan is not 0 and var plan ? (plan, 0) : (0, scored.Row)))
            .Take(most)];
    }

    /// <summary>What each word of the query is worth in the buyer's name, by term.</summary>
    public double[] InUnit(int unit) => Words(unitWords, unit, shelves.Units);

    /// <summary>What each word of the query is worth in the thing bought, by term.</summary>
    public double[] InItem(int item) => Words(itemWords, item, shelves.Items);

    private List<int> Candidates()
    {
        using var who = Tally.Of(terms, shelves.Units);
        using var what = Tally.Of(terms, shelves.Items);
        return [.. new Shortlist(shelves, query, sums, who, what).Rows()];
    }

    private Scored Score(int rowNumber)
    {
        ref var row = ref shelves.Rows[rowNumber];
        var unit = InUnit(row.Unit);
        var item = InItem(row.Item);
        double who = 0, what = 0, missing = 0;
        for (var term = 0; term < unit.Length; term++)
        {
            if (unit[term] >= item[term])
                who += unit[term];
            else
                what += item[term];
            if (unit[term] + item[term] == 0)
                missing = Math.Max(missing, terms[term].Best);
        }

        var explained = possible == 0 ? 0 : (who + what) / possible;
        who /= 1 + Weights.LongName * shelves.Units.TermsOf(row.Unit).Length;
        what /= 1 + Weights.LongThing * shelves.Items.TermsOf(row.Item).Length;
        var fits = sums.Compare(row);
        var contradicts = sums.Contradict(row, fits);
        var number = NumberOf(shelves.NumbersOf(row.Unit));
        var isPiece = IsPiece(row.Plan);
        var other = (contradicts ? Weights.SumContradicts : 0) + YearOf(row) + (isPiece ? Weights.PlanPiece : 0)
            + number switch { 1 => Weights.NumberAgrees, -1 => Weights.NumberDiffers, -2 => Weights.NumberMissing, _ => 0 };
        var score = who + what + Weights.Balance * Math.Sqrt(who * what) + fits.Sum(s => s.Gain) + other;
        return new Scored(rowNumber, score, new Reasons(who, what, explained, missing, fits, contradicts, number, isPiece));
    }

    private bool IsPiece(ulong plan) =>
        query.Pieces.Count > 0 && PlanNumber.Digits(plan) is { } digits && query.Pieces.Any(piece => PlanNumber.IsPiece(piece, digits));

    /// <summary>1 agrees, -1 another number, -2 the buyer has none, 0 the text names none.</summary>
    private int NumberOf(ReadOnlySpan<int> numbers)
    {
        if (query.Numbers.Count == 0)
            return 0;
        if (numbers.Length == 0)
            return -2;
        foreach (var number in query.Numbers)
        {
            if (numbers.Contains(number.Value))
                return 1;
        }

        return -1;
    }

    private double YearOf(in Row row) =>
        query.Year is not { } year || row.Year == 0 ? 0 : year == row.Year ? Weights.YearAgrees : Weights.YearDiffers;

    private double[] Words(Dictionary<int, double[]> known, int entry, Side side)
    {
        if (known.TryGetValue(entry, out var worth))
            return worth;
        worth = new double[query.Terms.Count];
        foreach (var word in side.TermsOf(entry))
        {
            if (!meanings.TryGetValue(word, out var list))
                continue;
            foreach (var (term, nats) in list)
                worth[term] = Math.Max(worth[term], nats);
        }

        return known[entry] = worth;
    }
}
