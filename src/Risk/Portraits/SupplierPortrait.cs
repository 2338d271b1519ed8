using Risk.Populations;

namespace Risk.Portraits;

/// <summary>What the open data say of a supplier over the last 24 months. Only legal entities are known by their number.</summary>
public sealed record SupplierPortrait
{
    private const int Months = 24;

    public required long Bin { get; init; }
    public required int Contracts { get; init; }

    /// <summary>Tenge without VAT.</summary>
    public required decimal Sum { get; init; }

    /// <summary>How many buyers, and the one that pays most with its share 0 to 1.</summary>
    public required int Buyers { get; init; }
    public required long LargestBuyer { get; init; }
    public required double LargestShare { get; init; }

    /// <summary>Offers whose outcome is known, and those that won.</summary>
    public required int Bids { get; init; }
    public required int Wins { get; init; }

    /// <summary>Contracts from one source, contracts with a late act.</summary>
    public required int FromOneSource { get; init; }
    public required int Late { get; init; }
    public DateOnly? Registered { get; init; }

    /// <summary>It stands in the register of unfair participants on the population's day; null when the population holds no register.</summary>
    public required bool? IsListed { get; init; }

    /// <summary>Null when the population holds nothing of this supplier.</summary>
    public static SupplierPortrait? Of(Population population, long bin)
    {
        ArgumentNullException.ThrowIfNull(population);
        var from = AstanaTime.DayOf(population.AsOf.AddMonths(-Months)).DayNumber;
        var deals = population.DealsWith(bin).ToArray().Where(deal => deal.Day >= from).ToList();
        var bids = population.BidsBy(bin).ToArray().Where(bid => bid.Day >= from && bid.Outcome != BidOutcome.Unknown).ToList();
        var listed = population.UnfairOf(bin).Any(listing => listing.From <= population.AsOf && (listing.Until is null || listing.Until >= population.AsOf));
        if (deals.Count == 0 && bids.Count == 0 && !listed)
            return null;
        var buyers = deals.GroupBy(deal => deal.Buyer).Select(group => (Buyer: group.Key, Sum: group.Sum(deal => deal.SumTiyn)))
            .OrderByDescending(buyer => buyer.Sum).ThenBy(buyer => buyer.Buyer).ToList();
        var sum = deals.Sum(deal => deal.SumTiyn);
        var one = population.Catalogue.Methods.OneSource;

        return new SupplierPortrait
        {
            Bin = bin,
            Contracts = deals.Count,
            Sum = sum / 100m,
            Buyers = buyers.Count,
            LargestBuyer = buyers.FirstOrDefault().Buyer,
            LargestShare = sum > 0 ? buyers[0].Sum / (double)sum : 0,
            Bids = bids.Count,
            Wins = bids.Count(bid => bid.Outcome == BidOutcome.Won),
            FromOneSource = deals.Count(deal => one.Contains(deal.Method)),
            Late = deals.Count(deal => deal.DaysLate > 0),
            Registered = population.Firm(bin) is { Registered: > 0 and var day } ? DateOnly.FromDayNumber(day) : null,
            IsListed = population.UnfairListings.Any() ? listed : null,
        };
    }
}
