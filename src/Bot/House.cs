using Bot.Alerts;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Channels.Web;
using Bot.Channels.WhatsApp;
using Bot.Conversation;
using Bot.Feeds;
using Bot.Lots;
using Bot.Operations;
using Bot.Signs;
using Bot.Storage;
using Bot.Tips;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Bot;

/// <summary>Everything wired in reading order, one method per room. The lists of steps and commands are the map of all conversations.</summary>
public static class House
{
    /// <param name="works">With what works by itself while the service runs; the other verbs do without.</param>
    /// <param name="furnish">What a caller puts in place of our own.</param>
    public static WebApplication Build(IReadOnlyList<string> settings, Action<IServiceCollection>? furnish = null, bool works = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. settings], ContentRootPath = AppContext.BaseDirectory });
        Logging.Choose(builder);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddConversation(builder.Configuration);
        builder.Services.AddTips().AddLots(builder.Configuration).AddSigns(builder.Configuration).AddAlerts().AddTriage();
        builder.Services.AddFeeds(builder.Configuration);
        builder.Services.AddChannels(builder.Configuration);
        builder.Services.AddOperations(builder.Configuration);
        if (works)
            builder.Services.AddWorkers(builder.Configuration);
        furnish?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapWeb();
        app.MapTelegram();
        app.MapWhatsApp();
        app.MapHealth();
        return app;
    }

    private static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = Connection(configuration);
        Databases.Check(connection);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<OneWriter>();
        services.AddDbContextPool<BotDb>((provider, db) => Databases.Choose(db, connection, provider.GetRequiredService<OneWriter>()));
        services.AddDbContext<RegisterDb>(db => Databases.ChooseRegister(db, connection));
        services.AddSettings<KeySettings>(configuration, "Keys");
        services.AddSingleton(provider => KeyRing.Open(provider.GetRequiredService<KeySettings>().File));
        services.AddSingleton<Seal>().AddSingleton<Signals>().AddScoped<Resealing>();
    }

    private static void AddConversation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<TriageSettings>(configuration, "Triage");
        services.AddSingleton(_ => Phrasebook.Read(Path.Combine(AppContext.BaseDirectory, "locales")));
        services.AddSingleton(new FirstSteps(typeof(WhatHappened), typeof(AtTheDesk)));
        services.AddSingleton(provider => new Groups(
            [.. provider.GetServices<IChannel>().Where(channel => channel.Group is not null).Select(channel => (channel.Name, channel.Group!))],
            provider.GetRequiredService<TriageSettings>().Language, provider.GetRequiredService<Seal>()));
        services.AddSingleton<Mailbox>().AddSingleton<IMailbox>(provider => provider.GetRequiredService<Mailbox>());
        services.AddSingleton<Choices>().AddSingleton<CommandWords>().AddSingleton<Holding>().AddSingleton<InboxTray>().AddSingleton<Answering>().AddSingleton<Waking>();
        services.AddScoped<InboxQueue>().AddScoped<StepBook>().AddScoped<Understanding>().AddScoped<Telling>()
            .AddScoped<Dialogue>().AddScoped<Apology>();
    }

    private static IServiceCollection AddTips(this IServiceCollection services) => services
        .AddScoped<Looking>().AddSingleton<TipNumbers>().AddScoped<Filing>().AddScoped<TipWords>()
        .AddScoped<Inquiries>().AddSingleton<Inquiring>().AddScoped<LateAnswers>().AddScoped<LateWords>()
        .Steps<WhatHappened, AnythingElse, WhichLot, WhereAndWhat>().Steps<NewOrMore, AnswerUs, SureToForget>().Steps<AskingPortal>()
        .Commands<StartCommand, HelpCommand, StatusCommand, LanguageCommand>().Commands<PrivacyCommand, ForgetCommand, ShowCommand>();

    private static IServiceCollection AddLots(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<LotsSettings>(configuration, "Lots");
        return services
            .AddSingleton<Register>().AddSingleton<SavedIndex>().AddSingleton<Intake>().AddSingleton<SampleLoading>()
            .AddScoped<NamedLots>().AddScoped<LackingNumbers>().AddScoped<LotSearch>().AddScoped<LotTopics>().AddScoped<RegisterExport>();
    }

    private static IServiceCollection AddSigns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<SignsSettings>(configuration, "Signs");
        services.AddSingleton<SavedMarket>().AddSingleton<Market>().AddSingleton<MarketKeeping>().AddSingleton<AllSigns>()
            .AddScoped<CaseFiles>().AddScoped<MarketReading>().AddScoped<LotSigns>().AddScoped<BuyerSigns>().AddScoped<Parties>();
        return services.Commands<SignsCommand>().AddForAll<LotCommand>().AddForAll<BuyerCommand>().AddForAll<SupplierCommand>();
    }

    private static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<NewLots>().AddScoped<AlertWords>()
        .Commands<FollowCommand, UnfollowCommand, MineCommand, StopCommand>();

    private static IServiceCollection AddTriage(this IServiceCollection services) => services
        .AddSingleton<CaseOpening>().AddSingleton<MorningLook>().AddScoped<NewSigns>()
        .AddSingleton<IPhotographs, TipPhotographs>().AddScoped<CaseCard>().AddSingleton<Drawings>().AddScoped<Desk>().AddScoped<Withdrawal>()
        .Steps<AtTheDesk, WhyDecline, WhichOriginal, WhatToAsk>().Steps<WhichOutcome, HowMuch, WhoDecided, OnWhichDay>().Steps<SureToTell>()
        .Commands<ClaimCommand, ReleaseCommand, DeclineCommand, DuplicateCommand>().Commands<AskCommand, CloseCommand, TextCommand, QueueCommand>()
        .Commands<FilesCommand>();

    private static void AddFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPortal(configuration);
        services.AddSingleton<Feeder>().AddSingleton<Errands>().AddSingleton<Filling>().AddSingleton<Retrieval>();
        services.AddScoped<Freshness>().AddScoped<IDataAge>(provider => provider.GetRequiredService<Freshness>()).AddScoped<Alarm>();
    }

    private static void AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CoordinatorDoor>().AddSingleton<ICoordinatorDoor>(provider => provider.GetRequiredService<CoordinatorDoor>());
        services.AddSingleton<IWebFeed, WebFeed>();
        services.AddSettings<SpoolSettings>(configuration, "Spool");
        services.AddSingleton<Spool>().AddSingleton<Draining>();
        services.AddWeb(configuration);
        services.AddTelegram(configuration);
        services.AddWhatsApp(configuration);
        foreach (var language in Phrasebook.Spoken)
            services.AddSingleton(provider => Menu(provider.GetRequiredService<Phrasebook>(), language));
        services.AddSingleton<IFileSource, FileSource>().AddSingleton<IComposing, Composing>();
        services.AddSingleton<Outbox>().AddSingleton<Departures>().AddScoped<OutboxQueue>().AddScoped<DeadLetters>().AddScoped<Repetition>().AddScoped<Recovery>();
    }

    /// <summary>What a messenger shows behind its menu button. English is for everybody whose language is another.</summary>
    private static CommandList Menu(Phrasebook phrases, string language) => new(language == "en" ? "" : language,
        [.. OnTheMenu.Select(name => new MenuCommand(name, phrases.Text("menu." + name, language)))],
        phrases.Text("menu.about_short", language), phrases.Text("menu.about_long", language));

    private static readonly string[] OnTheMenu = ["start", "status", "mine", "language", "privacy", "help", "stop", "forget"];

    private static void AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RetentionSettings>(configuration, "Retention");
        services.AddSettings<SampleSettings>(configuration, "Sample");
        services.AddSettings<LogSettings>(configuration, "Log");
        services.AddSingleton<Opening>().AddSingleton<Doctor>().AddScoped<PortalChecks>().AddScoped<Retention>();
    }

    private static void AddWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService(provider => provider.GetRequiredService<Holding>());
        services.AddHostedService(provider => provider.GetRequiredService<Answering>());
        services.AddHostedService(provider => provider.GetRequiredService<Waking>());
        services.AddHostedService(provider => provider.GetRequiredService<Outbox>());
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.AddHostedService(provider => provider.GetRequiredService<Register>());
        services.AddHostedService(provider => provider.GetRequiredService<MarketKeeping>());
        services.AddHostedService(provider => provider.GetRequiredService<NewLots>());
        services.AddHostedService(provider => provider.GetRequiredService<Inquiring>());
        services.AddHostedService(provider => provider.GetRequiredService<CaseOpening>());
        services.AddHostedService(provider => provider.GetRequiredService<MorningLook>());
        services.AddHostedService<Sweeping>();
        services.AddQuartz(quartz =>
        {
            Timetable.Schedule(quartz, Connection(configuration));
            Retention.Schedule(quartz);
            WhatsAppSetup.Schedule(quartz, configuration);
        });
        services.AddQuartzHostedService();
    }

    private static string Connection(IConfiguration configuration) => configuration.GetConnectionString("Bot") ?? Settings.DefaultConnection;
}
