using System.Globalization;

namespace Risk.Populations;

/// <summary>A code of goods, works and services as a number of 15 digits, so that its beginnings can be compared by division.</summary>
public static class EnstruCode
{
    private const int Digits = 15;

    private static readonly long[] Tens = [.. Enumerable.Range(0, Digits + 1).Select(zeros => (long)Math.Pow(10, zeros))];

    /// <summary>0 for no code, or one that has not 15 digits.</summary>
    public static long Of(string? code)
    {
        if (code is null)
            return 0;
        Span<char> digits = stackalloc char[Digits];
        var length = 0;
        foreach (var letter in code)
        {
            if (letter is '.')
                continue;
            if (length == Digits || !char.IsAsciiDigit(letter))
                return 0;
            digits[length++] = letter;
        }

        return length == Digits ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The first digits of a code as a number: 3 gives 172 of 172314.500.000002.</summary>
    public static long Beginning(long code, int digits) => code / Tens[Math.Max(0, Digits - digits)];

    /// <summary>The code as it is written.</summary>
    public static string Text(long code)
    {
        var digits = code.ToString("D15", CultureInfo.InvariantCulture);
        return $"{digits[..6]}.{digits[6..9]}.{digits[9..]}";
    }
}
