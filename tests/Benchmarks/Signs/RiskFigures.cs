using System.Diagnostics;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement;
using Risk;

namespace Benchmarks.Signs;

/// <summary>What a filled store costs: the population from nothing, from its file and renewed, all lots, single lots.</summary>
internal static class RiskFigures
{
    private const int Singles = 500, WarmUp = 20, PageRows = 4_000, ChangedOf = 100;

    public static async Task<int> Of(string folder)
    {
        File.Delete(RiskStore.PopulationFile(folder));
        await using var app = await RiskStore.Open(folder);
        var market = app.Services.GetRequiredService<Bot.Signs.Market>();
        var fromNothing = await Seconds(() => market.Renew(default));
        var megabytesRead = Peak();
        var population = market.Now!;
        var (judged, signs) = (0, 0);
        var rates = Nothing();
        var before = Cpu();
        var judging = await Seconds(async () =>
        {
            await foreach (var page in app.Services.GetRequiredService<AllSigns>().Judge(population.AsOf, every: 1, Told, default))
            {
                rates.Merge(page.Rates);
                judged += page.Judged;
                signs += page.Signs;
            }
        });
        var (megabytes, cpu) = (Peak(), Cpu() - before);
        await Console.Error.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{judged} judged: population {fromNothing:0.0} s, {before:0.0} CPU s; checks {judging:0.0} s, {cpu:0.0} CPU s, {GC.GetTotalPauseDuration().TotalSeconds:0.0} s in {GC.CollectionCount(0)} collections; peak {megabytesRead}, {megabytes} MB"));
        var singles = await Single(app.Services, population.AsOf);
        var opening = await Seconds(() => market.Renew(default));
        var changed = await Change(app.Services);
        var renewal = await Seconds(() => market.Renew(default));
        return TemporaryHouse.Print(new
        {
            judged,
            lots = await Count(app.Services, db => db.Lots),
            bids = await Count(app.Services, db => db.Bids),
            contracts = await Count(app.Services, db => db.Contracts),
            cores = Environment.ProcessorCount,
            populationCpuSeconds = Math.Round(before, 1),
            populationSeconds = Math.Round(fromNothing, 1),
            judgingCpuSeconds = Math.Round(cpu, 1),
            judgingSeconds = Math.Round(judging, 1),
            judgedPerSecond = (int)(judged / judging),
            totalSeconds = Math.Round(fromNothing + judging, 1),
            peakMegabytesOfReading = megabytesRead,
            peakMegabytes = megabytes,
            fileMegabytes = new FileInfo(RiskStore.PopulationFile(folder)).Length >> 20,
            openingSeconds = Math.Round(opening, 1),
            changed,
            renewalSeconds = Math.Round(renewal, 1),
            peakMegabytesOfRenewal = Peak(),
            oneLotP50Milliseconds = Math.Round(singles.At(.5), 2),
            oneLotP99Milliseconds = Math.Round(singles.At(.99), 2),
            withSigns = signs,
            rates = rates.Rates.ToDictionary(rate => rate.Key, rate => new { rate.Value.Fired, rate.Value.Evaluable }),
        });

        BaseRates Nothing() => new(population.Catalogue.Version, population.Version);

        (BaseRates Rates, int Judged, int Signs) Told(IEnumerable<(Lot Lot, RiskReport Report)> page)
        {
            var (counted, judged, withSigns) = (Nothing(), 0, 0);
            foreach (var (_, report) in page)
            {
                counted.Count(report);
                judged++;
                withSigns += report.Signs.Count > 0 ? 1 : 0;
            }

            return (counted, judged, withSigns);
        }
    }

    /// <summary>Lots asked for one by one, each in a scope of its own as a message is.</summary>
    private static async Task<List<double>> Single(IServiceProvider services, DateTimeOffset asOf)
    {
        await using var scope = services.CreateAsyncScope();
        var ids = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.Select(row => row.Id).ToListAsync();
        var chosen = new Random(1).GetItems(ids.ToArray(), WarmUp + Singles);
        List<double> milliseconds = [];
        foreach (var id in chosen)
        {
            await using var message = services.CreateAsyncScope();
            var signs = message.ServiceProvider.GetRequiredService<LotSigns>();
            milliseconds.Add(1000 * await Seconds(async () => await signs.Check((await signs.Lot(id, default))!, asOf, default)));
        }

        milliseconds.RemoveRange(0, WarmUp);
        milliseconds.Sort();
        return milliseconds;
    }

    /// <summary>Changes every hundredth lot, bid and contract, as a night of the portal's feeds does; each run turns them back or on.</summary>
    private static async Task<long> Change(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        List<object> records = [];
        foreach (var lot in await db.Lots.Where(row => row.Id % ChangedOf == 0).Read(default))
            records.Add(lot with { Amount = lot.Amount is { } sum ? sum + (sum % 2 == 0 ? 1 : -1) : null });
        foreach (var bid in await Read<Bid>(db.Bids.Where(row => row.Id % ChangedOf == 0).Select(row => row.Document)))
            records.Add(bid with { HandedIn = bid.HandedIn?.AddSeconds(bid.HandedIn.Value.Second % 2 == 0 ? 1 : -1) });
        foreach (var contract in await Read<Contract>(db.Contracts.Where(row => row.Id % ChangedOf == 0).Select(row => row.Document)))
            records.Add(contract with { Sum = contract.Sum is { } sum ? sum + (sum % 2 == 0 ? 1 : -1) : null });
        var changed = 0L;
        foreach (var page in records.Chunk(PageRows))
            changed += (await services.GetRequiredService<Intake>().Take("changed", page, with: null, default)).Updated;
        return changed;
    }

    private static async Task<IEnumerable<T>> Read<T>(IQueryable<string> documents) => (await documents.ToListAsync()).Select(Documents.Read<T>);

    private static async Task<int> Count<T>(IServiceProvider services, Func<RegisterDb, IQueryable<T>> rows)
    {
        await using var scope = services.CreateAsyncScope();
        return await rows(scope.ServiceProvider.GetRequiredService<RegisterDb>()).CountAsync();
    }

    private static async Task<double> Seconds(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>Of all threads: what a quiet machine would need on one core, whoever else works on this one.</summary>
    private static double Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>The most memory that this process ever held, as the system counts it.</summary>
    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }
}
