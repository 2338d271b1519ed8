using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Channels.Web;
using Bot.Feeds;
using Bot.Lots;
using Bot.Operations;
using Bot.Storage;
using Procurement;

namespace Bot;

/// <summary>What the command line can do, one method each.</summary>
internal static class Verbs
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,    // for people's eyes: ЗЦП1, not \u0417
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions Line = new(Json) { WriteIndented = false };

    public static async Task<int> Serve(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = Doorway.Built(settings, works: true);
        var opening = app.Services.GetRequiredService<Opening>();
        await opening.Store(cancellationToken);
        await opening.Sample(cancellationToken);
        await opening.Index(cancellationToken);
        await opening.Market(cancellationToken);
        await opening.Recover(cancellationToken);
        app.Urls.Add(app.Services.GetRequiredService<WebSettings>().Url.TrimEnd('/'));
        await Start(app, cancellationToken);
        Console.WriteLine($"Citizens:     {Doorway.PublicUrl(app)}/");
        Console.WriteLine($"Coordinators: {await Doorway.Link(app, cancellationToken)}   (good for one person, once; `invite` prints another)");
        Console.WriteLine("Ready. Ctrl+C stops.");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>What could not start is stopped in order, so that only the reason is heard.</summary>
    private static async Task Start(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    public static async Task<int> Doctor(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = Doorway.Built(settings);
        var report = await app.Services.GetRequiredService<Doctor>().Look(cancellationToken);
        Print(report);
        return report.IsWell ? 0 : 1;
    }

    public static async Task<int> Import(IReadOnlyList<string> settings, FileInfo[] files, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(file => !file.Exists) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing}.");
            return 2;
        }

        await using var app = await Doorway.Opened(settings, cancellationToken);
        foreach (var file in files)
        {
            await using var stream = file.OpenRead();
            var report = await app.Services.GetRequiredService<Intake>().Take(file.Name, stream, line => Tell(file, line), cancellationToken);
            Console.WriteLine(JsonSerializer.Serialize(report, Line));
        }

        return 0;
    }

    /// <summary>All that is held, as releases of the contracting standard, one a line.</summary>
    public static async Task<int> Export(IReadOnlyList<string> settings, FileInfo file, string prefix, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await using var stream = file.Create();
        var procedures = scope.ServiceProvider.GetRequiredService<RegisterExport>().Procedures(cancellationToken);
        var releases = await OcdsExport.Write(stream, procedures, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), prefix, cancellationToken);
        Print(new { file = file.Name, releases });
        return 0;
    }

    /// <summary>What every day brings, once; or years of the past, to be stopped and gone on with at will.</summary>
    public static async Task<int> Sync(IReadOnlyList<string> settings, DateOnly? from, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        if (app.Services.GetRequiredService<PortalSettings>().Sources.Length == 0)
            throw new SettingException("Portal:Sources is empty: there is nobody to ask. Set it to graphql,rest,zakup (with Portal:Token) or to zakup.");
        var whole = from is { } day
            ? await app.Services.GetRequiredService<Filling>().Run(PortalTime.At(day.ToDateTime(default)), Tell, cancellationToken)
            : await app.Services.GetRequiredService<Filling>().Today(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        Print(new { whole, feeds = await scope.ServiceProvider.GetRequiredService<Freshness>().Look(cancellationToken) });
        return whole ? 0 : 1;
    }

    public static async Task<int> Match(IReadOnlyList<string> settings, string text, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        await app.Services.GetRequiredService<Opening>().Index(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<LotSearch>().Find(text, [], cancellationToken);
        Print(new
        {
            text,
            exact = found.IsExact,
            unknown = found.Unknown,
            candidates = found.Lots.Select(lot => new
            {
                lot = lot.Lot.Number,
                id = lot.Lot.Id,
                title = LotCard.Title(lot.Lot).In("ru"),
                buyer = lot.Lot.BuyerName.In("ru"),
                amount = lot.Lot.Amount,
                confidence = Math.Round(lot.Confidence, 3),
                evidence = lot.Evidence,
            }),
        });
        return 0;
    }

    public static async Task<int> Invite(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = Doorway.Built(settings);
        await app.Services.GetRequiredService<Opening>().Store(cancellationToken);
        Print(new { link = await Doorway.Link(app, cancellationToken) });
        return 0;
    }

    public static async Task<int> Keys(IReadOnlyList<string> settings, string action, CancellationToken cancellationToken)
    {
        await using var app = Doorway.Built(settings);
        await app.Services.GetRequiredService<Opening>().Store(cancellationToken);
        var keys = app.Services.GetRequiredService<KeyRing>();
        if (action == "rotate")
            keys.Rotate();
        await using var scope = app.Services.CreateAsyncScope();
        await app.Services.GetRequiredService<Opening>().Store(cancellationToken);    // remembers the new key before anything is sealed with it
        var resealed = await scope.ServiceProvider.GetRequiredService<Resealing>().Run(cancellationToken);
        if (action == "prune")
            keys.Prune();
        Print(new { action, resealed, keys = keys.Count, newest = keys.Newest });
        return 0;
    }

    private static void Tell(FillProgress at) => Console.Error.WriteLine(
        $"{at.Feed}: {PortalTime.Format(at.Reached)[..10]}, {at.Rows} rows, {at.PagesPerSecond:F1} pages/s"
        + (at.Left is { } left ? $", {left.TotalHours:F1} hours left" : ""));

    private static void Tell(FileInfo file, long line)
    {
        if (line % 10_000 == 0)
            Console.Error.WriteLine($"{file.Name}: {line} lines");
    }

    internal static void Print(object answer) => Console.WriteLine(JsonSerializer.Serialize(answer, Json));
}
