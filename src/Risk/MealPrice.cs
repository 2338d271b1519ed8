using System.Globalization;
using System.Text.RegularExpressions;
using Procurement;

namespace Risk;

/// <summary>Price of meals for one child and day, from how many children and days the buyer's words name.</summary>
internal static partial class MealPrice
{
    private const int MostChildren = 20_000;
    private const int MostDays = 366;

    /// <summary>Tenge; null where the words do not name one number of children and one of days.</summary>
    public static decimal? Of(Lot lot)
    {
        if (lot.Amount is not > 0 || !Methods.IsForMeals(lot.MethodId ?? 0))
            return null;

        var text = LowerCase.Of($"{lot.Details.Ru} {lot.Details.Kz}");
        return One(Children().Matches(text), MostChildren) is { } children && One(Days().Matches(text), MostDays) is { } days
            ? lot.Amount / (children * days) : null;
    }

    private static int? One(MatchCollection matches, int most) =>
        matches.Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)).Distinct().ToList() is [> 0 and var only]
            && only <= most ? only : null;

    [GeneratedRegex(@"(?<![\d.,])(?<n>\d{1,5})\s*(дет|ребен|ребён|учащ|учен|школьн|воспит|обучающ|бала|оқушы|тәрбиелен)")]
    private static partial Regex Children();

    [GeneratedRegex(@"(?<![\d.,])(?<n>\d{1,3})\s*(учебн\p{L}*\s+|рабоч\p{L}*\s+|календарн\p{L}*\s+|оқу\s+)?(дн|день|күн)")]
    private static partial Regex Days();
}
