namespace Risk;

/// <summary>
/// The order in which people look at lots: level, then <see cref="RiskReport.Order"/>. A single buyer takes no more than a fifth of a
/// page, so that one large purse does not hide the others.
/// </summary>
public static class Queue
{
    /// <summary>Share of a page that the lots of one buyer may take; at least one lot.</summary>
    public const double MostOfOneBuyer = 0.2;

    /// <summary>
    /// The reports page by page. What one buyer has too many of waits for the next page, so a page may be shorter than asked for when
    /// few buyers are left. Lots whose buyer is not known wait for nobody. The same reports in any order give the same pages.
    /// </summary>
    /// <param name="pageSize">Lots of a page, at least 1.</param>
    public static IReadOnlyList<IReadOnlyList<RiskReport>> Order(IEnumerable<RiskReport> reports, int pageSize)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        var sorted = reports.OrderByDescending(report => report.Level).ThenByDescending(report => report.Order)
            .ThenBy(report => report.LotNumber, StringComparer.Ordinal).ThenBy(report => report.BuyerBin, StringComparer.Ordinal).ToList();
        var most = Math.Max(1, (int)(pageSize * MostOfOneBuyer));
        var lines = sorted.Select((report, place) => (report, place))
            .GroupBy(entry => entry.report.BuyerBin ?? $"?{entry.place}", entry => entry.place)
            .Select(places => new Queue<int>(places)).ToList();
        var next = new PriorityQueue<Queue<int>, int>(lines.Select(line => (line, line.Peek())));
        var pages = new List<IReadOnlyList<RiskReport>>();
        while (next.Count > 0)
            pages.Add([.. Page(next, pageSize, most).Select(place => sorted[place])]);
        return pages;
    }

    /// <summary>Takes the next page off the buyers' lines; a buyer who had the most steps aside until the page is full.</summary>
    private static List<int> Page(PriorityQueue<Queue<int>, int> next, int pageSize, int most)
    {
        var (page, taken, aside) = (new List<int>(), new Dictionary<Queue<int>, int>(), new List<Queue<int>>());
        while (page.Count < pageSize && next.TryDequeue(out var line, out _))
        {
            page.Add(line.Dequeue());
            taken[line] = taken.GetValueOrDefault(line) + 1;
            if (line.Count > 0 && taken[line] < most)
                next.Enqueue(line, line.Peek());
            else if (line.Count > 0)
                aside.Add(line);
        }

        foreach (var line in aside)
            next.Enqueue(line, line.Peek());
        return page;
    }
}
