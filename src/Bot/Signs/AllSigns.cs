using System.Runtime.CompilerServices;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>Judges every lot of the store, page by page on all cores. The order is that of the lots' ids, whatever finishes first.</summary>
public sealed class AllSigns(IServiceScopeFactory scopes, Market market)
{
    private const int Page = 512;    // some thousand documents at once: beyond this a page only takes more memory

    /// <param name="every">1 for all lots, 10 for every tenth: enough for a rate.</param>
    public async IAsyncEnumerable<(Lot Lot, RiskReport Report)> Judge(
        DateTimeOffset asOf, int every, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        var running = new Queue<Task<List<(Lot, RiskReport)>>>();
        for (var (last, more) = (0L, true); more || running.Count > 0;)
        {
            while (more && running.Count <= Environment.ProcessorCount)
            {
                var ids = await db.Lots.Where(row => row.Id > last && row.Id % every == 0).OrderBy(row => row.Id).Take(Page).Select(row => row.Id).ToListAsync(cancellationToken);
                more = ids.Count == Page;
                last = ids.LastOrDefault();
                if (ids.Count > 0)
                    running.Enqueue(Task.Run(() => One(ids, asOf, cancellationToken), cancellationToken));
            }

            if (running.TryDequeue(out var page))
                foreach (var judged in await page)
                    yield return judged;
        }
    }

    private async Task<List<(Lot, RiskReport)>> One(List<long> ids, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        var lots = await db.Lots.Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).Read(cancellationToken);
        var files = await scope.ServiceProvider.GetRequiredService<CaseFiles>().Of(lots, asOf, market.Now, cancellationToken);
        return [.. files.Select(file => (file.Lot, market.Judge(file)))];
    }
}
