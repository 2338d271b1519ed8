namespace Risk;

/// <summary>
/// Do the winners of a row of lots take turns more regularly than chance? Two questions are asked of three winners and more: do neighbours
/// differ (<see cref="RunsTest"/>), and does the one win that has waited longest. Of two winners both are the same.
/// </summary>
/// <remarks>
/// If each lot were won independently of those before, the one that has waited longest would win it with its own share, so with the
/// largest share of all at most: the tail of that binomial is the second chance. The better of two tests has twice the chance.
/// </remarks>
internal static class TurnTest
{
    private const int Tests = 2;

    /// <summary>Probability of so regular a row, 0 to 1.</summary>
    /// <param name="winners">The winners in the order of the lots.</param>
    public static double Chance(IReadOnlyList<long> winners)
    {
        var counts = winners.CountBy(winner => winner).Select(pair => pair.Value).ToList();
        var runs = RunsTest.MoreRunsThan(counts, 1 + winners.Zip(winners.Skip(1)).Count(pair => pair.First != pair.Second));

        return counts.Count <= Tests ? runs
            : Math.Min(1, Tests * Math.Min(runs, Waiting(winners, counts.Count, (double)counts.Max() / winners.Count)));
    }

    /// <summary>Counted from the lot on before which each of them has won.</summary>
    private static double Waiting(IReadOnlyList<long> winners, int kinds, double largest)
    {
        var waiting = new List<long>();    // the one that won longest ago first
        var (lots, turns) = (0, 0);
        foreach (var winner in winners)
        {
            if (waiting.Count == kinds)
                (lots, turns) = (lots + 1, turns + (waiting[0] == winner ? 1 : 0));
            waiting.Remove(winner);
            waiting.Add(winner);
        }

        return Binomial.AtLeast(turns, lots, largest);
    }
}
