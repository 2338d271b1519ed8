using Procurement;

namespace Risk;

/// <summary>One bidder's place in the race for a lot. Sums in tenge without VAT.</summary>
/// <param name="Supplier">Business number; null for a private person.</param>
/// <param name="Amount">The whole offer; null when not given.</param>
public sealed record Runner(Bid Bid, string? Supplier, decimal? Amount, BidOutcome Outcome)
{
    /// <summary>In the race to its end: neither rejected nor withdrawn.</summary>
    public bool IsValid => Outcome is BidOutcome.Submitted or BidOutcome.Won or BidOutcome.Second;
}

/// <summary>
/// Who wanted a lot, at which price, and how it ended. Bids are open only after the results are published: before that there is no race
/// to judge, not one without bidders.
/// </summary>
public sealed record Race
{
    public required Lot Lot { get; init; }

    /// <summary>Bids that were not withdrawn, cheapest first, those without a sum last.</summary>
    public required IReadOnlyList<Runner> Runners { get; init; }

    /// <summary>The portal's word for the outcome of some bid is not in the dictionary.</summary>
    public bool HasUnknownOutcome => Runners.Any(runner => runner.Outcome is BidOutcome.Unknown);
    public Runner? Winner => Runners.FirstOrDefault(runner => runner.Outcome is BidOutcome.Won);
    public IEnumerable<Runner> Valid => Runners.Where(runner => runner.IsValid);
    public IEnumerable<Runner> Rejected => Runners.Where(runner => runner.Outcome is BidOutcome.Rejected);

    /// <summary>The race of a lot, or of another attempt to buy the same; null while it cannot be seen.</summary>
    /// <remarks>With results published and bids loaded, no bid for a lot means that nobody came.</remarks>
    public static Race? Of(CaseFile file, Lot lot, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(catalogue);
        return ReferenceEquals(lot, file.Lot) ? file.Worked.Race(catalogue) : WorkOut(file, lot, catalogue);
    }

    internal static Race? WorkOut(CaseFile file, Lot lot, Catalogue catalogue)
    {
        if (file.Bids is null || lot.AnnouncementId is null || lot.ResultsPublished is null || lot.ResultsPublished > file.AsOf)
            return null;
        List<Runner> runners = [];
        foreach (var bid in file.Bids)
            foreach (var offer in bid.Lots)
                if (offer.LotId == lot.Id && RunnerOf(bid, offer, catalogue) is { Outcome: not BidOutcome.Withdrawn } runner)
                    runners.Add(runner);
        return new Race
        {
            Lot = lot,
            Runners = runners.Count < 2 ? runners : runners
                .OrderBy(runner => runner.Amount ?? decimal.MaxValue).ThenBy(runner => runner.Bid.HandedIn).ThenBy(runner => runner.Bid.Id).ToList(),
        };
    }

    private static Runner RunnerOf(Bid bid, BidLot offer, Catalogue catalogue) =>
        new(bid, bid.SupplierBin, offer.DiscountedAmount ?? offer.Amount, catalogue.OutcomeOf(offer));
}
