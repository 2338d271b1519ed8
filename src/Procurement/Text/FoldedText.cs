using System.Globalization;

namespace Procurement.Text;

/// <summary>
/// A text in the one spelling in which numbers are looked for, and for every character the place it came from: upper case, every
/// hyphen "-", every space " ", every kind of digit 0 to 9, Latin letters that look Cyrillic made Cyrillic, invisible marks left out.
/// </summary>
internal sealed class FoldedText
{
    private const string Latin = "ABCEHKMOPTXY";
    private const string Cyrillic = "АВСЕНКМОРТХУ";

    private readonly string original;
    private readonly int[] places;

    public FoldedText(string original)
    {
        this.original = original;
        places = new int[original.Length + 1];
        var folded = new char[original.Length];
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            if (IsInvisible(original[i]))
                continue;
            places[length] = i;
            folded[length++] = Fold(original[i]);
        }
        places[length] = original.Length;
        Text = new string(folded, 0, length);
    }

    public string Text { get; }

    public char this[int index] => (uint)index < (uint)Text.Length ? Text[index] : '\0';

    /// <summary>Where the stretch from start to end (exclusive) stands in the original.</summary>
    public TextSpan SpanOf(int start, int end) => new(places[start], places[end - 1] + 1 - places[start]);

    /// <summary>The character of the original at a place of the folded text.</summary>
    public char OriginalAt(int index) => (uint)index < (uint)Text.Length ? original[places[index]] : '\0';

    public static string Fold(string text) => new FoldedText(text).Text;

    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Format;

    private static char Fold(char letter)
    {
        if (letter is >= '\uFF01' and <= '\uFF5E')
            letter = (char)(letter - 0xFEE0);    // full-width forms of ASCII
        if (char.IsAsciiDigit(letter))
            return letter;
        if (char.IsDigit(letter))
            return (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter));
        if (char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation || letter is '\u2212')
            return '-';
        if (letter is not ('\n' or '\r') && char.IsWhiteSpace(letter))
            return ' ';
        var upper = char.ToUpperInvariant(letter);
        return Latin.IndexOf(upper, StringComparison.Ordinal) is >= 0 and var at ? Cyrillic[at] : upper;
    }
}
