using System.Globalization;
using Procurement;

namespace Benchmarks.Matching;

/// <summary>
/// A set made several times as large. A copy has the words and places of its original; its id, plan number, announcement and the buyer's
/// number are others, and its sums are a few per cent higher. So each buyer has as many doubles of the same name as there are copies, and
/// words get no rarer: harder for a search than five times as many real lots, whose buyers and things repeat.
/// </summary>
internal static class Copies
{
    private const long Apart = 1_000_000_000;

    public static IEnumerable<Lot> Of(Func<IEnumerable<Lot>> lots, int copies) =>
        Enumerable.Range(0, copies).SelectMany(copy => lots().Select(lot => Of(lot, copy)));

    public static Lot Of(Lot lot, int copy) => copy == 0 ? lot : lot with
    {
        Id = lot.Id + (copy * Apart),
        Number = NumberOf(lot.Number, copy),
        AnnouncementId = lot.AnnouncementId + (copy * Apart),
        BuyerBin = lot.BuyerBin is { Length: 12 } bin && long.TryParse(bin, out var digits)
            ? ((digits + (copy * 10_007)) % 1_000_000_000_000).ToString("D12", CultureInfo.InvariantCulture) : lot.BuyerBin,
        Amount = lot.Amount * Dearer(copy),
        UnitPrice = lot.UnitPrice * Dearer(copy),
    };

    /// <summary>The ids of a lot and of its copies.</summary>
    public static IEnumerable<string> IdsOf(string id, int copies) => Enumerable.Range(0, copies)
        .Select(copy => (long.Parse(id, CultureInfo.InvariantCulture) + (copy * Apart)).ToString(CultureInfo.InvariantCulture));

    private static decimal Dearer(int copy) => 1 + (0.037m * copy);

    /// <summary>The plan number with other first digits: 85349577-ОИ2 becomes 15349577-ОИ2.</summary>
    private static string NumberOf(string number, int copy)
    {
        var digits = number.TakeWhile(char.IsAsciiDigit).Count();
        return digits == 0 ? number : string.Create(CultureInfo.InvariantCulture, $"{copy % 10}{number[1..digits]}{number[digits..]}");
    }
}
