using Bot.Storage;
using Procurement;

namespace Bot.Lots;

/// <summary>What became of one file: counts, and each refused line with its reason.</summary>
public sealed record IntakeReport(string File, int Inserted, int Updated, int Unchanged, IReadOnlyList<RefusedLine> Rejected);

public sealed record RefusedLine(long Line, string Reason);

/// <summary>
/// Takes records of the register into the store, page by page, each page in one transaction. The same record again changes nothing; a bad
/// line is reported and does not stop the rest.
/// </summary>
public sealed class Intake(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Page = 1000;    // rows in one transaction: a few hundred milliseconds of the writer's time, a few megabytes
    private const int MostReasons = 1000;    // a file of the wrong kind has a reason on every line; the count is exact all the same

    public async Task<IntakeReport> Take(string name, Stream file, Action<long>? progress, CancellationToken cancellationToken)
    {
        var report = new IntakeReport(name, 0, 0, 0, []);
        List<RefusedLine> refused = [];
        await foreach (var page in Pages(file, cancellationToken))
        {
            refused.AddRange(page.Where(reading => reading.Rejection is not null).Take(MostReasons - refused.Count)
                .Select(reading => new RefusedLine(reading.Line, reading.Rejection!)));
            var (inserted, updated, unchanged) = await Store([.. page.Select(reading => reading.Record).OfType<object>()], cancellationToken);
            report = report with { Inserted = report.Inserted + inserted, Updated = report.Updated + updated, Unchanged = report.Unchanged + unchanged };
            progress?.Invoke(page[^1].Line);
        }

        return report with { Rejected = refused };
    }

    private async Task<(int Inserted, int Updated, int Unchanged)> Store(List<object> records, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        Shelving[] shelves = [new LotShelving(), new ContractShelving(), new PlanShelving(), new ReferenceShelving()];
        var counts = (Inserted: 0, Updated: 0, Unchanged: 0);
        foreach (var shelf in shelves)
        {
            var (inserted, updated, unchanged) = await shelf.Put(db, records, clock.GetUtcNow(), cancellationToken);
            counts = (counts.Inserted + inserted, counts.Updated + updated, counts.Unchanged + unchanged);
        }

        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellationToken);
        return counts;
    }

    private static async IAsyncEnumerable<List<Reading>> Pages(
        Stream file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Reading> page = [];
        await foreach (var reading in PortalReader.ReadLines(file, cancellationToken))
        {
            page.Add(reading);
            if (page.Count < Page)
                continue;
            yield return page;
            page = [];
        }

        if (page.Count > 0)
            yield return page;
    }
}
