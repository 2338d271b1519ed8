using System.ComponentModel.DataAnnotations;
using Bot.Channels;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Serilog.Events;

namespace Bot.Operations;

/// <summary>Every setting by name, with its default and whether it is a secret: what `doctor` lists and the command line accepts.</summary>
public static class Settings
{
    public const string DefaultConnection = "Data Source=data/bot.db";

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("ConnectionStrings:Bot", DefaultConnection),
        new("Keys:File", KeySettings.DefaultFile),
        new("Web:Url", "http://127.0.0.1:8080"),
        new("Web:PublicUrl", ""),
        new("Web:LeaveTo", "https://www.wikipedia.org/"),
        new("Web:TextCharacters", "102400"),
        new("Web:FileMegabytes", "20"),
        new("Web:Files", "10"),
        new("Web:MessageMegabytes", "60"),
        new("Web:UploadsAtOnce", "4"),
        new("Web:MessagesPerMinute", "30"),
        new("Web:HeartbeatSeconds", "15"),
        new("Telegram:Token", "", IsSecret: true),
        new("Telegram:CoordinatorsChat", ""),
        new("Telegram:ApiUrl", "https://api.telegram.org"),
        new("Telegram:Webhook:Url", ""),
        new("Telegram:Webhook:Secret", "", IsSecret: true),
        new("Telegram:Pace:PerSecond", "30"),
        new("Telegram:Pace:AlertsPerSecond", "25"),
        new("Telegram:Pace:SecondsBetween", "1"),
        new("Telegram:Pace:PerGroupMinute", "18"),
        new("Telegram:Pace:AtOnce", "15"),
        new("WhatsApp:AccountSid", ""),
        new("WhatsApp:AuthToken", "", IsSecret: true),
        new("WhatsApp:Sender", ""),
        new("WhatsApp:ApiUrl", "https://api.twilio.com"),
        new("WhatsApp:ContentUrl", "https://content.twilio.com"),
        new("WhatsApp:MessagingUrl", "https://messaging.twilio.com"),
        new("WhatsApp:PublicUrl", ""),
        new("WhatsApp:KnownProxies", ""),
        new("WhatsApp:CleansUp", "true"),
        new("WhatsApp:Pace:PerSecond", "80"),
        new("WhatsApp:Pace:AlertsPerSecond", "60"),
        new("WhatsApp:Pace:SecondsBetween", "6"),
        new("WhatsApp:Pace:AtOnce", "15"),
        new("Portal:Sources", ""),
        new("Portal:Token", "", IsSecret: true),
        new("Portal:GraphQlUrl", "https://ows.goszakup.gov.kz/v3/graphql"),
        new("Portal:RestUrl", "https://ows.goszakup.gov.kz"),
        new("Portal:ZakupUrl", "https://zakup.gov.kz"),
        new("Portal:Proxy", ""),
        new("Portal:ProxyLogin", "", IsSecret: true),
        new("Portal:CaBundle", ""),
        new("Portal:UserAgent", "Mozilla/5.0 (compatible; KunJarygy/1.0)"),
        new("Portal:RequestsPerSecond", "1"),
        new("Portal:TimeoutSeconds", "100"),
        new("Portal:FindSeconds", "6"),
        new("Portal:FindTimeoutSeconds", "30"),
        new("Spool:Folder", SpoolSettings.DefaultFolder),
        new("Triage:Language", "ru"),
        new("Lots:IndexFile", LotsSettings.DefaultFile),
        new("Signs:LotsWholeFrom", ""),
        new("Signs:ContractsWholeFrom", ""),
        new("Signs:PopulationFile", SignsSettings.DefaultFile),
        new("Signs:BidStatuses", ""),
        new("Signs:Reviewed", ""),
        new("Sample:Load", "true"),
        new("Retention:MailDays", "7"),
        new("Retention:ClosedTipDays", "365"),
        new("Log:Folder", LogSettings.DefaultFolder),
        new("Log:Level", "Information"),
    ];

    /// <summary>Which source gave a setting its value, in an operator's words.</summary>
    public static (string Value, string Origin) Of(this IConfigurationRoot configuration, Setting setting)
    {
        foreach (var provider in configuration.Providers.Reverse())
            if (provider.TryGet(setting.Name, out var value) && value is not null)
                return (value, provider.GetType().Name switch
                {
                    "JsonConfigurationProvider" => "appsettings.json",
                    "EnvironmentVariablesConfigurationProvider" => "environment",
                    "CommandLineConfigurationProvider" => "command line",
                    _ => "host",
                });
        return (setting.Default, "default");
    }

    public static string Shown(Setting setting, string value) =>
        !setting.IsSecret && !(Databases.IsPostgres(value) && value.Contains("Password", StringComparison.OrdinalIgnoreCase)) ? value
        : value.Length == 0 ? "(not set)" : "(set, hidden)";
}

public sealed record Setting(string Name, string Default, bool IsSecret = false);

/// <summary>A setting that cannot be meant: said in one line before any store is opened.</summary>
public sealed class SettingException(string what) : Exception(what);

/// <summary>Where the keys are (section "Keys"): never in the database, backed up apart from it.</summary>
public sealed record KeySettings
{
    public const string DefaultFile = "data/bot.key";

    [Required]
    public string File { get; init; } = DefaultFile;
}

/// <summary>Where logs go and how much they say (section "Log").</summary>
public sealed record LogSettings
{
    public const string DefaultFolder = "data/logs";

    [Required]
    public string Folder { get; init; } = DefaultFolder;
    public LogEventLevel Level { get; init; } = LogEventLevel.Information;
}

/// <summary>Whether an empty store begins with the bundled sample (section "Sample").</summary>
public sealed record SampleSettings
{
    public bool Load { get; init; } = true;
}

/// <summary>How coordinators work (section "Triage").</summary>
public sealed record TriageSettings
{
    /// <summary>The language of cards and questions in the group; authors are always answered in their own.</summary>
    [RegularExpression("kk|ru|en", ErrorMessage = "It must be kk, ru or en.")]
    public string Language { get; init; } = "ru";
}

/// <summary>How long things are kept (section "Retention").</summary>
public sealed record RetentionSettings
{
    /// <summary>What was sent and received: a day for late pages and repeated deliveries, a week to look into a fault.</summary>
    [Range(2, 365)]
    public int MailDays { get; init; } = 7;

    /// <summary>The words and files of a tip after it was closed: authorities answer within months, and may ask again.</summary>
    [Range(1, 3650)]
    public int ClosedTipDays { get; init; } = 365;
}
