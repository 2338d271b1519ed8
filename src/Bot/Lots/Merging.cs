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
        return table == page.Lots ? await Of<Lot>(Whole.Of, lot => lot.Id, ids => db.Lots.Where(row => ids.Contains(row.Id)).Select(row => row.Document))
            : table == page.ContractRows ? await Of<Contract>(
                Whole.Of, contract => contract.Id, ids => db.Contracts.Where(row => ids.Contains(row.Id)).Select(row => row.Document))
            : table == page.AnnouncementRows ? await Of<Announcement>(
                Whole.Of, one => one.Id, ids => db.Announcements.Where(row => ids.Contains(row.Id)).Select(row => row.Document))
            : table == page.OrganisationRows ? await Of<Organisation>(Whole.Of, one => Columns.Number(one.Bin)!.Value, OrganisationsOf)
            : [];

        IQueryable<string> OrganisationsOf(long[] bins)
        {
            string?[] texts = [.. bins.Select(bin => Columns.Text(bin))];
            return db.Organisations.Where(row => texts.Contains(row.Bin)).Select(row => row.Document);
        }

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
}
