using System.Runtime.CompilerServices;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>Judges every lot of the store and every direct contract, page by page on all cores. The order is that of the ids, whatever finishes first.</summary>
public sealed class AllSigns(IServiceScopeFactory scopes, Market market)
{
    /// <summary>Some thousand documents at once. With 128 a fifteenth more goes into statements.</summary>
    private const int Page = 256;

    /// <summary>Lots that each check is asked about before the next check: from one to this the checks get a quarter quicker, beyond it no more.</summary>
    private const int AtOnce = 32;

    /// <summary>
    /// After some hundred thousand lots what they left behind is given back. Beside a population, large tables of numbers, the collector by
    /// itself lets half a gigabyte of used pages pile up.
    /// </summary>
    private const int PagesUntilCollected = 1024;

    /// <summary>Pages that may wait for a slow one before them. What they were told into is small, and the cores have work meanwhile.</summary>
    private const int Ahead = 8;

    /// <param name="every">1 for all lots, 10 for every tenth: enough for a rate.</param>
    /// <param name="tell">
    /// What is wanted of a page, which can be walked through once: lots are judged when their turn comes, and nothing of them has to be kept.
    /// It is asked on all cores at once.
    /// </param>
    /// <returns>What was told, page by page in the order of the ids.</returns>
    public async IAsyncEnumerable<T> Judge<T>(DateTimeOffset asOf, int every, Func<IEnumerable<(Lot Lot, RiskReport Report)>, T> tell,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var desks = new Desks(scopes);
        using var cores = new SemaphoreSlim(Environment.ProcessorCount);
        var running = new Queue<Task<T>>();
        var begun = 0;
        try
        {
            await foreach (var (ids, areDirect) in Pages(every, cancellationToken))
            {
                running.Enqueue(Task.Run(() => One(ids, areDirect), cancellationToken));
                if (++begun % PagesUntilCollected == 0)
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                if (running.Count > Ahead)
                    yield return await running.Dequeue();
            }

            while (running.TryDequeue(out var page))
                yield return await page;
        }
        finally
        {
            foreach (var page in running)    // nobody wants the rest, but its desks are taken away below
                await ((Task)page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<T> One(List<long> ids, bool areDirect)
        {
            await cores.WaitAsync(cancellationToken);
            try
            {
                return tell(await Judged(ids, areDirect, asOf, desks, cancellationToken));
            }
            finally
            {
                cores.Release();
            }
        }
    }

    /// <summary>Ids of lots, then those of the first versions of direct contracts.</summary>
    private async IAsyncEnumerable<(List<long> Ids, bool AreDirect)> Pages(int every, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        foreach (var areDirect in new[] { false, true })
            for (List<long> ids = [0]; ids.Count > 0;)
            {
                var last = ids[^1];
                ids = areDirect ? await db.DirectRoots(last, Page, every, cancellationToken)
                    : await db.Lots.Where(row => row.Id > last && row.Id % every == 0).OrderBy(row => row.Id).Take(Page).Select(row => row.Id).ToListAsync(cancellationToken);
                if (ids.Count > 0)
                    yield return (ids, areDirect);
            }
    }

    private async Task<IEnumerable<(Lot, RiskReport)>> Judged(
        List<long> ids, bool areDirect, DateTimeOffset asOf, Desks desks, CancellationToken cancellationToken)
    {
        var desk = await desks.Take(cancellationToken);
        var opened = areDirect ? await desk.Files.OfDirect(ids, asOf, market.Now, cancellationToken)
            : await desk.Files.Of(await desk.Db.Lots.Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).Read(cancellationToken), asOf, market.Now, cancellationToken);
        desks.Return(desk);
        return opened.Chunk(AtOnce).SelectMany(files => files.Zip(market.Judge(files), (file, report) => (file.Lot, report)));
    }
}
