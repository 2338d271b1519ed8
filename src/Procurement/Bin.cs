namespace Procurement;

/// <summary>
/// A business identification number (BIN): twelve digits, the last one a check digit. Source: the number formats of the state
/// register; the fifth digit is 4 for residents, 5 for non-residents, 6 for joint sole proprietors. The individual number (IIN) of
/// a private person looks alike and passes the same check, but its fifth digit is 0 to 3: it is never kept in this type.
/// </summary>
public readonly record struct Bin
{
    public const int Length = 12;

    private static readonly int[] SecondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

    private readonly string? value;

    private Bin(string value) => this.value = value;

    /// <summary>The twelve digits; empty for the default value.</summary>
    public string Value => value ?? "";

    public override string ToString() => Value;

    /// <summary>Accepts exactly twelve digits that belong to a business and whose check digit is right.</summary>
    public static bool TryParse(string? digits, out Bin bin)
    {
        var valid = digits is not null && IsForBusiness(digits) && HasRightCheckDigit(digits);
        bin = valid ? new Bin(digits!) : default;
        return valid;
    }

    /// <summary>Twelve digits of the business kind, whatever the check digit: what the portal itself may hold.</summary>
    public static bool IsForBusiness(ReadOnlySpan<char> digits) => AreDigits(digits) && digits[4] is >= '4' and <= '6';

    /// <summary>Twelve digits of the private kind, whatever the check digit: to be dropped, never stored or shown.</summary>
    public static bool IsForPerson(ReadOnlySpan<char> digits) => AreDigits(digits) && digits[4] is >= '0' and <= '3';

    /// <summary>Whether twelve digits, business or private, end in the digit that the first eleven demand.</summary>
    public static bool HasRightCheckDigit(ReadOnlySpan<char> digits)
    {
        if (!AreDigits(digits))
            return false;
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
            sum += (digits[i] - '0') * (i + 1);
        if (sum % 11 == 10)
        {
            sum = 0;
            for (var i = 0; i < Length - 1; i++)
                sum += (digits[i] - '0') * SecondWeights[i];
        }
        return sum % 11 == digits[Length - 1] - '0';    // 10 in the second pass as well: no such number is given out
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExceptInRange('0', '9');
}
