namespace Language;

/// <summary>A stretch of days that a text names, both ends included.</summary>
/// <param name="Written">The person's own words for it.</param>
public sealed record Period(DateOnly From, DateOnly To, string Written);

/// <summary>
/// Finds dates and periods in Kazakh, Russian and English: "15.06.2020", "в июне 2020", "2020 жылдың маусымы", "летом двадцатого года",
/// "былтыр", "last spring".
/// </summary>
public static partial class Periods
{
    /// <summary>
    /// The periods of a text in order. A month or season without a year is the latest that has begun by <paramref name="today"/>; winter runs
    /// from the December before the year to February; a week begins on Monday. Years are 2005 to the next one. Never throws.
    /// </summary>
    public static IReadOnlyList<Period> In(string text, DateOnly today)
    {
        var clean = CleanText.Of(text);
        var words = new Reading(clean, Tokens.Of(clean), today);
        var periods = new List<Period>();
        for (var at = 0; at < words.Tokens.Count;)
        {
            if (words.DateAt(at) is { } found && found.Next > at)
            {
                periods.Add(new Period(found.From, found.To, words.Written(at, found.Next)));
                at = found.Next;
            }
            else
            {
                at++;
            }
        }

        return periods;
    }

    /// <summary>Days that were read, and the word after them.</summary>
    private readonly record struct Span(DateOnly From, DateOnly To, int Next);

    private static Span Days(DateOnly from, DateOnly to, int next) => new(from, to, next);

    private static Span OfYear(int year, int next) => Days(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), next);

    private static Span OfMonth(int year, int month, int next)
    {
        var first = new DateOnly(year, month, 1);
        return Days(first, first.AddMonths(1).AddDays(-1), next);
    }

    private static Span OfSeason(int year, int season, int next)
    {
        var first = season == 0 ? new DateOnly(year - 1, 12, 1) : new DateOnly(year, 3 * season, 1);
        return Days(first, first.AddMonths(3).AddDays(-1), next);
    }
}
