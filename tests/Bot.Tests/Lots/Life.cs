using Bot.Lots;
using Bot.Operations;
using Bot.Storage;
using Fakes;
using Fakes.Invented;
using Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Lots;

/// <summary>One life of the service on a folder, without its workers: it ends without a farewell, as after kill -9, unless it is stopped.</summary>
internal sealed class Life : IAsyncDisposable
{
    public const string IndexFile = "bot.index", RegisterFile = "bot.register.db";
    private readonly WebApplication app;
    private readonly Heard heard = new();

    private Life(WebApplication app) => this.app = app;

    public Intake Intake => app.Services.GetRequiredService<Intake>();
    public Register Register => app.Services.GetRequiredService<Register>();
    public string Log => string.Join('\n', heard.Lines);

    /// <param name="indexFile">Null: the file of this folder; empty: none.</param>
    public static async Task<Life> Begin(string folder, PushedClock clock, string? indexFile = null)
    {
        var life = new Life(Bot.House.Build(
            [
                $"--ConnectionStrings:Bot=Data Source={Path.Combine(folder, "bot.db")};Pooling=False", $"--Keys:File={Path.Combine(folder, "bot.key")}",
                $"--Log:Folder={folder}", "--Log:Level=Fatal", $"--Lots:IndexFile={indexFile ?? Path.Combine(folder, IndexFile)}",
            ],
            services => services.AddSingleton<TimeProvider>(clock)));
        life.app.Services.GetRequiredService<ILoggerFactory>().AddProvider(life.heard);
        await life.app.Services.GetRequiredService<Opening>().Store(default);
        return life;
    }

    public async Task<Life> Opened()
    {
        await Register.Open(default);
        return this;
    }

    /// <summary>So many invented lots with all that belongs to them; another seed gives others.</summary>
    public async Task Fill(int lots, ulong seed = 4)
    {
        using var file = new MemoryStream();
        Invention.Lines(new InventOptions { Lots = lots, Seed = seed }, file);
        file.Position = 0;
        await Intake.Take("file", file, null, default);
    }

    public RegisterDb Store() => app.Services.CreateScope().ServiceProvider.GetRequiredService<RegisterDb>();

    public async Task<Answer> Ask(string text) => new Matcher(await Register.Index, _ => Named.Nothing).Find(text, most: 5);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>What the service would write into its log.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("Bot.Lots", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
                Lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }

    /// <summary>As the backup does: whole, while somebody has it open.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }
}
