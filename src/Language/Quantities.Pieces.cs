using System.Globalization;
using System.Text.RegularExpressions;

namespace Language;

public static partial class Quantities
{
    private const int MostPieces = 3000;

    /// <summary>A number in digits, a word or a currency sign.</summary>
    private sealed record Piece(string Written, string Folded, decimal? Number, int Start)
    {
        public static Piece None { get; } = new("", "", null, -1);

        /// <summary>The Kazakh "from", which names the price of one: мыңнан, 230-дан, 17500-ден, екі мыңнан.</summary>
        public bool IsAblative { get; init; }

        /// <summary>The "пол" of "полмиллиона", written in one word.</summary>
        public bool IsHalf { get; init; }

        /// <summary>The "к" of "469к".</summary>
        public bool IsThousandSign { get; init; }
    }

    private static List<Piece> Read(string text)
    {
        var clean = CleanText.Of(text.Length > MostPieces * 20 ? text[..(MostPieces * 20)] : text);
        var pieces = new List<Piece>();
        foreach (Match match in PiecePattern().Matches(clean))
        {
            if (pieces.Count >= MostPieces)
                break;
            if (match.Groups["date"].Success)
                pieces.Add(new Piece(match.Value, "", null, match.Index));
            else if (match.Groups["number"].Success)
                AddNumber(pieces, clean, match);
            else
                AddWord(pieces, match.Value, match.Index);
        }

        return pieces;
    }

    private static void AddNumber(List<Piece> pieces, string clean, Match match)
    {
        var digits = match.Groups["number"].Value;
        if (!TryValue(digits, IsBeforeMillion(clean, match), out var value))
            return;
        var ending = match.Groups["ending"].Value;
        var folded = SearchText.FoldWord(ending);
        var ablative = folded is "дан" or "ден" or "тан" or "тен" or "нан" or "нен";
        pieces.Add(new Piece(digits + (ablative ? "-" + ending : ""), digits, value, match.Index) { IsAblative = ablative });
        if (folded.Length > 0 && !ablative && folded is not ("га" or "ге" or "ка" or "ке" or "на" or "не"))
            AddWord(pieces, ending, match.Groups["ending"].Index);
    }

    private static void AddWord(List<Piece> pieces, string written, int start)
    {
        var folded = SearchText.FoldWord(written);
        var joined = folded.StartsWith("пол", StringComparison.Ordinal) && NumberWords.TryMultiplier(written, folded[3..], out _);
        if (joined)
        {
            pieces.Add(new Piece(written[..3], "пол", null, start) { IsHalf = true });
            pieces.Add(new Piece(written[3..], folded[3..], null, start));
            return;
        }

        pieces.Add(new Piece(written, folded, null, start)
        {
            IsThousandSign = folded is "к" or "т",
            IsAblative = IsKazakhFrom(written, folded)
        });
    }

    private static bool IsKazakhFrom(string written, string folded) =>
        folded.Length > 3 && folded[^2..] is "ан" or "ен" && !NumberWords.TryUnit(folded, out _)
        && (NumberWords.TryUnitInCase(folded, out _) || NumberWords.TryMultiplier(written, folded, out _));

    private static bool IsBeforeMillion(string clean, Match match)
    {
        var rest = clean.AsSpan(match.Groups["number"].Index + match.Groups["number"].Length).TrimStart();
        return rest.Length > 1 && rest[0] is 'м' or 'М' or 'm' or 'M' && rest[1] is 'л' or 'Л' or 'l' or 'L' or 'и' or 'i';
    }

    /// <summary>
    /// 12 500 000; 12.500.000; 1,285,000; 46,473; 1,8 – groups of exactly three digits are thousands, except before "million".
    /// </summary>
    private static bool TryValue(string digits, bool beforeMillion, out decimal value)
    {
        var compact = digits.Replace(" ", "", StringComparison.Ordinal);
        var marks = compact.Count(c => c is '.' or ',');
        var lastMark = compact.LastIndexOfAny(['.', ',']);
        var grouped = compact.Length - lastMark == 4 && (marks > 1 || marks == 1 && compact[0] != '0' && lastMark <= 3 && !beforeMillion);
        compact = marks == 0 ? compact
            : grouped ? Digits(compact)
            : Digits(compact[..lastMark]) + "." + compact[(lastMark + 1)..];
        return decimal.TryParse(compact, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value < 1e15m;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(
        @"(?<date>\b\d{1,2}[./]\d{1,2}[./](19|20)?\d{2}\b|\b(19|20)\d{2}-\d{1,2}-\d{1,2}\b|\b\d{1,2}:\d{2}\b)" +
        @"|(?<number>(?<![\d\p{L}])\d{1,3}( \d{3}){1,5}(?!\d)([.,]\d{1,2}(?!\d))?|\d+([.,]\d+)*)(-?(?<ending>\p{L}{1,5})(?!\p{L}))?" +
        @"|[\p{L}]+|₸",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PiecePattern();
}
