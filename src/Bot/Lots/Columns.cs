using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Lots;

/// <summary>Twelve digits of a business number take five bytes as a number and thirteen as a text.</summary>
internal static class Columns
{
    public static ValueConverter<string?, long> Bin { get; } = new(bin => Number(bin)!.Value, stored => Text(stored));

    public static long? Number(string? bin) => bin is null ? null : long.Parse(bin, NumberStyles.None, CultureInfo.InvariantCulture);

    public static string? Text(long? stored) => stored?.ToString("D12", CultureInfo.InvariantCulture);
}
