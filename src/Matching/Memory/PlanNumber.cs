using System.Globalization;

namespace Matching.Memory;

/// <summary>A lot number taken apart: the plan number, by which all attempts at one purchase are one, and the ending of the attempt.</summary>
internal static class PlanNumber
{
    /// <summary>Digits of a plan number by which a piece of it is looked up: people remember most of the eight.</summary>
    public const int Half = 4;

    private const int MostDigits = 15;
    private const ulong Spelled = 1UL << 63;    // marks a key that is not itself the digits

    /// <summary>The plan number in a lot number: what stands before the attempt (81861406-ЗЦП1 – 81861406).</summary>
    public static string Of(string lotNumber)
    {
        var dash = lotNumber.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? lotNumber[..dash] : lotNumber;
    }

    /// <summary>What follows the plan number in a lot number; empty when nothing does.</summary>
    public static string AttemptOf(string lotNumber) => lotNumber[Of(lotNumber).Length..].ToUpperInvariant();

    /// <summary>The key of a plan number: its digits, or the hash of what is no number; 0 for none.</summary>
    public static ulong Key(string plan)
    {
        if (plan.Length == 0)
            return 0;
        return plan.Length <= MostDigits && plan[0] != '0' && ulong.TryParse(plan, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Keys.Of(plan.ToUpperInvariant()) | Spelled;
    }

    /// <summary>The digits of a plan number by its key; null for one that is not made of digits.</summary>
    public static string? Digits(ulong key) => key is 0 or >= Spelled ? null : key.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether digits that a person remembers are a piece of a plan number: its beginning or end, or all but for one digit that is wrong,
    /// missing or too many.
    /// </summary>
    public static bool IsPiece(ReadOnlySpan<char> said, ReadOnlySpan<char> plan) =>
        said.Length < plan.Length && (plan.StartsWith(said) || plan.EndsWith(said)) || IsOneOff(said, plan);

    private static bool IsOneOff(ReadOnlySpan<char> said, ReadOnlySpan<char> plan)
    {
        if (Math.Abs(said.Length - plan.Length) > 1)
            return false;
        var same = said.CommonPrefixLength(plan);
        var left = said[same..];
        var right = plan[same..];
        return left.Length == right.Length ? left.Length == 0 || left[1..].SequenceEqual(right[1..])
            : left.Length > right.Length ? left[1..].SequenceEqual(right) : left.SequenceEqual(right[1..]);
    }
}
