using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// Not every source tells everything: a page without nested objects, a field that is null for an hour, another system's copy. What never
/// becomes unknown in life stays as it was known; what may end (a pause, results taken back) follows the newest word.
/// </summary>
internal static class Merging
{
    private const int Most = 500;    // documents read at once

    /// <summary>The records of a page that replace others and are poorer, made whole.</summary>
    /// <param name="known">Keys of the table's rows in the store, with their digests.</param>
    public static async Task<IReadOnlyList<object>> Of(
        RegisterDb db, Page page, PageTable table, IReadOnlyDictionary<long, long> known, CancellationToken cancellationToken)
    {
        if (known.Count == 0)
            return [];
        List<long> changed = [.. table.Records.Where(row => known.TryGetValue(row.Key, out var before) && before != row.Digest).Select(row => row.Key)];
        return table == page.Lots ? await Of<Lot>(Filled, lot => lot.Id, ids => db.Lots.Where(row => ids.Contains(row.Id)).Select(row => row.Document))
            : table == page.ContractRows ? await Of<Contract>(
                Filled, contract => contract.Id, ids => db.Contracts.Where(row => ids.Contains(row.Id)).Select(row => row.Document))
            : table == page.AnnouncementRows ? await Of<Announcement>(
                Filled, one => one.Id, ids => db.Announcements.Where(row => ids.Contains(row.Id)).Select(row => row.Document))
            : [];

        async Task<IReadOnlyList<object>> Of<T>(Func<T, T, T> fill, Func<T, long> idOf, Func<long[], IQueryable<string>> documents) where T : class
        {
            List<object> whole = [];
            foreach (var ids in changed.Chunk(Most))
                foreach (var before in (await documents(ids).ToListAsync(cancellationToken)).Select(Documents.Read<T>))
                {
                    var now = Documents.Read<T>(table.DocumentOf(idOf(before)));
                    if (fill(now, before) is var filled && filled != now)
                        whole.Add(filled);
                }

            return whole;
        }
    }

    /// <summary>A copy by the unified platform, which lags behind, only fills what the portal itself has left open.</summary>
    private static Lot Filled(Lot now, Lot before)
    {
        var (lot, from) = now.UnifiedId is not null && before.UnifiedId is null ? (before, now) : (now, before);
        var filled = lot with
        {
            Name = Either(lot.Name, from.Name),
            Description = Either(lot.Description, from.Description),
            BuyerBin = lot.BuyerBin ?? from.BuyerBin,
            BuyerName = Either(lot.BuyerName, from.BuyerName),
            Amount = lot.Amount ?? from.Amount,
            Count = lot.Count ?? from.Count,
            StatusId = lot.StatusId ?? from.StatusId,
            MethodId = lot.MethodId ?? from.MethodId,
            PlannedMethodId = lot.PlannedMethodId ?? from.PlannedMethodId,
            Places = lot.Places.Count > 0 ? lot.Places : from.Places,
            AnnouncementId = lot.AnnouncementId ?? from.AnnouncementId,
            AnnouncementNumber = lot.AnnouncementNumber ?? from.AnnouncementNumber,
        };
        return WithAnnouncement(WithPlan(filled, from), from);
    }

    private static Lot WithPlan(Lot lot, Lot from) => lot.Enstru is not null || lot.UnitCode is not null ? lot : lot with
    {
        Enstru = from.Enstru,
        Details = Either(lot.Details, from.Details),
        UnitPrice = lot.UnitPrice ?? from.UnitPrice,
        UnitCode = from.UnitCode,
        UnitName = lot.UnitName ?? from.UnitName,
        SubjectType = lot.SubjectType ?? from.SubjectType,
        JustificationId = lot.JustificationId ?? from.JustificationId,
    };

    private static Lot WithAnnouncement(Lot lot, Lot from) => lot.KnowsItsAnnouncement ? lot : lot with
    {
        AnnouncementTitle = from.AnnouncementTitle,
        Published = from.Published,
        BidsFrom = lot.BidsFrom ?? from.BidsFrom,
        BidsDue = lot.BidsDue ?? from.BidsDue,
        ResultsPublished = lot.ResultsPublished ?? from.ResultsPublished,
        IsRepeat = lot.IsRepeat ?? from.IsRepeat,
        DiscussionFrom = lot.DiscussionFrom ?? from.DiscussionFrom,
        DiscussionUntil = lot.DiscussionUntil ?? from.DiscussionUntil,
    };

    private static Contract Filled(Contract contract, Contract from) => contract with
    {
        BuyerBin = contract.BuyerBin ?? from.BuyerBin,
        SupplierBin = contract.SupplierBin ?? from.SupplierBin,
        Sum = contract.Sum ?? from.Sum,
        SumWithVat = contract.SumWithVat ?? from.SumWithVat,
        Items = contract.Items.Count > 0 ? contract.Items : from.Items,
        Acts = contract.Acts.Count > 0 ? contract.Acts : from.Acts,
    };

    private static Announcement Filled(Announcement announcement, Announcement from) => announcement with
    {
        Title = Either(announcement.Title, from.Title),
        Sum = announcement.Sum ?? from.Sum,
        MethodId = announcement.MethodId ?? from.MethodId,
        StatusId = announcement.StatusId ?? from.StatusId,
        OrganiserBin = announcement.OrganiserBin ?? from.OrganiserBin,
        OrganiserName = Either(announcement.OrganiserName, from.OrganiserName),
        Places = announcement.Places.Count > 0 ? announcement.Places : from.Places,
    };

    private static Bilingual Either(Bilingual text, Bilingual other) => text.IsEmpty ? other : text;
}
