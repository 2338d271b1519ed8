using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>An earlier purchase of the same thing, as far as it matters for what may follow its failure.</summary>
internal sealed record EarlierPurchase
{
    public required long LotId { get; init; }
    public required long? AnnouncementId { get; init; }
    public required int Method { get; init; }

    /// <summary>0 where the register does not tell.</summary>
    public required int Status { get; init; }

    /// <summary>Day of publication in Astana.</summary>
    public required int Day { get; init; }

    /// <summary>Number of the attempt; 1 where the lot's number does not tell.</summary>
    public required int Attempt { get; init; }
    public bool? IsRepeat { get; init; }

    /// <summary>Bids that were not withdrawn; null while they cannot be seen, or none were loaded.</summary>
    public required IReadOnlyList<Offer>? Offers { get; init; }

    /// <summary>One of the same plan item, or named as the one before; else only the same thing and buyer.</summary>
    public required bool IsCertain { get; init; }

    public EvidenceItem Field(string field, object value) =>
        new("announcement", $"{AnnouncementId ?? LotId}", Links.Announcement(AnnouncementId), field, $"{value}");

    /// <summary>One bid of it.</summary>
    public readonly record struct Offer(string? Supplier, decimal? Amount, BidOutcome Outcome);
}

/// <summary>
/// The purchases before a lot that it may follow from, first to last: attempts to buy the same plan item and those of the announcement
/// named as its parent; where there are none, failed ones of the same buyer for the same thing.
/// </summary>
internal static class EarlierPurchases
{
    public static IReadOnlyList<EarlierPurchase> Of(CaseFile file, Catalogue catalogue, int days)
    {
        var all = Attempts(file, catalogue).Concat(FromPopulation(file, days))
            .Where(earlier => catalogue.Methods.Competitive.Contains(earlier.Method))
            .GroupBy(earlier => earlier.LotId)
            .Select(same => same.FirstOrDefault(earlier => earlier.Offers is not null, same.First()) with
            {
                IsCertain = same.Any(earlier => earlier.IsCertain),
                IsRepeat = same.Select(earlier => earlier.IsRepeat).FirstOrDefault(known => known is not null),
            })
            .OrderBy(earlier => earlier.Day).ThenBy(earlier => earlier.Attempt).ThenBy(earlier => earlier.LotId).ToList();

        return all.Exists(earlier => earlier.IsCertain)
            ? all.FindAll(earlier => earlier.IsCertain)
            : all.FindAll(earlier => earlier.Status == catalogue.Methods.LotNotHeld || earlier.Status == 0);
    }

    private static IEnumerable<EarlierPurchase> Attempts(CaseFile file, Catalogue catalogue) =>
        file.Attempts.Where(lot => IsBefore(lot, file.Lot))
            .Select(lot => Read(lot, Race.Of(file, lot, catalogue)?.Runners.Select(OfferOf).ToList(), true));

    private static List<EarlierPurchase> FromPopulation(CaseFile file, int days)
    {
        var (found, buyer, enstru) = (new List<EarlierPurchase>(), Numbers.Bin(file.Lot.BuyerBin), EnstruCode.Of(file.Lot.Enstru));
        if (file.Population is not { } population || buyer == 0 || enstru == 0)
            return found;
        var today = Numbers.Day(file.Lot.Published);
        foreach (ref readonly var lot in population.LotsOf(buyer))
        {
            if (lot.Enstru != enstru || lot.Id == file.Lot.Id || lot.Published > today || (lot.Published == today && lot.Id > file.Lot.Id))
                continue;
            var root = LotAttempts.PlanRootOf(file.Lot);
            var earlier = Read(lot, population, IsParent(file, lot.AnnouncementId) || (root != 0 && lot.PlanRoot == root));
            if (IsNear(file, earlier, days))
                found.Add(earlier);
        }

        return found;
    }

    private static bool IsBefore(Lot lot, Lot judged) =>
        lot.Id != judged.Id && !lot.IsDeleted
        && (lot.Published < judged.Published || (lot.Published == judged.Published && lot.Id < judged.Id));

    private static bool IsParent(CaseFile file, long? announcement) =>
        announcement is > 0 && announcement == file.Announcement?.ParentId;

    private static bool IsNear(CaseFile file, EarlierPurchase earlier, int days) =>
        earlier.IsCertain || Numbers.Day(file.Lot.Published) - earlier.Day <= days;

    private static EarlierPurchase.Offer OfferOf(Runner runner) => new(runner.Supplier, runner.Amount, runner.Outcome);

    private static EarlierPurchase Read(Lot lot, IReadOnlyList<EarlierPurchase.Offer>? offers, bool certain) => new()
    {
        LotId = lot.Id,
        AnnouncementId = lot.AnnouncementId,
        Method = lot.MethodId ?? 0,
        Status = lot.StatusId ?? 0,
        Day = Numbers.Day(lot.Published),
        Attempt = LotAttempts.NumberOf(lot) ?? 1,
        IsRepeat = lot.IsRepeat,
        Offers = offers,
        IsCertain = certain,
    };

    private static EarlierPurchase Read(in LotFact lot, Population population, bool certain) => new()
    {
        LotId = lot.Id,
        AnnouncementId = lot.AnnouncementId,
        Method = lot.Method,
        Status = lot.Status,
        Day = lot.Published,
        Attempt = lot.Attempt,
        Offers = lot.Results > 0 && lot.Results <= population.Today && population.BidsFor(lot.Id).Count > 0
            ?
            [
                .. population.BidsFor(lot.Id).ToArray().Where(bid => bid.Outcome is not BidOutcome.Withdrawn)
                    .Select(bid => new EarlierPurchase.Offer(
                        bid.Supplier == 0 ? null : Numbers.Bin(bid.Supplier), bid.AmountTiyn == 0 ? null : bid.Amount, bid.Outcome)),
            ]
            : null,
        IsCertain = certain,
    };
}
