using System.Globalization;

namespace Risk.Populations;

/// <summary>Values of the register as the numbers that the population keeps.</summary>
public static class Numbers
{
    /// <summary>A business number as a number; 0 for none.</summary>
    public static long Bin(string? digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The twelve digits of a business number.</summary>
    public static string Bin(long number) => number.ToString("D12", CultureInfo.InvariantCulture);

    /// <summary>The day in Astana; 0 for none.</summary>
    public static int Day(DateTimeOffset? moment) => moment is { } known ? AstanaTime.DayOf(known).DayNumber : 0;

    /// <summary>Tenge in hundredths; 0 for none or for what no purchase costs.</summary>
    public static long Tiyn(decimal? tenge) => tenge is { } sum and > -Most and < Most ? (long)decimal.Round(sum * 100) : 0;

    private const decimal Most = 1_000_000_000_000_000;    // a thousand times the budget of the state
}
