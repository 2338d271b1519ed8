using System.Diagnostics;
using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement;

namespace Benchmarks;

/// <summary>Pages of new lots come in as from the portal: how long after their commit the index finds them, and a follower's alert stands in the outbox.</summary>
internal static class LagBenchmark
{
    private const string Buyer = "990240002989";

    public static async Task<int> Run(string[] args)
    {
        var pages = args.Number("--pages", 40);
        var folder = TemporaryHouse.Folder();
        await using var app = await TemporaryHouse.Open(folder, sample: true, working: true);
        await app.Services.GetRequiredService<Register>().Build(default);
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        await Follow(app.Services);
        var index = await app.Services.GetRequiredService<Register>().Index;
        List<double> found = [], told = [];
        for (var page = 0; page < pages; page++)
        {
            var (before, alerts) = (index.Count, await Alerts(app.Services));
            await app.Services.GetRequiredService<Intake>().Take("lots", Lots(page), null, default);
            var clock = Stopwatch.StartNew();
            for (double? seen = null; seen is null || told.Count <= page; await Task.Delay(1))
            {
                seen ??= index.Count == before + 200 ? clock.Elapsed.TotalMilliseconds : null;
                if (seen is not null && found.Count <= page)
                    found.Add(seen.Value);
                if (told.Count <= page && await Alerts(app.Services) > alerts)
                    told.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        found.Sort();
        told.Sort();
        return TemporaryHouse.Print(new
        {
            pagesOf200Lots = pages,
            indexP50Milliseconds = Math.Round(found.At(.5)),
            indexMaxMilliseconds = Math.Round(found[^1]),
            alertP50Milliseconds = Math.Round(told.At(.5)),
            alertMaxMilliseconds = Math.Round(told[^1]),
        });
    }

    /// <summary>Somebody tells of the buyer's lot and follows the buyer.</summary>
    private static async Task Follow(IServiceProvider services)
    {
        foreach (var (text, number) in new[] { ("/start", 1), ($"/follow buyer:{Buyer}", 2) })
            await services.GetRequiredService<IMailbox>().Receive(new IncomingMessage
            {
                Channel = "web",
                ExternalId = $"lag:{number}",
                Sender = "lag",
                Text = text,
                SentAt = TimeProvider.System.GetUtcNow(),
            }, default);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        while (!await db.Set<Bot.Alerts.Subscription>().AnyAsync())
            await Task.Delay(50);
    }

    private static IEnumerable<object> Lots(int page) => Enumerable.Range(0, 200).Select(at => new Lot
    {
        Id = 900_000_000 + (page * 200) + at,
        Number = $"{800_000_000 + (page * 200) + at}-ЗЦП1",
        Name = new("Бумага офисная", "Кеңсе қағазы"),
        Details = new($"Бумага для принтера, партия {page}", null),
        BuyerBin = at == 0 ? Buyer : "100240000017",
        BuyerName = new("Городская клиническая больница №4", null),
        Amount = 100_000 + at,
        Published = TimeProvider.System.GetUtcNow(),
    });

    private static async Task<int> Alerts(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.CountAsync(message => message.Kind == OutboxKind.Alert);
    }
}
