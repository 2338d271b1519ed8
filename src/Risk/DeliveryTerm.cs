using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Risk;

/// <summary>
/// What a buyer's words say about the time for delivery. Words that bind nobody to a number of days are <see cref="TermKind.Unclear"/>.
/// </summary>
/// <param name="Days">Days after the signature, for <see cref="TermKind.CalendarDays"/> and <see cref="TermKind.WorkingDays"/>.</param>
/// <param name="Until">The last day, for <see cref="TermKind.UntilDay"/>.</param>
public sealed partial record DeliveryTerm(TermKind Kind, int Days = 0, DateOnly? Until = null)
{
    private const int MostDays = 2000;
    private const int ShortYear = 2000;

    /// <summary>Plans say the same in the same words by the thousand, and reading them takes longer than most checks.</summary>
    private const int MostKnown = 20_000;

    private static readonly ConcurrentDictionary<string, DeliveryTerm> Known = [];

    /// <summary>Beginnings of the months, Russian and Kazakh, January first.</summary>
    private static readonly string[][] Months =
    [
        ["январ", "қаңтар"], ["феврал", "ақпан"], ["март", "наурыз"], ["апрел", "сәуір"], ["мая", "май", "мамыр"], ["июн", "маусым"],
        ["июл", "шілде"], ["август", "тамыз"], ["сентябр", "қыркүйек"], ["октябр", "қазан"], ["ноябр", "қараша"], ["декабр", "желтоқсан"],
    ];

    private static readonly string[] OnRequest =
    [
        "заявк", "график", "по мере", "по требован", "по запрос", "ежедневн", "ежемесячн", "еженедельн", "партиям", "поэтапн", "по необходимост",
        "өтінім", "өтініш", "тапсырыс бойынша", "кесте", "күн сайын", "ай сайын", "қажеттілі", "сұранысы", "сұрау", "талап ету",
    ];

    private static readonly string[] SinceAnother =
        ["уведомлен", "экспертиз", "аванс", "предоплат", "с момента оплат", "передачи", "начала смр", "хабарлама"];

    private static readonly string[] AtLeast = ["не менее", "не ранее", "не раньше", "кем емес", "ерте емес", "после истечения"];

    /// <summary>Reads the words of a plan; null for none.</summary>
    public static DeliveryTerm? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        var term = Told(text);

        if (Known.Count < MostKnown)
        {
            Known[text] = term;
        }

        return term;
    }

    private static DeliveryTerm Told(string text)
    {
        var low = Spaces().Replace(InWords().Replace(LowerCase.Of(text).Replace('ё', 'е'), " "), " ").Trim();

        return HasAny(low, OnRequest) ? new DeliveryTerm(TermKind.OnRequest)
            : HasAny(low, SinceAnother) || HasAny(low, AtLeast) ? new DeliveryTerm(TermKind.Unclear)
            : InDays(low) ?? UntilADay(low) ?? new DeliveryTerm(TermKind.Unclear);
    }

    private static DeliveryTerm? InDays(string text)
    {
        var found = NumberOfDays().Matches(text);

        if (found.Count == 0)
        {
            return Bare().Match(text) is { Success: true } bare ? InDays(TermKind.CalendarDays, bare.Groups["days"].Value) : null;
        }

        var terms = found.Select(match => InDays(
            match.Groups["working"].Success ? TermKind.WorkingDays : TermKind.CalendarDays,
            match.Groups["until"].Success ? match.Groups["until"].Value : match.Groups["days"].Value)).ToList();

        return terms.Distinct().Count() == 1 ? terms[0] : new DeliveryTerm(TermKind.Unclear);
    }

    private static DeliveryTerm InDays(TermKind kind, string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < MostDays
            ? new DeliveryTerm(kind, days) : new DeliveryTerm(TermKind.Unclear);

    /// <summary>One day in figures or with the month's name; a period ("с 1 июля по …") ends with its last day.</summary>
    private static DeliveryTerm? UntilADay(string text)
    {
        var days = InFigures().Matches(text).Select(match => DayOf(match, Number(match, "month")))
            .Concat(WithMonth().Matches(text).Select(match => DayOf(match, MonthOf(match.Groups["month"].Value))))
            .Concat(YearFirst().Matches(text).Select(match => DayOf(match, MonthOf(match.Groups["month"].Value))))
            .OfType<DateOnly>().ToList();

        return days.Count == 0 ? null : new DeliveryTerm(TermKind.UntilDay, Until: days.Max());
    }

    private static DateOnly? DayOf(Match match, int month)
    {
        var year = Number(match, "year");
        year = year < 100 ? year + ShortYear : year;
        var day = Number(match, "day");

        return month is >= 1 and <= 12 && year is >= 2015 and <= 2050 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>1 to 12; 0 for a word that is no month.</summary>
    private static int MonthOf(string word) =>
        Array.FindIndex(Months, names => names.Any(name => word.StartsWith(name, StringComparison.Ordinal))) + 1;

    private static bool HasAny(string text, IReadOnlyList<string> words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>The same number again in words: "15 (пятнадцать) дней", "15-ти".</summary>
    [GeneratedRegex(@"\(\s*[\p{L}\s]+\)|(?<=\d)\s?-\s?(ти|и|х|ми|ть|ый|го)\b")]
    private static partial Regex InWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>"15 календарных дней", "10 раб. дней", "20 к/дней", "5 жұмыс күні", "30 күнтізбелік күн", "10-15 дней".</summary>
    [GeneratedRegex(@"(?<![\d.,])(?<days>\d{1,4})(\s?[-–]\s?(?<until>\d{1,4}))?\s*"
        + @"((?<working>раб\p{L}*\.?|р\.?\s?/?(?=\s?д)|жұмыс)|календ\p{L}*\.?|кал\.?|к\.?\s?/?(?=\s?д)|банк\p{L}*|күнтізбелік)?\s*"
        + @"(дн[еяй]\p{L}*|день|дн\.?|д\.|күн\p{L}*|сут\p{L}*)(?!\p{L})")]
    private static partial Regex NumberOfDays();

    /// <summary>A number and nothing else: the field of the page counts days.</summary>
    [GeneratedRegex(@"^(?<days>\d{1,3})$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4}|\d{2})(?!\d)")]
    private static partial Regex InFigures();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})\s?(?<month>\p{L}+)\s?(?<year>\d{4})")]
    private static partial Regex WithMonth();

    /// <summary>"2026 жылғы 30 сәуірге дейін".</summary>
    [GeneratedRegex(@"(?<year>\d{4})\s?ж\p{L}*\.?\s?(?<day>\d{1,2})\s?(?<month>\p{L}+)")]
    private static partial Regex YearFirst();
}

/// <summary>How a time for delivery is stated.</summary>
public enum TermKind { Unclear, CalendarDays, WorkingDays, UntilDay, OnRequest }
