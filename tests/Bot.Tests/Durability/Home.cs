using Bot.Lots;
using Bot.Storage;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Durability;

/// <summary>A folder with a filled database and its keys, and the program that lives there, again and again.</summary>
internal sealed class Home : IAsyncDisposable
{
    private readonly List<string> printed = [];
    private readonly IReadOnlyList<string> settings;
    private readonly string connection;

    private Home(string folder, string connection, IEnumerable<string> more)
    {
        (Folder, this.connection) = (folder, connection);
        settings =
        [
            $"--ConnectionStrings:Bot={connection}", $"--Keys:File={KeyFile}", $"--Log:Folder={Logs}", "--Sample:Load=true", "--Triage:Language=en",
            .. more,
        ];
    }

    public string Folder { get; }
    public string KeyFile => Path.Combine(Folder, "bot.key");
    public string Logs => Path.Combine(Folder, "logs");
    public RealBot Bot { get; private set; } = null!;

    /// <summary>Everything that all the lives of the program have printed.</summary>
    public string Printed => string.Concat([.. printed, Bot.Output]);

    public static async Task<Home> Make(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bot-home-").FullName;
        var connection = await Library.CopyTo(folder);
        return new Home(folder, connection.Split(';')[0], ["--Web:Url=http://127.0.0.1:0", .. settings]);    // a later setting wins
    }

    /// <summary>With a single lot, so that the program starts quickly.</summary>
    public static async Task<Home> MakeSmall(params string[] settings)
    {
        var home = await Make(settings);
        await using var register = home.Register();
        await register.Lots.Where(lot => lot.Number != "85634585-ЗЦП1").ExecuteDeleteAsync();
        await register.Contracts.ExecuteDeleteAsync();
        await register.PlanItems.ExecuteDeleteAsync();
        await register.Places.ExecuteDeleteAsync();
        return home;
    }

    public static async Task<Home> MakeOnPostgres(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bot-home-").FullName;
        return new Home(folder, await Library.CopyToPostgres(folder), ["--Web:Url=http://127.0.0.1:0", .. settings]);
    }

    /// <summary>With nothing in it yet.</summary>
    public static Home MakeEmpty(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bot-home-").FullName;
        return new Home(folder, $"Data Source={Path.Combine(folder, "bot.db")}", ["--Web:Url=http://127.0.0.1:0", "--Sample:Load=false", .. settings]);
    }

    /// <summary>A home on a database of one's own, empty or not.</summary>
    public static Home On(string connection, params string[] settings) =>
        new(Directory.CreateTempSubdirectory("bot-home-").FullName, connection, ["--Web:Url=http://127.0.0.1:0", .. settings]);

    public void Start(params (string, string)[] environment) => Bot = RealBot.Start(Folder, settings, environment);

    public async Task<RealBot> StartReady(params (string, string)[] environment)
    {
        Start(environment);
        return await Bot.Ready();
    }

    public async Task Kill()
    {
        await Bot.Kill();
        printed.Add(Bot.Output);
    }

    /// <summary>Begins a verb, to be killed or to come to its end.</summary>
    public RealBot Begin(params string[] verb) => RealBot.Start(Folder, [.. settings, .. verb]);

    public Task<(int Code, string Output)> Run(params string[] verb) => RealBot.Run(Folder, [.. settings, .. verb]);

    /// <summary>Looks into the database with the keys of this home, beside the program.</summary>
    public async Task<T> Look<T>(Func<BotDb, Seal, Task<T>> look)
    {
        var options = new DbContextOptionsBuilder<BotDb>();
        Databases.Choose(options, connection + (Databases.IsPostgres(connection) ? "" : ";Pooling=False"));
        await using var db = new BotDb(options.Options);
        return await look(db, new Seal(KeyRing.Open(KeyFile)));
    }

    /// <summary>Looks into the register beside the program.</summary>
    public RegisterDb Register()
    {
        var options = new DbContextOptionsBuilder<RegisterDb>();
        Databases.ChooseRegister(options, connection + (Databases.IsPostgres(connection) ? "" : ";Pooling=False"));
        return new RegisterDb(options.Options);
    }

    /// <summary>Everything that came in has been answered, and everything that was to go out has gone or been given up.</summary>
    public Task Settled() => Wait.Until(() => Look(async (db, _) =>
        !await db.Inbox.AnyAsync(entry => entry.State != InboxState.Done)
        && !await db.Outbox.AnyAsync(message => message.State == OutboxState.Pending || message.State == OutboxState.Leaving)), "settled");

    public async ValueTask DisposeAsync()
    {
        if (Bot is not null)
            await Bot.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>Waits for what another process does: there is no clock to push there, so one looks again and again.</summary>
internal static class Wait
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40), GiveUp = TimeSpan.FromSeconds(45);

    /// <returns>Whether it came before the patience was over.</returns>
    public static async Task<bool> For(Func<bool> seen, TimeSpan patience)
    {
        for (var until = DateTime.UtcNow + patience; DateTime.UtcNow < until;)
        {
            if (seen())
                return true;
            await Task.Delay(Look);
        }

        return seen();
    }

    public static async Task Until(Func<Task<bool>> seen, string what)
    {
        for (var until = DateTime.UtcNow + GiveUp; !await seen();)
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"It did not come: {what}.");
            await Task.Delay(Look);
        }
    }
}
