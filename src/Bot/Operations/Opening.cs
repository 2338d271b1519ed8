using System.Globalization;
using Bot.Channels;
using Bot.Conversation;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Bot.Operations;

/// <summary>Opens the house: database, keys, sample, index. Every verb that needs the store goes through here.</summary>
public sealed class Opening(IServiceProvider services, IConfiguration configuration, SampleSettings settings)
{
    private const string KeyMark = "keys", SealMark = "seals";

    /// <summary>The database at its newest shape, and the proof that the key file is its own.</summary>
    public async Task Store(CancellationToken cancellationToken)
    {
        if (Databases.FileOf(Connection) is { } file)
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await Databases.Migrate(db, cancellationToken);
        await Databases.Prepare(db, cancellationToken);
        var register = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        await Databases.PrepareRegister(register, cancellationToken);
        await Databases.Migrate(register, cancellationToken);

        var keys = scope.ServiceProvider.GetRequiredService<KeyRing>();
        if (!await AreTheKeysOf(db, keys, cancellationToken))
            throw new OperatorException($"The key file {keys.Path} does not belong to this database.",
                "Restore the key file from your backup (it is kept apart from the database), or point Keys:File to it.");
        await db.Remember(KeyMark, keys.Fingerprint, cancellationToken);
        await db.Remember(SealMark, keys.FingerprintOf(keys.Newest)!, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An old copy of the file has the right key for look-ups and lacks the sealing key that was added since.</summary>
    private static async Task<bool> AreTheKeysOf(BotDb db, KeyRing keys, CancellationToken cancellationToken)
    {
        var (known, sealing) = (await db.Remembered(KeyMark, cancellationToken), await db.Remembered(SealMark, cancellationToken));
        return (known is null || known == keys.Fingerprint)
            && (sealing is null || sealing == keys.FingerprintOf(uint.Parse(sealing.Split(':')[0], CultureInfo.InvariantCulture)));
    }

    /// <summary>The bundled sample on the first start, with a bar; later nothing.</summary>
    public async Task Sample(CancellationToken cancellationToken)
    {
        var sample = services.GetRequiredService<SampleLoading>();
        if (!settings.Load || await sample.IsLoaded(cancellationToken))
            return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).HideCompleted(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Loading the bundled sample of the register");
            await sample.Load(share => bar.Value = share * 100, cancellationToken);
        });
    }

    public Task Index(CancellationToken cancellationToken) => services.GetRequiredService<Register>().Open(cancellationToken);

    /// <summary>What lots are compared with.</summary>
    public Task Market(CancellationToken cancellationToken) => services.GetRequiredService<Market>().Renew(cancellationToken);

    /// <summary>After a crash: what was held is free, what was leaving is settled. At once when no other node can be alive.</summary>
    public async Task Recover(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var alone = !Databases.IsPostgres(Connection);
        if (alone)
            await scope.ServiceProvider.GetRequiredService<InboxQueue>().Release(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<Recovery>().Run(alone, cancellationToken);
        services.GetRequiredService<Departures>().Begin();
    }

    private string Connection => configuration.GetConnectionString("Bot") ?? Settings.DefaultConnection;
}

/// <summary>Something that the one who runs the service can mend: said in a sentence, with what to do.</summary>
public sealed class OperatorException(string what, string hint) : Exception($"{what} {hint}")
{
    public string What => what;
    public string Hint => hint;
}
