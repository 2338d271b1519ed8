using System.Diagnostics;
using Bot.Signs;
using Bot.Storage;
using Procurement;
using Risk;

namespace Bot;

/// <summary>Checking lots and direct contracts of the store from the command line: one, or all of them into a file.</summary>
internal static class SignVerbs
{
    public static async Task<int> One(IReadOnlyList<string> settings, string name, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<RegisterDb>().JudgedNamed(name, cancellationToken) is not { } lot)
        {
            await Console.Error.WriteLineAsync($"There is no lot {name} in the store.");
            return 1;
        }

        var moment = await Compare(app, asOf, cancellationToken);
        Verbs.Print(await scope.ServiceProvider.GetRequiredService<LotSigns>().Check(lot, moment, cancellationToken));
        return 0;
    }

    public static async Task<int> All(IReadOnlyList<string> settings, FileInfo target, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        var clock = Stopwatch.StartNew();
        var moment = await Compare(app, asOf, cancellationToken);
        var isTable = target.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase);
        var (lots, withSigns) = (0L, 0L);
        await using (var file = new StreamWriter(target.Create()))
        {
            if (isTable)
                await file.WriteLineAsync(SignsFile.Head);
            await foreach (var page in app.Services.GetRequiredService<AllSigns>().Judge(moment, every: 1, Told, cancellationToken))
                foreach (var (line, hasSigns) in page)
                {
                    await file.WriteLineAsync(line);
                    lots++;
                    withSigns += hasSigns ? 1 : 0;
                }
        }

        Verbs.Print(new { file = target.Name, lots, withSigns, asOf = moment, seconds = Math.Round(clock.Elapsed.TotalSeconds, 1) });
        return 0;

        List<(string Line, bool HasSigns)> Told(IEnumerable<(Lot Lot, RiskReport Report)> page) =>
            [.. page.Select(one => (isTable ? SignsFile.Row(one.Lot, one.Report) : SignsFile.Line(one.Lot, one.Report), one.Report.Signs.Count > 0))];
    }

    /// <summary>Opens what lots are compared with, and tells the moment of judging: a day's end in Astana, or now.</summary>
    private static async Task<DateTimeOffset> Compare(WebApplication app, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var market = app.Services.GetRequiredService<Market>();
        if (asOf is { } day)
        {
            var moment = PortalTime.At(day.AddDays(1).ToDateTime(default)).AddSeconds(-1);
            await market.Read(moment, cancellationToken);
            return moment;
        }

        await market.Renew(cancellationToken);
        return PortalTime.InAstana(market.Now?.AsOf ?? app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
