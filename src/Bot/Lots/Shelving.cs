using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>How one kind of record is put on its shelf: new, changed, or the same again. Of one id twice in a page the last counts.</summary>
internal abstract class Shelving
{
    public abstract Task<(int Inserted, int Updated, int Unchanged)> Put(
        BotDb db, IReadOnlyList<object> records, DateTimeOffset now, CancellationToken cancellationToken);
}

internal abstract class Shelving<TRecord, TRow, TKey> : Shelving where TRow : class where TKey : notnull
{
    public override async Task<(int Inserted, int Updated, int Unchanged)> Put(
        BotDb db, IReadOnlyList<object> records, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mine = records.OfType<TRecord>().ToList();
        if (mine.Count == 0)
            return default;
        var known = await Known(db, [.. mine.Select(KeyOf).Distinct()], cancellationToken);
        var (inserted, updated) = (0, 0);
        foreach (var record in mine)
        {
            if (!known.TryGetValue(KeyOf(record), out var row))
            {
                known[KeyOf(record)] = row = New(record, now);
                db.Add(row);
                Written(db, record, isNew: true);
                inserted++;
            }
            else if (DigestOf(row) != DigestOf(record))
            {
                Change(row, record, now);
                Written(db, record, isNew: false);
                updated++;
            }
        }

        return (inserted, updated, mine.Count - inserted - updated);
    }

    protected abstract TKey KeyOf(TRecord record);
    protected abstract long DigestOf(TRecord record);
    protected abstract long DigestOf(TRow row);
    protected abstract Task<Dictionary<TKey, TRow>> Known(BotDb db, List<TKey> keys, CancellationToken cancellationToken);
    protected abstract TRow New(TRecord record, DateTimeOffset now);
    protected abstract void Change(TRow row, TRecord record, DateTimeOffset now);

    /// <summary>Rows beside the row itself.</summary>
    protected virtual void Written(BotDb db, TRecord record, bool isNew)
    {
    }
}

internal sealed class LotShelving : Shelving<Lot, LotRow, long>
{
    protected override long KeyOf(Lot lot) => lot.Id;
    protected override long DigestOf(Lot lot) => Digest.Of(lot);
    protected override long DigestOf(LotRow row) => row.Digest;

    protected override Task<Dictionary<long, LotRow>> Known(BotDb db, List<long> keys, CancellationToken cancellationToken) =>
        db.Lots.Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);

    protected override LotRow New(Lot lot, DateTimeOffset now)
    {
        var row = new LotRow { Id = lot.Id, Number = lot.Number, Document = "", Digest = 0, FirstSeen = now, Changed = now };
        Change(row, lot, now);
        return row;
    }

    protected override void Change(LotRow row, Lot lot, DateTimeOffset now)
    {
        (row.Number, row.AnnouncementId, row.BuyerBin, row.Enstru, row.Published) = (lot.Number, lot.AnnouncementId, lot.BuyerBin, lot.Enstru, lot.Published);
        (row.Document, row.Digest, row.Changed) = (Documents.Write(lot), Digest.Of(lot), now);
    }
}

internal sealed class ContractShelving : Shelving<Contract, ContractRow, long>
{
    protected override long KeyOf(Contract contract) => contract.Id;
    protected override long DigestOf(Contract contract) => Digest.Of(contract);
    protected override long DigestOf(ContractRow row) => row.Digest;

    protected override Task<Dictionary<long, ContractRow>> Known(BotDb db, List<long> keys, CancellationToken cancellationToken) =>
        db.Contracts.Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);

    protected override ContractRow New(Contract contract, DateTimeOffset now)
    {
        var row = new ContractRow { Id = contract.Id, Document = "", Digest = 0, Changed = now };
        Change(row, contract, now);
        return row;
    }

    protected override void Change(ContractRow row, Contract contract, DateTimeOffset now)
    {
        (row.RootId, row.AnnouncementId, row.BuyerBin, row.FinancialYear) =
            (contract.RootId, contract.AnnouncementId, contract.BuyerBin, contract.FinancialYear);
        (row.Document, row.Digest, row.Changed) = (Documents.Write(contract), Digest.Of(contract), now);
    }

    protected override void Written(BotDb db, Contract contract, bool isNew)
    {
        if (!isNew)
            db.RemoveRange(db.ContractItems.Where(item => item.ContractId == contract.Id));
        db.AddRange(contract.Items.Select((item, number) =>
            new ContractItemRow { Id = Guid.CreateVersion7(), ContractId = contract.Id, Number = number, Enstru = item.Enstru, LotId = item.LotId }));
    }
}

internal sealed class PlanShelving : Shelving<PlanItem, PlanRow, long>
{
    protected override long KeyOf(PlanItem plan) => plan.Id;
    protected override long DigestOf(PlanItem plan) => Digest.Of(plan);
    protected override long DigestOf(PlanRow row) => row.Digest;

    protected override Task<Dictionary<long, PlanRow>> Known(BotDb db, List<long> keys, CancellationToken cancellationToken) =>
        db.PlanItems.Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);

    protected override PlanRow New(PlanItem plan, DateTimeOffset now)
    {
        var row = new PlanRow { Id = plan.Id, Document = "", Digest = 0, Changed = now };
        Change(row, plan, now);
        return row;
    }

    protected override void Change(PlanRow row, PlanItem plan, DateTimeOffset now)
    {
        (row.RootId, row.BuyerBin, row.Year) = (plan.RootId, plan.BuyerBin, plan.Year);
        (row.Document, row.Digest, row.Changed) = (Documents.Write(plan), Digest.Of(plan), now);
    }
}
