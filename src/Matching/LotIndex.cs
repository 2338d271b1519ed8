using Matching.Memory;
using Procurement;

namespace Matching;

/// <summary>
/// All lots, ready to be found: buyers and things bought by their words, numbers by their size, identifiers by look-up. Built once or read
/// from a file, kept current by <see cref="Add"/> while others search: readers never wait for each other.
/// </summary>
public sealed partial class LotIndex : IDisposable
{
    /// <summary>Lots that are read while those before them are taken in.</summary>
    private const int Batch = 4096;

    private readonly ReaderWriterLockSlim gate = new();
    private readonly Lock changing = new();    // held by whoever changes the lots or writes them to a file
    private readonly LotReader reader;
    private BridgeMiner? miner;    // only while it is built

    private LotIndex(PlaceBook places) : this(places, new Shelves())
    {
    }

    private LotIndex(PlaceBook places, Shelves shelves)
    {
        (Places, Shelves) = (places, shelves);
        reader = new LotReader(places);
    }

    /// <summary>How many lots can be found.</summary>
    public int Count => Read(() => Shelves.Present);

    internal PlaceBook Places { get; }
    internal Shelves Shelves { get; }

    /// <summary>Builds the index from lots in any order and the rows of the classifier of territories. Deleted lots are left out.</summary>
    public static LotIndex Build(IEnumerable<Lot> lots, IEnumerable<Place> places) => Build(lots, lot => lot, places);

    /// <summary>The same from rows of a store, each of which <paramref name="read"/> turns into a lot, several at a time.</summary>
    public static LotIndex Build<TRow>(IEnumerable<TRow> rows, Func<TRow, Lot> read, IEnumerable<Place> places)
    {
        var index = new LotIndex(new PlaceBook(places));
        index.miner = new BridgeMiner();
        var last = Task.CompletedTask;
        foreach (var batch in rows.Chunk(Batch))
        {
            last.GetAwaiter().GetResult();
            last = Task.Run(() => index.AddAll(batch, read));
        }

        last.GetAwaiter().GetResult();
        index.Shelves.Bridge = index.miner.Learn(index.Shelves.Words);
        index.miner = null;
        return index;
    }

    /// <summary>Adds a lot while serving, or replaces the one with the same id; a deleted lot disappears. Safe beside readers.</summary>
    public void Add(Lot lot)
    {
        var read = ReadLot(lot);
        lock (changing)
        {
            gate.EnterWriteLock();
            try
            {
                Put(read);
            }
            finally
            {
                gate.ExitWriteLock();
            }
        }
    }

    public void Dispose() => gate.Dispose();

    internal T Read<T>(Func<T> work)
    {
        gate.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>A lot with its words, as far as they are not known from other lots.</summary>
    private sealed record ReadingOf(Lot Lot, ulong UnitKey, Reading? Unit, ulong ItemKey, Reading? Item);

    private void AddAll<TRow>(TRow[] batch, Func<TRow, Lot> read)
    {
        var lots = new ReadingOf[batch.Length];
        Parallel.For(0, batch.Length, i => lots[i] = ReadLot(read(batch[i])));
        foreach (var lot in lots)
            Put(lot);
    }

    private ReadingOf ReadLot(Lot lot)
    {
        var (unit, item) = (LotReader.UnitKey(lot), LotReader.ItemKey(lot));
        var isKnown = Read(() => (Unit: Shelves.Units.Find(unit) is not null, Item: Shelves.Items.Find(item) is not null));
        return new ReadingOf(lot, unit, isKnown.Unit ? null : reader.ReadUnit(lot), item, isKnown.Item ? null : LotReader.ReadItem(lot));
    }

    private void Put(ReadingOf read)
    {
        var old = Shelves.RowOf(read.Lot.Id);
        if (read.Lot.IsDeleted)
        {
            if (old is { } gone)
                Shelves.Forget(gone);
            return;
        }

        var unit = Shelves.Units.Find(read.UnitKey) ?? Shelves.AddUnit(read.UnitKey, read.Lot.BuyerBin, read.Unit ?? reader.ReadUnit(read.Lot));
        var item = Shelves.Items.Find(read.ItemKey) ?? AddItem(read);
        var row = Shelves.RowFor(read.Lot, unit, item);
        if (old is { } known && Shelves.Rows[known].Says(row))
            return;
        if (old is { } replaced)
            Shelves.Forget(replaced);
        Shelves.Add(row);
    }

    private int AddItem(ReadingOf read)
    {
        miner?.Hear(read.Lot.Name, Shelves.Words);
        miner?.Hear(read.Lot.Description, Shelves.Words);
        miner?.Hear(read.Lot.Details, Shelves.Words);
        return Shelves.AddItem(read.ItemKey, read.Item ?? LotReader.ReadItem(read.Lot));
    }
}
