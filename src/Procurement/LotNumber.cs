using System.Globalization;
using Procurement.Text;

namespace Procurement;

/// <summary>
/// The number of a lot as people cite it: root of the plan item, method of purchase, attempt; 81861406-ЗЦП1, 42667799-ОЛ-ОИ2.
/// The same shape with an announcement's id in front is the number of a protocol (10079496-КРБС1).
/// </summary>
/// <param name="PlanRoot">Id of the first version of the plan item [PlnPoint.rootrecordId], 6 to 9 digits.</param>
/// <param name="Method">Symbol of the method in the portal's spelling, for example КпОПО.</param>
/// <param name="Attempt">1 for the first announcement of the purchase, 2 and more for its repeats; 0 to 99.</param>
/// <param name="IsUnion">Several plan items joined in one lot (-ОЛ-).</param>
public readonly record struct LotNumber(long PlanRoot, string Method, int Attempt, bool IsUnion = false)
{
    /// <summary>The canonical spelling.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PlanRoot}-{(IsUnion ? "ОЛ-" : "")}{Method}{Attempt}");

    /// <summary>
    /// Reads one number that stands alone, tolerant in spelling: spaces, any hyphen, Latin letters that look Cyrillic, the digit 3 for
    /// З and 0 for О, lower case, invisible characters.
    /// </summary>
    public static bool TryParse(string? text, out LotNumber number)
    {
        number = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 60)
            return false;
        if (IsCanonical(text, out number))
            return true;
        var folded = new FoldedText(text.Trim());
        if (LotNumberScan.At(folded, 0) is not { Number: { } found } scan || scan.End != folded.Text.Length)
            return false;
        number = found;
        return true;
    }

    private static bool IsCanonical(string text, out LotNumber number)
    {
        number = default;
        var line = text.IndexOf('-', StringComparison.Ordinal);
        var digits = text.Length - text.AsSpan().LastIndexOfAnyExceptInRange('0', '9') - 1;
        if (line is < 6 or > 9 || digits is < 1 or > 2 || text.AsSpan(0, line).ContainsAnyExceptInRange('0', '9') || text[0] == '0' || (digits == 2 && text[^2] == '0'))
            return false;
        var method = text.AsSpan(line + 1, text.Length - line - 1 - digits);
        var isUnion = method.StartsWith("ОЛ-");
        foreach (var symbol in MethodSymbols.All)
            if ((isUnion ? method[3..] : method).SequenceEqual(symbol))
            {
                number = new LotNumber(long.Parse(text.AsSpan(0, line), NumberStyles.None, CultureInfo.InvariantCulture), symbol,
                    int.Parse(text.AsSpan(text.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture), isUnion);
                return true;
            }
        return false;
    }
}
