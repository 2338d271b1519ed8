using Matching.Memory;

namespace Matching;

/// <summary>
/// The lots worth a close look: those of the buyers and of the things that fit the words best, and those that a number finds, ordered by a
/// quick sum of what speaks for them.
/// </summary>
internal sealed class Shortlist(Shelves shelves, Query query, Sums sums, Tally who, Tally what)
{
    private readonly PriorityQueue<int, (double Score, long Id)> best = new(Weights.MostClose + 1);
    private double least = double.MinValue;

    /// <summary>Rows that are present, none twice, in no particular order.</summary>
    public IEnumerable<int> Rows()
    {
        Walk(who, shelves.Units, Weights.MostUnits);
        Walk(what, shelves.Items, Weights.MostItems);
        foreach (var mention in query.Mentions.Where(m => m.Value >= Weights.LeastTellingSum))
        {
            Look(shelves.Amounts, (double)mention.Value);
            Look(shelves.UnitPrices, (double)mention.Value);
        }

        foreach (var row in query.Pieces.SelectMany(shelves.WithPiece).Where(row => !IsWalked(row)))
            Weigh(row, Weights.PlanPiece);
        return best.UnorderedItems.Select(item => item.Element).Distinct();
    }

    /// <summary>Looks at the lots of the best buyers or things, until it has seen enough of them.</summary>
    private void Walk(Tally tally, Side side, int most)
    {
        var seen = 0;
        foreach (var entry in tally.Highest(most))
        {
            foreach (var run in side.LotsOf(entry))
            {
                foreach (var row in run)
                {
                    if (!IsWalked(row))
                        Weigh(row);
                }
            }

            tally.Tick(entry);
            seen += side.NumberOfLots(entry);
            if (seen > Weights.MostLots)
                break;
        }
    }

    /// <summary>A sum finds lots by itself: those about which some word speaks, too.</summary>
    private void Look(Scale scale, double value)
    {
        foreach (var bucket in Scale.Near(value))
        {
            foreach (var run in scale.RowsOf(bucket))
            {
                foreach (var row in run)
                {
                    ref var lot = ref shelves.Rows[row];
                    if (who[lot.Unit] + what[lot.Item] > 0 && !IsWalked(row))
                        Weigh(row);
                }
            }
        }
    }

    private bool IsWalked(int row) => who.IsTicked(shelves.Rows[row].Unit) || what.IsTicked(shelves.Rows[row].Item);

    private void Weigh(int row, double more = 0)
    {
        ref var lot = ref shelves.Rows[row];
        if (lot.IsGone)
            return;
        double buyer = who[lot.Unit], thing = what[lot.Item];
        var score = buyer + thing + Weights.Balance * Math.Sqrt(buyer * thing) + sums.Gain(lot) + more;
        if (best.Count >= Weights.MostClose && score < least)
            return;
        best.Enqueue(row, (score, lot.Id));
        if (best.Count > Weights.MostClose)
            best.Dequeue();
        least = shelves.Rows.Count == 0 || !best.TryPeek(out _, out var last) ? double.MinValue : last.Score;
    }
}
