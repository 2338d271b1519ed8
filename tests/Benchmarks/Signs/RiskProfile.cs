using Bot.Lots;
using Bot.Signs;
using Microsoft.Extensions.DependencyInjection;
using Risk;

namespace Benchmarks.Signs;

/// <summary>
/// Where the time of a lot goes: reading its case file, and each indicator by itself. Microseconds of a processor and bytes of the heap
/// for each lot on one thread; a first walk over the same lots warms up and works out the baselines.
/// </summary>
internal static class RiskProfile
{
    private const int Sample = 20_000, WarmUp = 8_000, Page = 512;

    public static async Task<int> Of(string folder)
    {
        await using var app = await RiskStore.Open(folder);
        await app.Services.GetRequiredService<Bot.Signs.Market>().Renew(default);
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        var (peak, cpu) = (self.PeakWorkingSet64 >> 20, self.TotalProcessorTime.TotalSeconds);
        var population = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        await Walk(app.Services, WarmUp);
        var (lots, spent) = await Walk(app.Services, Sample);
        return TemporaryHouse.Print(new
        {
            lots,
            populationCpuSeconds = Math.Round(cpu, 1),
            peakMegabytesOfPopulation = peak,
            megabytesOfPopulation = population,
            megabytesWithHabits = GC.GetTotalMemory(forceFullCollection: true) >> 20,
            spent = spent.OrderByDescending(one => one.Value.Microseconds).ToDictionary(
                one => one.Key, one => new[] { Math.Round(one.Value.Microseconds / lots, 1), Math.Round((double)one.Value.Bytes / lots) }),
        });
    }

    private static async Task<(int Lots, Dictionary<string, ThreadClock> Spent)> Walk(IServiceProvider services, int most)
    {
        var market = services.GetRequiredService<Bot.Signs.Market>();
        var (population, catalogue) = (market.Now!, market.Now!.Catalogue);
        Dictionary<string, ThreadClock> spent = [];
        var (last, lots) = (0L, 0);
        await using var desks = new Desks(services.GetRequiredService<IServiceScopeFactory>());
        var desk = await desks.Take(default);
        for (var more = true; more && lots < most;)
        {
            var rows = desk.Db.Lots.Where(row => row.Id > last).OrderBy(row => row.Id).Take(Page);
            var start = ThreadClock.Now;
            var batch = await rows.Read(default);
            Add("reading lots", start);
            start = ThreadClock.Now;
            var files = await desk.Files.Of(batch, population.AsOf, population, default);
            Add("reading the rest", start);
            foreach (var indicator in RiskCheck.Indicators)
            {
                start = ThreadClock.Now;
                foreach (var file in files)
                    indicator.Judge(file, catalogue);
                Add(indicator.Code, start);
            }

            start = ThreadClock.Now;
            foreach (var file in files)
                RiskCheck.Run(file with { Muted = market.Muted }, catalogue);
            Add("all together", start);
            (last, lots, more) = (batch.Count > 0 ? batch[^1].Id : last, lots + batch.Count, batch.Count == Page);
        }

        return (lots, spent);

        void Add(string what, ThreadClock start) => spent[what] = spent.GetValueOrDefault(what) + (ThreadClock.Now - start);
    }
}
