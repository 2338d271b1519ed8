using System.Globalization;
using Fakes.Invented.Patterns;

namespace Fakes.Invented;

/// <summary>Every scheme that can be planted.</summary>
internal static class Schemes
{
    public static IReadOnlyList<IScheme> All { get; } =
    [
        new DearUnitPrice(), new SmallDirectPurchases(), new OneSourceTooEarly(), new ListedSupplier(), new PriceRaisedLater(),
        new LinkedBidders(),
        new BuyersMoneyToOne(), new OneBidNoSaving(), new TooShortTerm(), new VolumeCut(), new YearEndRush(), new BrandNamed(),
        new SparringPartner(),
        new CancelledAfterPrices(), new PatternedPrices(), new BoughtTwice(),
    ];

    /// <summary>Reads "KZ-01=5,KZ-12=3", or "all=5".</summary>
    public static Dictionary<string, int> Wanted(string? text)
    {
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', ':') is not [var code, var times] || !int.TryParse(times, CultureInfo.InvariantCulture, out var count)
                || count < 0)
                throw new ArgumentException($"A scheme is asked for as KZ-01=5, not {part}.");
            foreach (var scheme in All.Where(scheme => code is "all" || scheme.Code == code))
                wanted[scheme.Code] = count;
            if (code is not "all")
                wanted.TryAdd(code, count);
        }

        return wanted;
    }
}
