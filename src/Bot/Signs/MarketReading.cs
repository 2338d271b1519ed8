using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk.Populations;

namespace Bot.Signs;

/// <summary>Reads the register into the tables of a population: all of it in one pass, or what has changed since.</summary>
public sealed class MarketReading(RegisterDb db)
{
    /// <summary>Documents that are parsed together on all cores and put in one after the other, while the next ones are fetched.</summary>
    private const int Block = 4096;

    /// <summary>The last writing into the register there was.</summary>
    public Task<long> LastStamp(CancellationToken cancellationToken) =>
        db.Stamps.Where(stamp => stamp.Name == "register").Select(stamp => stamp.Last).FirstOrDefaultAsync(cancellationToken);

    /// <param name="after">Only what was written later than this stamp; 0 for everything.</param>
    /// <returns>How many documents were read.</returns>
    public async Task<long> Fill(PopulationTables tables, long after, CancellationToken cancellationToken)
    {
        if (after > 0)
            tables.Forget(await Changed(db.Lots, row => row.Id), await Changed(db.Bids, row => row.Id), await Changed(db.Contracts, row => row.Id),
                await Changed(db.Acts, row => row.Id));
        else
            tables.Expect(await db.Lots.CountAsync(cancellationToken), await db.Bids.CountAsync(cancellationToken), await db.Contracts.CountAsync(cancellationToken),
                await db.ContractItems.CountAsync(cancellationToken), await db.Acts.CountAsync(cancellationToken));
        return await Add<ReferenceRow, Reference>(db.References, tables.Add) + await Add<OrganisationRow, Organisation>(db.Organisations, tables.Add)
            + await Add<UnfairRow, UnfairListing>(db.UnfairListings, tables.Add)
            + await Read<LotRow, Lot, LotEntry>(db.Lots, lot => LotEntry.Of(lot, tables.Catalogue), tables.Add)
            + await Add<BidRow, Bid>(db.Bids, tables.Add)
            + await Read<ContractRow, Contract, ContractEntry>(db.Contracts, contract => ContractEntry.Of(contract, tables.Catalogue), tables.Add)
            + await Add<ActRow, Act>(db.Acts, tables.Add);

        async Task<HashSet<long>> Changed<TRow>(IQueryable<TRow> rows, System.Linq.Expressions.Expression<Func<TRow, long>> idOf)
            where TRow : StoredDocument => await rows.Where(row => row.Changed > after).Select(idOf).ToHashSetAsync(cancellationToken);

        Task<long> Add<TRow, TRecord>(IQueryable<TRow> rows, Action<TRecord> add)
            where TRow : StoredDocument
            where TRecord : class => Read(rows, static (TRecord record) => record, add);

        async Task<long> Read<TRow, TRecord, TEntry>(IQueryable<TRow> rows, Func<TRecord, TEntry> read, Action<TEntry> add)
            where TRow : StoredDocument
            where TRecord : class
        {
            var count = 0L;
            var chosen = after > 0 ? rows.Where(row => row.Changed > after) : rows;
            await using var found = await chosen.Open(cancellationToken);
            var (now, next) = (new DocumentBlock(), new DocumentBlock());
            await now.Fill(found, Block, cancellationToken);
            while (now.Count > 0)
            {
                var filling = Task.Run(() => next.Fill(found, Block, cancellationToken), cancellationToken);
                try
                {
                    foreach (var entry in now.Parse<TRecord>().Select(read))
                        add(entry);
                    count += now.Count;
                }
                finally
                {
                    await filling;
                }

                (now, next) = (next, now);
            }

            return count;
        }
    }
}
