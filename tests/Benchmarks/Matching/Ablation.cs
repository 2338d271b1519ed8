using Bot.Evaluation;

namespace Benchmarks.Matching;

/// <summary>What each part of the matcher brings: the same tips with one part after another switched off.</summary>
internal static class Ablation
{
    /// <param name="make">A matcher with these parts; asked for the whole first, then for each lack.</param>
    /// <param name="without">The name of the only part to leave out; null for one after another.</param>
    public static IReadOnlyList<object> Measure<TParts>(LotSet set, Func<TParts, TipMatching> make, string? without) where TParts : struct, Enum
    {
        var single = Enum.GetValues<TParts>().Where(part => long.IsPow2(Bits(part))).ToList();
        var whole = single.Aggregate(0L, (bits, part) => bits | Bits(part));
        if (without is not null && !single.Any(part => Is(part, without)))
            throw new BadFileException($"There is no part {without}. There are: {string.Join(", ", single)}.");
        Say.Line($"\nwithout a part: R@1, R@5, Brier, and how much they change");
        var all = Ask(set, make(Of(whole)));
        return [.. single.Where(part => without is null || Is(part, without))
            .SelectMany(part => Compared(part.ToString(), set, all, Ask(set, make(Of(whole & ~Bits(part))))))];

        static TParts Of(long bits) => (TParts)Enum.ToObject(typeof(TParts), bits);
        static long Bits(TParts part) => Convert.ToInt64(part, System.Globalization.CultureInfo.InvariantCulture);
        static bool Is(TParts part, string name) => part.ToString().Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static List<Scores> Ask(LotSet set, TipMatching matching) => [.. set.Tips.Select(tips => Scores.Of(Quality.Ask(matching, tips.Tips)))];

    private static IEnumerable<object> Compared(string part, LotSet set, List<Scores> all, List<Scores> lacking)
    {
        for (var at = 0; at < set.Tips.Count; at++)
        {
            var (name, before, after) = (set.Tips[at].Name, all[at].Recall[0], lacking[at].Recall[0]);
            var (first, five) = (Change(before.First, after.First), Change(before.AmongFive, after.AmongFive));
            var brier = Change(all[at].Brier ?? 0, lacking[at].Brier ?? 0);
            Say.Line($"  without {part,-20} {name}");
            Say.Line($"    {after.First:F3} ({first:+0.000;-0.000})  {after.AmongFive:F3} ({five:+0.000;-0.000})  {lacking[at].Brier:F3} ({brier:+0.000;-0.000})");
            yield return new { without = part, tips = name, after.First, after.AmongFive, lacking[at].Brier, change = new { first, five, brier } };
        }
    }

    private static double Change(double before, double after) => Math.Round(after - before, 3) + 0.0;    // never a zero with a minus
}
