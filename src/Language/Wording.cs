using System.Globalization;

namespace Language;

/// <summary>Writes numbers, money and dates the way each of the three languages does, whatever the culture of the machine.</summary>
public static class Wording
{
    /// <summary>Between groups of three digits; it does not break and is narrow.</summary>
    public const char GroupSpace = '\u202F';

    /// <summary>Between a number and its unit; it does not break.</summary>
    public const char UnitSpace = '\u00A0';

    private static readonly Dictionary<string, string[]> Months = new()
    {
        ["kk"] = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"],
        ["ru"] = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        ["en"] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    };

    /// <summary>
    /// A number with groups of three ("41 200 000") and at most <paramref name="decimals"/> (0–6) decimals, rounded half away from zero and
    /// without trailing zeros; the decimal sign is a comma in Kazakh and Russian and a point in English. Four digits stand together.
    /// </summary>
    public static string Number(string language, decimal value, int decimals = 2)
    {
        var format = new NumberFormatInfo
        {
            NumberGroupSeparator = GroupSpace.ToString(),
            NumberDecimalSeparator = language is "kk" or "ru" ? "," : ".",
            NegativeSign = "\u2212",
        };
        var rounded = Math.Round(value, Math.Clamp(decimals, 0, 6), MidpointRounding.AwayFromZero);
        var pattern = (Math.Abs(rounded) < 10_000 ? "0" : "#,0") + (decimals > 0 ? "." + new string('#', Math.Clamp(decimals, 0, 6)) : "");
        return rounded.ToString(pattern, format);
    }

    /// <summary>An amount of tenge, "41 200 000 ₸": whole when it is whole or large, else with two decimals (tiyn).</summary>
    public static string Money(string language, decimal tenge) =>
        Number(language, tenge, Math.Abs(tenge) >= 10_000 ? 0 : 2) + UnitSpace + "₸";

    /// <summary>A share between 0 and 1 as a percentage with at most one decimal: "12,5 %" in Russian, "12.5%" in English.</summary>
    public static string Percent(string language, decimal share) =>
        Number(language, share * 100, 1) + (language == "en" ? "%" : UnitSpace + "%");

    /// <summary>A date in words: "2026 жылғы 5 наурыз", "5 марта 2026", "5 March 2026".</summary>
    public static string Date(string language, DateOnly date)
    {
        var month = (Months.GetValueOrDefault(language) ?? Months["en"])[date.Month - 1];
        return language == "kk"
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Year} жылғы {date.Day}{UnitSpace}{month}")
            : string.Create(CultureInfo.InvariantCulture, $"{date.Day}{UnitSpace}{month} {date.Year}");
    }

    /// <summary>A date with its hour and minute on the clock it is given in: "2026 жылғы 3 наурыз, 10:40", "3 марта 2026, 10:40".</summary>
    public static string Moment(string language, DateTime moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{Date(language, DateOnly.FromDateTime(moment))}, {moment:HH:mm}");
}
