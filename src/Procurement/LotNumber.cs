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
        var folded = new FoldedText(text.Trim());
        if (LotNumberScan.At(folded, 0) is not { Number: { } found } scan || scan.End != folded.Text.Length)
            return false;
        number = found;
        return true;
    }
}
