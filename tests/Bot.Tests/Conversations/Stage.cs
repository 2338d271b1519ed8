using Bot.Alerts;
using Bot.Channels;
using Bot.Conversation;
using Bot.Feeds;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Bot.Tips;
using Bot.Triage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement;
using Risk.Populations;

namespace Bot.Tests.Conversations;

/// <summary>How a story is told: what is done to the bot that must not change what people read.</summary>
internal sealed record Telling(bool OnPostgres = false, bool ThroughTelegram = false, bool ThroughWhatsApp = false, bool Restarting = false, int Times = 1);

/// <summary>
/// The real bot on a database of its own, with the clock in the test's hand. What works in the background is here asked to work until
/// nothing is left to do.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-stage-").FullName;
    private readonly Telling telling;
    private readonly TestClock clock = new(Transcript.StartOfTime);
    private readonly string language;
    private string connection = "";
    private WebApplication app = null!;
    private IWire wire = null!;
    private Population? compared;

    private Stage(Telling telling, string language) => (this.telling, this.language) = (telling, language);

    public static async Task<Stage> Set(Telling telling, string language)
    {
        var stage = new Stage(telling, language);
        stage.connection = telling.OnPostgres ? await Library.CopyToPostgres(stage.folder) : await Library.CopyTo(stage.folder);
        stage.wire = telling.ThroughTelegram ? await TelegramWire.Set(stage.clock)
            : telling.ThroughWhatsApp ? await WhatsAppWire.Set(stage.clock) : new DirectWire(stage.clock);
        await stage.Open();
        return stage;
    }

    public IServiceProvider Services => app.Services;

    public void Advance(TimeSpan time) => clock.Advance(time);

    /// <summary>Somebody says, sends or presses something; then everything happens that follows from it.</summary>
    public async Task Do(Line line)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        if (telling.Restarting)
            await Reopen();
        for (var time = 0; time < telling.Times; time++)
        {
            await wire.Do(app.Services, line, again: time > 0);
            await Settle();
        }
    }

    /// <summary>A message reaches the mailbox as a channel has read it.</summary>
    public async Task Hear(IncomingMessage message)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        await app.Services.GetRequiredService<IMailbox>().Receive(message, default);
        await Settle();
    }

    public async Task Settle()
    {
        for (var worked = true; worked;)
        {
            worked = await app.Services.GetRequiredService<Waking>().WakeDue(default) > 0;
            worked |= await app.Services.GetRequiredService<Answering>().AnswerNext(default);
            worked |= await app.Services.GetRequiredService<CaseOpening>().OpenAndRedraw(default) > 0;
            worked |= await app.Services.GetRequiredService<MorningLook>().LookAgain(default) > 0;
            worked |= await app.Services.GetRequiredService<NewLots>().Notice(default) > 0;
            worked |= !Portal.IsSlow && await app.Services.GetRequiredService<Inquiring>().AskNext(default);
            worked |= await app.Services.GetRequiredService<Inquiring>().TellNext(default);
            worked |= await app.Services.GetRequiredService<Outbox>().SendNext(default);
            worked |= await wire.Wake();
        }
    }

    public async Task Import(string file)
    {
        await using var stream = File.OpenRead(Path.Combine(Repository.Root, "tests/Library.Tests/Procurement/fixtures", file));
        await app.Services.GetRequiredService<Intake>().Take(file, stream, null, default);
        await Settle();
    }

    /// <summary>What happens every night; then it is morning.</summary>
    public async Task Night()
    {
        clock.Advance(clock.GetUtcNow().Date.AddHours(23) - clock.GetUtcNow().UtcDateTime);
        await app.Services.GetRequiredService<MarketKeeping>().Renew(default);
        compared = app.Services.GetRequiredService<Market>().Now!;
        clock.Advance(TimeSpan.FromHours(5));
        await Settle();
    }

    public StoryPortal Portal { get; } = new();

    /// <summary>From now on there is a portal, which answers or does not; its feed of lots is read at once.</summary>
    public async Task SetPortal(bool answers)
    {
        Portal.Answers = answers;
        await app.Services.GetRequiredService<Feeder>().Run(Course.Lots, null, null, default);
        await Settle();
    }

    /// <summary>What has been heard since the last time, in order: where (null for the author) and what.</summary>
    public Task<IReadOnlyList<(string Where, Reply Reply)>> Heard() => wire.Heard(app.Services);

    public async Task<IEnumerable<string>> Kept()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var lots = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.ToDictionaryAsync(lot => lot.Id, lot => lot.Number);
        var files = await db.TipFiles.Where(file => file.TipId != null).CountAsync();
        var kept = (await db.Tips.OrderBy(tip => tip.Number).ToListAsync()).Select(tip =>
            $"tip {tip.Number}: {(tip.LotId is { } id ? lots[id] : "no lot")}, {tip.State}, {tip.Language}");
        var cases = (await db.Cases.OrderBy(known => known.Number).ToListAsync()).Where(known => known.State != CaseState.New).Select(known =>
            $"case {known.Number}: {known.State}{(known.Outcome is { } outcome ? $", {outcome}, {known.OutcomeAmount:0}, {known.OutcomeDay:yyyy-MM-dd}" : "")}");
        var followed = (await db.Subscriptions.OrderBy(s => s.Topic).ToListAsync()).Select(s => $"follows {s.Topic}");
        return [.. kept, .. cases, .. followed, .. files > 0 ? [$"files: {files}"] : Array.Empty<string>()];
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await wire.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Reopen()
    {
        await wire.Leave();
        await app.DisposeAsync();
        await Open();
    }

    private async Task Open()
    {
        app = Bot.House.Build(
            [$"--ConnectionStrings:Bot={connection}", $"--Keys:File={Path.Combine(folder, "bot.key")}", $"--Log:Folder={folder}", $"--Triage:Language={language}", "--Signs:PopulationFile=", .. wire.Settings],
            services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IPortal>(Portal));
        var (index, places) = await Library.Register();
        app.Services.GetRequiredService<Register>().Use(index, places);
        app.Services.GetRequiredService<Market>().Use(compared ??= await Library.Population());
        await wire.Enter(app.Services);
    }
}
