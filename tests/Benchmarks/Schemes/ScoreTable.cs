using System.Globalization;

namespace Benchmarks.Schemes;

/// <summary>The figures of all engines side by side, for people.</summary>
internal static class ScoreTable
{
    private const int First = 24, Column = 26;

    public static void Write(TextWriter output, Market market, IReadOnlyList<Scorecard> cards)
    {
        Row(output, "", cards.Select(card => card.Engine));
        Row(output, "flagged subjects", cards.Select(card => card.Flagged.ToString(CultureInfo.InvariantCulture)));
        Row(output, $"precision at {Scoring.Top}", cards.Select(card => Percent(card.PrecisionAt500)));
        Row(output, "seconds", cards.Select(card => card.Seconds.ToString("0.0", CultureInfo.InvariantCulture)));
        output.WriteLine("recall: right sign, one of tier 1 or 2 (any sign)");
        foreach (var scheme in Enum.GetValues<Scheme>())
            Row(output, $"  {scheme}", cards.Select(card => $"{Percent(card.Recall[scheme].Right)}, {Percent(card.Recall[scheme].Strong)} ({Percent(card.Recall[scheme].Any)})"));
        output.WriteLine("false alarms of tier 1 and 2: tempted sign (any sign)");
        foreach (var group in Temptations.Codes.Keys)
        {
            var size = cards.Count == 0 ? 0 : cards[0].Confounders[group].Subjects;
            Row(output, string.Create(CultureInfo.InvariantCulture, $"  {group} {size}"),
                cards.Select(card => $"{Percent(card.Confounders[group].Tempted)} ({Percent(card.Confounders[group].Any)})"));
        }

        Row(output, "  everyday", cards.Select(card => $"({Percent(card.Everyday.Any)})"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {market.Seed}"));
    }

    private static void Row(TextWriter output, string name, IEnumerable<string> cells) =>
        output.WriteLine((name.PadRight(First + 8) + string.Concat(cells.Select(cell => cell.PadRight(Column)))).TrimEnd());

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
