using Bot.Feeds;
using Bot.Lots;
using Bot.Operations;
using Bot.Storage;
using Fakes;
using Fakes.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Feeds;

/// <summary>The house with its feeds before a fake portal, on an empty register; time passes when somebody waits for it.</summary>
internal sealed class FeedStage : IAsyncDisposable
{
    private const int LongestWait = 70;    // seconds; timers beyond are limits, not waits
    private readonly string folder = Directory.CreateTempSubdirectory("bot-feeds-").FullName;
    private readonly PushedClock clock;
    private WebApplication app = null!;

    private FeedStage(PushedClock clock, string? connection)
    {
        this.clock = clock;
        Connection = connection ?? $"Data Source={Path.Combine(folder, "bot.db")};Pooling=False";
    }

    public string Connection { get; }
    public IServiceProvider Services => app.Services;
    public Feeder Feeder => app.Services.GetRequiredService<Feeder>();
    public Intake Intake => app.Services.GetRequiredService<Intake>();

    /// <param name="sources">Null: no portal is set.</param>
    /// <param name="beside">A node beside another one, on its database.</param>
    public static async Task<FeedStage> Set(
        FakePortal? fake, PushedClock clock, bool onPostgres = false, string sources = "graphql,rest", FeedStage? beside = null)
    {
        var database = beside?.Connection ?? (onPostgres ? await NewDatabase() : null);
        var stage = new FeedStage(clock, database);
        string[] portal = fake is null ? [] :
        [
            $"--Portal:Sources={sources}", $"--Portal:Token={FakePortal.UsualToken}", $"--Portal:GraphQlUrl={fake.Url}/v3/graphql", $"--Portal:RestUrl={fake.Url}",
            $"--Portal:ZakupUrl={fake.Url}", "--Portal:RequestsPerSecond=1000",
        ];
        var key = Path.Combine(beside?.folder ?? stage.folder, "bot.key");    // nodes share the keys
        stage.app = Bot.House.Build(
            [$"--ConnectionStrings:Bot={stage.Connection}", $"--Keys:File={key}", $"--Log:Folder={stage.folder}", "--Log:Level=Fatal", .. portal],
            services => services.AddSingleton<TimeProvider>(clock));
        await stage.app.Services.GetRequiredService<Opening>().Store(default);
        return stage;
    }

    public RegisterDb Register()
    {
        var options = new DbContextOptionsBuilder<RegisterDb>();
        Databases.ChooseRegister(options, Connection);
        return new RegisterDb(options.Options);
    }

    public async Task<Dictionary<string, List<string>>> Dump()
    {
        await using var db = Register();
        return await RegisterDump.Of(db);
    }

    public async Task<FeedRow> Position(Course course)
    {
        await using var db = Register();
        return await db.Feeds.SingleAsync(feed => feed.Name == course.Name);
    }

    public Task<bool> Read(Course course) => Passing(Feeder.Run(course, null, null, default));

    /// <summary>What the timetable does every ten minutes, and what it does at night.</summary>
    public Task Fresh() => Passing(Asked(new FreshFeeds(Feeder, app.Services.GetRequiredService<Errands>()).Execute(null!, default)));

    public Task Night() => Passing(Asked(new NightlyFeeds(Feeder, clock).Execute(null!, default)));

    public Task<bool> Fill(DateTimeOffset from) => Passing(app.Services.GetRequiredService<Filling>().Run(from, _ => { }, default));

    /// <summary>Lets time pass, second by second, whenever somebody waits for it.</summary>
    public async Task<T> Passing<T>(Task<T> task, int longestWait = LongestWait)
    {
        while (!task.IsCompleted)
        {
            var waiting = clock.SomebodyWaits(TimeSpan.FromSeconds(longestWait));
            if (await Task.WhenAny(task, waiting) == waiting)
                clock.Push(TimeSpan.FromSeconds(1));
        }

        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<bool> Asked(ValueTask work)
    {
        await work;
        return true;
    }

    private static async Task<string> NewDatabase()
    {
        var name = $"bot_feeds_{Guid.NewGuid():n}";
        await Postgres.Run($"CREATE DATABASE {name}");
        return Postgres.Database(name);
    }
}
