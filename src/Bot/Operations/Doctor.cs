using System.Data.Common;
using Bot.Channels.Telegram;
using Bot.Channels.WhatsApp;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Operations;

/// <summary>Looks at everything an operator can mend, and says of each fault what to do about it.</summary>
public sealed class Doctor(IServiceProvider services, IConfiguration configuration)
{
    private const long LowDisk = 500L << 20;    // below half a gigabyte a week of tips with photographs may not fit

    public async Task<DoctorReport> Look(CancellationToken cancellationToken)
    {
        var root = (IConfigurationRoot)configuration;
        var settings = Settings.All.Select(setting => (setting, root.Of(setting)))
            .Select(pair => new SettingLine(pair.setting.Name, Settings.Shown(pair.setting, pair.Item2.Value), pair.Item2.Origin)).ToList();
        var keys = Keys();
        List<Check> checks =
        [
            keys, .. keys.Ok ? await Database(cancellationToken) : [], .. keys.Ok ? await Portal(cancellationToken) : [],
            Disk(), Logs(), Index(), Sample(), await Telegram(cancellationToken), await WhatsApp(cancellationToken),
        ];
        return new DoctorReport(settings, checks);
    }

    private Check Keys()
    {
        KeyRing keys;
        try
        {
            keys = services.GetRequiredService<KeyRing>();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new Check("keys", false, fault.Message, "Check Keys:File, and that the service's user owns the file; else restore it from its own backup.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(keys.Path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            return new Check("keys", false, $"The key file {keys.Path} can be read by others.", $"chmod 600 {keys.Path}");
        return new Check("keys", true, $"{keys.Path}: {keys.Count} sealing key(s), readable by its owner alone.");
    }

    private async Task<IEnumerable<Check>> Database(CancellationToken cancellationToken)
    {
        var connection = configuration.GetConnectionString("Bot") ?? Settings.DefaultConnection;
        var kind = Databases.IsPostgres(connection) ? "PostgreSQL" : "SQLite";
        try
        {
            await services.GetRequiredService<Opening>().Store(cancellationToken);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            var (waiting, aside) = (await db.Inbox.CountAsync(e => e.State == InboxState.Waiting, cancellationToken),
                await db.Inbox.CountAsync(e => e.State == InboxState.SetAside, cancellationToken));
            var (unsent, unknown) = (await db.Outbox.CountAsync(m => m.State == OutboxState.Pending, cancellationToken),
                await db.Outbox.CountAsync(m => m.State == OutboxState.Unknown, cancellationToken));
            var refused = await db.Outbox.CountAsync(m => m.State == OutboxState.Refused, cancellationToken);
            var lots = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.CountAsync(cancellationToken);
            return
            [
                new Check("database", true, $"{kind} answers; {(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Count()} migrations applied."),
                new Check("register", lots > 0, $"{lots} lots in the store.", lots > 0 ? null : "Start the service once to load the sample, or `import` a file."),
                new Check("inbox", aside == 0, $"{waiting} waiting, {aside} set aside after repeated faults.",
                    aside == 0 ? null : "Look into the log for \"was not answered\"; a new version may answer them: set their State to Waiting."),
                new Check("outbox", true, $"{unsent} waiting, {unknown} of unknown fate (never sent twice on purpose), {refused} refused.",
                    unknown + refused == 0 ? null : "`outbox` lists them with the reason; `outbox retry N` or `outbox drop N`."),
            ];
        }
        catch (OperatorException fault)
        {
            return [new Check("database", false, fault.What, fault.Hint)];
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException || Databases.IsUnavailable(fault))
        {
            return [new Check("database", false, $"{kind}: {fault.Message}", "Check ConnectionStrings:Bot, that the server runs and that the disk has room.")];
        }
    }

    private async Task<IEnumerable<Check>> Portal(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PortalChecks>().Look(cancellationToken);
        }
        catch (Exception fault) when (fault is DbException or IOException || Databases.IsUnavailable(fault))
        {
            return [new Check("portal", false, $"Not looked at: {fault.Message}", "Mend the database first.")];
        }
    }

    private Check Disk()
    {
        var connection = configuration.GetConnectionString("Bot") ?? Settings.DefaultConnection;
        var folder = Path.GetDirectoryName(Databases.FileOf(connection)) ?? Environment.CurrentDirectory;
        var free = new DriveInfo(Directory.Exists(folder) ? folder : Environment.CurrentDirectory).AvailableFreeSpace;
        return new Check("disk", free > LowDisk, $"{free >> 20} MB free.", free > LowDisk ? null : "Make room: a full disk refuses tips, it does not lose them.");
    }

    private Check Logs()
    {
        var folder = Path.GetFullPath(services.GetRequiredService<LogSettings>().Folder);
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, ".doctor"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new Check("logs", true, $"{folder} can be written.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Check("logs", false, fault.Message, "Check Log:Folder, and that the service's user may write there.");
        }
    }

    /// <summary>Never a fault: without it a start only takes longer.</summary>
    private Check Index() => new("index", true, services.GetRequiredService<LotsSettings>().IndexFile is not { Length: > 0 } path
        ? "Not saved: Lots:IndexFile is empty. Every start reads all lots."
        : new FileInfo(path) is { Exists: true } file ? $"{file.FullName}: {file.Length >> 20} MB, saved {file.LastWriteTimeUtc:yyyy-MM-dd HH:mm} UTC."
        : $"{Path.GetFullPath(path)} is not there yet: the service saves it after its next start.");

    private static Check Sample()
    {
        var files = Directory.Exists(SampleLoading.Folder) ? SampleLoading.Files.Count : 0;
        return new Check("sample", files > 0, $"{files} sample files beside the program.", files > 0 ? null : "Build or publish again: the folder Sample is missing.");
    }

    private Task<Check> WhatsApp(CancellationToken cancellationToken) =>
        services.GetRequiredService<WhatsAppSettings>() is { IsOn: true } settings
            ? new WhatsAppCheck(services.GetRequiredService<TwilioClient>(), services.GetRequiredService<TemplateBook>(), settings).Look(cancellationToken)
            : Task.FromResult(new Check("whatsapp", true, "Off: no WhatsApp:AccountSid."));

    private async Task<Check> Telegram(CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<TelegramSettings>().IsOn)
            return new Check("telegram", true, "Off: no Telegram:Token. The web page works without it.");
        try
        {
            var name = await services.GetRequiredService<TelegramClient>().GetMe(cancellationToken);
            return new Check("telegram", true, $"Telegram knows the bot @{name}.");
        }
        catch (TelegramException fault)
        {
            return fault.TokenRefused
                ? new Check("telegram", false, "Telegram refuses the token.", "Ask @BotFather for a new token (/revoke), put it into Telegram:Token, start again.")
                : new Check("telegram", false, "Telegram does not answer: " + fault.Message, "Check Telegram:ApiUrl and the way to the internet.");
        }
    }
}

public sealed record DoctorReport(IReadOnlyList<SettingLine> Settings, IReadOnlyList<Check> Checks)
{
    public bool IsWell => Checks.All(check => check.Ok);
}

public sealed record SettingLine(string Name, string Value, string Origin);

public sealed record Check(string Name, bool Ok, string Says, string? Do = null);
