namespace Language;

public static partial class Periods
{
    private const int FirstYear = 2005;

    private static readonly HashSet<string> YearWords = PeriodWords.Folded("год года году годом г жыл жылы жылғы жылдың жылда жылдан жылында year");
    private static readonly HashSet<string> MonthWords = PeriodWords.Folded("месяц месяца месяце ай айы айда айында айының айдың month");
    private static readonly HashSet<string> WeekWords = PeriodWords.Folded("неделя неделе неделю недели апта аптада week");
    private static readonly HashSet<string> Last = PeriodWords.Folded("прошлый прошлом прошлого прошлая прошлой прошлую прошлое прошлым өткен last");
    private static readonly HashSet<string> This = PeriodWords.Folded("этом этого этот этой эту текущем текущего осы this");
    private static readonly HashSet<string> BeforeLast = PeriodWords.Folded("позапрошлый позапрошлом позапрошлого алдыңғы");
    private static readonly HashSet<string> Inside = PeriodWords.Folded("в во с до к in since during");
    private static readonly Dictionary<string, int> NearYears = new() { [Fold("былтыр")] = -1, [Fold("биыл")] = 0 };
    private static readonly Dictionary<string, int> NearDays = new()
    {
        [Fold("вчера")] = -1,
        [Fold("кеше")] = -1,
        [Fold("yesterday")] = -1,
        [Fold("сегодня")] = 0,
        [Fold("бүгін")] = 0,
        [Fold("today")] = 0,
        [Fold("позавчера")] = -2,
        [Fold("алдыңгүні")] = -2,
    };

    private static string Fold(string word) => SearchText.FoldWord(word);

    /// <summary>One text, and what stands at each of its words.</summary>
    private sealed class Reading(string clean, IReadOnlyList<Token> tokens, DateOnly today)
    {
        public IReadOnlyList<Token> Tokens => tokens;

        public string Written(int from, int next) => clean[tokens[from].Start..(tokens[next - 1].Start + tokens[next - 1].Written.Length)];

        public Span? DateAt(int at) => Digits(at) ?? WithYear(at) ?? Named(at, null) ?? Near(at);

        /// <summary>15.06.2020, 15/6/20, 2020-06-15.</summary>
        private Span? Digits(int at)
        {
            if (Number(at) is not { } a || Number(at + 1) is not { } b || Number(at + 2) is not { } c || !Joined(at) || !Joined(at + 1))
                return null;
            var (year, day) = tokens[at].Folded.Length == 4 ? (a, c) : (c < 100 ? 2000 + c : c, a);
            return OfDay(year, b, day, at + 3);
        }

        private bool Joined(int at) => tokens[at + 1].Start == tokens[at].Start + tokens[at].Written.Length + 1
            && clean[tokens[at + 1].Start - 1] is '.' or '/' or '-';

        /// <summary>A year, with the month, day or season that may follow: "2020 жылғы 15 маусым".</summary>
        private Span? WithYear(int at)
        {
            if (YearAt(at) is not { } found)
                return null;
            var named = Named(found.Next, found.Year);
            return named ?? (found.IsSaid || at > 0 && Inside.Contains(tokens[at - 1].Folded) ? OfYear(found.Year, found.Next) : null);
        }

        /// <summary>A day and month, a month or a season, of the given year, the one named after it, or the latest.</summary>
        private Span? Named(int at, int? year)
        {
            var day = Number(at) is >= 1 and <= 31 and var number ? number : (int?)null;
            var name = day is null ? at : at + 1;
            if (day is not null && name < tokens.Count && tokens[name].Folded is "го" or "е" or "ого" or "тх")
                name++;
            if (name >= tokens.Count)
                return null;
            var last = day is null && Last.Contains(tokens[at].Folded) && at + 1 < tokens.Count;
            name = last ? at + 1 : name;
            var (month, season) = (PeriodWords.MonthOf(tokens[name]), day is null ? PeriodWords.SeasonOf(tokens[name]) : null);
            if (month is null && season is null)
                return null;
            var next = name + 1;
            if (month is not null && day is null && Number(next) is >= 1 and <= 31 and var after && char.IsAsciiLetter(tokens[name].Written[0]))
                (day, next) = (after, next + 1);
            var monthSaid = month is not null && next < tokens.Count && MonthWords.Contains(tokens[next].Folded);
            next += monthSaid ? 1 : 0;
            var told = year is null ? YearAt(next < tokens.Count && tokens[next].Written == "of" ? next + 1 : next) : null;
            var sure = day is not null || year is not null || told is not null || monthSaid || last
                || at > 0 && Inside.Contains(tokens[at - 1].Folded) || !PeriodWords.IsAmbiguous(tokens[name]);
            if (!sure)
                return null;
            next = told?.Next ?? next;
            year ??= told?.Year;
            return month is { } m
                ? day is { } d ? OfDay(year ?? Latest(y => new DateOnly(y, m, 1)), m, d, next) : OfMonth(year ?? Latest(y => new DateOnly(y, m, 1)), m, next)
                : OfSeason(year ?? Latest(y => OfSeason(y, season!.Value, 0).From), season!.Value, next);
        }

        private int Latest(Func<int, DateOnly> start) => start(today.Year + 1) <= today ? today.Year + 1 : start(today.Year) <= today ? today.Year : today.Year - 1;

        /// <summary>A year in digits or words, or one near today; whether a word for "year" stands with it.</summary>
        private (int Year, int Next, bool IsSaid)? YearAt(int at)
        {
            if (at >= tokens.Count)
                return null;
            var folded = tokens[at].Folded;
            if (NearYears.TryGetValue(folded, out var near))
                return (today.Year + near, at + 1, true);
            var relative = Last.Contains(folded) ? -1 : This.Contains(folded) ? 0 : BeforeLast.Contains(folded) ? -2 : (int?)null;
            if (relative is { } back)
                return IsYearWord(at + 1) ? (today.Year + back, at + 2, true) : null;
            if (Number(at) is { } year && tokens[at].Written.Length == 4 && IsYear(year))
                return IsYearWord(at + 1) ? (year, at + 2, true) : (year, at + 1, false);
            var (value, next) = InWords(at);
            return IsYear(2000 + value) && IsYearWord(next) ? (2000 + value, next + 1, true) : null;
        }

        /// <summary>"двадцатого", "двадцать первом", "две тысячи двадцатого", "20-м".</summary>
        private (int Value, int Next) InWords(int at)
        {
            if (Number(at) is { } digits)
                return (digits, at + 1 < tokens.Count && !IsYearWord(at + 1) && tokens[at + 1].Folded.Length <= 3 ? at + 2 : at + 1);
            if (at + 2 < tokens.Count && tokens[at].Folded == "две" && NumberWords.TryMultiplier(tokens[at + 1].Written, tokens[at + 1].Folded, out _))
                at += 2;
            var first = OrdinalWords.ValueOf(tokens[at].Folded) ?? 0;
            var second = first is 20 or 30 && at + 1 < tokens.Count ? OrdinalWords.ValueOf(tokens[at + 1].Folded) : null;
            return second is > 0 and < 10 ? (first + second.Value, at + 2) : (first, at + 1);
        }

        private Span? Near(int at)
        {
            var folded = tokens[at].Folded;
            if (NearDays.TryGetValue(folded, out var days))
                return Days(today.AddDays(days), today.AddDays(days), at + 1);
            var last = Last.Contains(folded);
            if (!last && !This.Contains(folded) || at + 1 >= tokens.Count)
                return null;
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(last ? -1 : 0);
            if (MonthWords.Contains(tokens[at + 1].Folded))
                return OfMonth(first.Year, first.Month, at + 2);
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (last ? 7 : 0));
            return WeekWords.Contains(tokens[at + 1].Folded) ? Days(monday, monday.AddDays(6), at + 2) : null;
        }

        private Span? OfDay(int year, int month, int day, int next)
        {
            if (!IsYear(year) || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
                return null;
            var date = new DateOnly(year, month, day);
            return Days(date, date, next);
        }

        private bool IsYear(int year) => year >= FirstYear && year <= today.Year + 1;

        private bool IsYearWord(int at) => at < tokens.Count && YearWords.Contains(tokens[at].Folded);

        private int? Number(int at) => at < tokens.Count && tokens[at].IsNumber && tokens[at].Folded.Length <= 4 ? int.Parse(tokens[at].Folded, null) : null;
    }
}
