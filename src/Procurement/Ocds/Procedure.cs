namespace Procurement;

/// <summary>
/// Everything that belongs to one purchase: the announcement, its lots, the bids, what was contracted and delivered. A contract without
/// an announcement is a procedure of its own.
/// </summary>
public sealed record Procedure
{
    public Announcement? Announcement { get; init; }
    public IReadOnlyList<Lot> Lots { get; init; } = [];
    public IReadOnlyList<Bid> Bids { get; init; } = [];

    /// <summary>All versions of its contracts.</summary>
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>Acts under these contracts; those nested in the contracts need not be repeated.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>Organisations that take part, as far as their names are known from elsewhere.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    /// <summary>The announcement's id, whoever names it; null for a contract without an announcement.</summary>
    public long? AnnouncementId => Announcement?.Id ?? Ids().FirstOrDefault(id => id > 0);

    /// <summary>
    /// Puts records together by announcement, contracts without one by their root. Holds all of them in memory: for files and tests; a
    /// store groups better. Organisations are given to each procedure in which they buy or sell.
    /// </summary>
    public static IEnumerable<Procedure> Group(IEnumerable<object> records)
    {
        var all = records.ToList();
        var announcements = all.OfType<Announcement>().ToLookup(announcement => announcement.Id);
        var lots = all.OfType<Lot>().ToLookup(lot => (lot.AnnouncementId, Own: lot.AnnouncementId is null ? lot.Id : 0));
        var bids = all.OfType<Bid>().ToLookup(bid => bid.AnnouncementId);
        var contracts = all.OfType<Contract>()
            .ToLookup(contract => (contract.AnnouncementId, Own: contract.AnnouncementId is null ? RootOf(contract) : 0));
        var acts = all.OfType<Act>().ToLookup(act => act.ContractRootId ?? act.ContractId);
        var organisations = all.OfType<Organisation>().ToLookup(organisation => organisation.Bin);

        var ids = announcements.Select(group => group.Key).Concat(lots.Select(group => group.Key.AnnouncementId ?? 0))
            .Concat(bids.Select(group => group.Key)).Concat(contracts.Select(group => group.Key.AnnouncementId ?? 0)).Where(id => id > 0);
        var announced = ids.Distinct().Select(id => new Procedure
        {
            Announcement = announcements[id].LastOrDefault(),
            Lots = [.. lots[(id, 0)]],
            Bids = [.. bids[id]],
            Contracts = [.. contracts[(id, 0)]],
        });
        var single = lots.Where(group => group.Key.AnnouncementId is null).Select(group => new Procedure { Lots = [.. group] });
        var direct = contracts.Where(group => group.Key.AnnouncementId is null).Select(group => new Procedure { Contracts = [.. group] });
        return announced.Concat(single).Concat(direct).Select(procedure => procedure with
        {
            Acts = [.. procedure.Contracts.Select(RootOf).Distinct().SelectMany(root => acts[root])],
            Organisations = [.. procedure.Numbers().OfType<string>().Distinct().SelectMany(number => organisations[number].TakeLast(1))],
        });
    }

    internal static long RootOf(Contract contract) => contract.RootId ?? contract.Id;

    private IEnumerable<long?> Ids() => Lots.Select(lot => lot.AnnouncementId).Concat(Bids.Select(bid => (long?)bid.AnnouncementId))
        .Concat(Contracts.Select(contract => contract.AnnouncementId));

    private IEnumerable<string?> Numbers() =>
        Lots.Select(lot => lot.BuyerBin).Concat(Bids.Select(bid => bid.SupplierBin)).Append(Announcement?.OrganiserBin)
            .Concat(Contracts.SelectMany(contract => new[] { contract.BuyerBin, contract.SupplierBin }));
}
