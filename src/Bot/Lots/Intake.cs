using System.Threading.Channels;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>What became of one file or page: counts, and each refused line with its reason.</summary>
public sealed record IntakeReport(string File, long Inserted, long Updated, long Unchanged, IReadOnlyList<RefusedLine> Rejected);

public sealed record RefusedLine(long Line, string Reason);

/// <summary>
/// Takes records of the register into the store, page by page, each page in one transaction. The same record again changes nothing; a bad
/// line is reported and does not stop the rest.
/// </summary>
public sealed class Intake(IServiceScopeFactory scopes, Signals signals, TimeProvider clock)
{
    /// <summary>
    /// A page of a file. Look-ups are kept in trees whose leaves are touched at random: the larger a page, the fewer times each leaf is
    /// written. Four thousand rows are some 7 MB; with one page being read and one written, memory stays near 300 MB.
    /// </summary>
    private const int PageRows = 4_000, PageBytes = 7 << 20;

    /// <summary>The stamp that tells how far files reach: the latest moment that any of their lots speaks of.</summary>
    public const string Files = "files";
    private const int Together = 500;    // contracts whose items are taken away in one statement
    private const int MostReasons = 1000;    // a file of the wrong kind has a reason on every line; the count is exact all the same

    public async Task<IntakeReport> Take(string name, Stream file, Action<long>? progress, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        await using var fill = await Lookups.Leave(db, file, cancellationToken);
        await using var checkpoints = await Checkpointing.Begin(db, cancellationToken);
        var report = new IntakeReport(name, 0, 0, 0, []);
        List<RefusedLine> refused = [];
        DateTimeOffset? latest = null;
        try
        {
            await foreach (var (page, line, faults) in ReadAhead(file, cancellationToken))
            {
                refused.AddRange(faults.Take(MostReasons - refused.Count));
                latest = page.Latest > latest || latest is null ? page.Latest ?? latest : latest;
                report = await Put(db, page, report, null, cancellationToken);
                await checkpoints.Written();
                progress?.Invoke(line);
            }
        }
        finally
        {
            if (fill is not null)
                await Lookups.Create(db, CancellationToken.None);
        }

        if (latest is { } reached && report.Inserted + report.Updated > 0)
            await db.RaiseStamp(Files, reached.ToUnixTimeMilliseconds(), cancellationToken);
        return report with { Rejected = refused };
    }

    /// <summary>Takes one page of records; what <paramref name="with"/> writes is saved together with it.</summary>
    public async Task<IntakeReport> Take(
        string name, IEnumerable<object> records, Func<RegisterDb, Task>? with, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        using var page = new Page();
        foreach (var record in records)
            page.Add(record);
        return await Put(db, page, new IntakeReport(name, 0, 0, 0, []), with, cancellationToken);
    }

    private async Task<IntakeReport> Put(
        RegisterDb db, Page page, IntakeReport report, Func<RegisterDb, Task>? with, CancellationToken cancellationToken)
    {
        // Begun before anything is looked up: what another writes meanwhile would be written over with what was read before it.
        await using var writer = await RegisterWriter.Begin(db, clock, cancellationToken);
        foreach (var more in await Completion.Of(db, page, cancellationToken))
            page.Add(more);
        List<(PageTable Table, List<int> New, List<int> Changed)> work = [];
        var (inserted, updated) = (0L, 0L);
        foreach (var table in page.Tables.Where(table => table.Rows.Count > 0))
        {
            var known = await RegisterWriter.Digests(db, table.Bulk, table.Keys, cancellationToken);
            foreach (var whole in await Merging.Of(db, page, table, known, cancellationToken))
                page.Replace(whole);
            var (fresh, changed) = (new List<int>(), new List<int>());
            foreach (var (key, row, digest) in table.Records)
                if (!known.TryGetValue(key, out var before))
                    fresh.Add(row);
                else if (before != digest)
                    changed.Add(row);
            work.Add((table, fresh, changed));
            (inserted, updated) = (inserted + fresh.Count, updated + changed.Count);
        }

        if (inserted + updated > 0 || with is not null)    // else nothing is written, not even the stamp
        {
            foreach (var (table, fresh, changed) in work)
            {
                await writer.Put(table.Bulk, table.Rows, fresh, areNew: true, cancellationToken);
                await writer.Put(table.Bulk, table.Rows, changed, areNew: false, cancellationToken);
                if (table == page.ContractRows)
                    await PutItems(writer, page, [.. fresh.Select(table.KeyOf)], [.. changed.Select(table.KeyOf)], cancellationToken);
            }
            if (with is not null)
                await with(db);
            await writer.Commit(cancellationToken);
            signals.Register.Ring();
        }

        return report with
        {
            Inserted = report.Inserted + inserted,
            Updated = report.Updated + updated,
            Unchanged = report.Unchanged + page.Count - inserted - updated,
        };
    }

    private static async Task PutItems(RegisterWriter writer, Page page, List<long> fresh, List<long> changed, CancellationToken cancellationToken)
    {
        foreach (var part in changed.Chunk(Together))
            await writer.Db.ContractItems.Where(item => part.Contains(item.ContractId)).ExecuteDeleteAsync(cancellationToken);
        var items = new RowBuffer();
        foreach (var id in fresh.Concat(changed))
            ContractTable.WriteItems(items, page.Contracts[id]);
        await writer.Put(ContractTable.Items, items, [.. Enumerable.Range(0, items.Count)], areNew: true, cancellationToken);
    }

    /// <summary>Reads the next page while the one before is being written.</summary>
    private static async IAsyncEnumerable<(Page Page, long Line, List<RefusedLine> Faults)> ReadAhead(
        Stream file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = Channel.CreateBounded<(Page, long, List<RefusedLine>)>(1);
        using Page first = new(), second = new();    // one is read while the other is written, and then the other way round
        var empty = Channel.CreateBounded<Page>(2);
        empty.Writer.TryWrite(first);
        empty.Writer.TryWrite(second);
        var reading = Task.Run(async () =>
        {
            try
            {
                await foreach (var page in Pages(file, empty.Reader, stop.Token))
                    await pages.Writer.WriteAsync(page, stop.Token);
                pages.Writer.Complete();
            }
            catch (Exception fault)
            {
                pages.Writer.Complete(fault);
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(cancellationToken))
            {
                yield return page;
                page.Item1.Clear();
                empty.Writer.TryWrite(page.Item1);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async IAsyncEnumerable<(Page Page, long Line, List<RefusedLine> Faults)> Pages(
        Stream file, ChannelReader<Page> empty, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (page, faults, line) = (await empty.ReadAsync(cancellationToken), new List<RefusedLine>(), 0L);
        await foreach (var reading in RegisterFile.Read(file, cancellationToken))
        {
            line = reading.Line;
            if (reading.Record is { } record)
                page.Add(record);
            else if (reading.Rejection is { } why)
                faults.Add(new RefusedLine(reading.Line, why));
            if (page.Count + faults.Count < PageRows && page.Bytes < PageBytes)
                continue;
            yield return (page, line, faults);
            (page, faults) = (await empty.ReadAsync(cancellationToken), []);
        }

        if (page.Count + faults.Count > 0)
            yield return (page, line, faults);
    }
}
