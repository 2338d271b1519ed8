using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>What an operator says about Telegram, in the section <c>Telegram</c>. Without a token the channel is off.</summary>
public sealed record TelegramSettings
{
    public const string Section = "Telegram";

    /// <summary>The line that @BotFather gave. A secret: never printed, never logged.</summary>
    public string Token { get; init; } = "";

    /// <summary>Where the Bot API is: Telegram's own, or a Bot API server of one's own.</summary>
    public string ApiUrl { get; init; } = "https://api.telegram.org";

    /// <summary>The number of the coordinators' group, a negative integer.</summary>
    public string? CoordinatorsChat { get; init; }

    /// <summary>Where Telegram brings updates to; without a URL they are fetched by long polling.</summary>
    public WebhookSettings Webhook { get; init; } = new();

    /// <summary>How fast Telegram is spoken to.</summary>
    public PaceSettings Pace { get; init; } = new();

    public bool IsOn => Token.Length > 0;
    public bool UsesWebhook => !string.IsNullOrEmpty(Webhook.Url);

    /// <summary>
    /// Telegram lets a bot tell about 30 messages a second on its own account, one a second to a person, 20 a minute in a group, edits counted
    /// (core.telegram.org/bots/faq). Alerts leave a sixth of the first free, groups two of twenty. Who pays for broadcasts may raise it.
    /// </summary>
    public sealed record PaceSettings
    {
        public int PerSecond { get; init; } = 30;
        public double AlertsPerSecond { get; init; } = 25;
        public double SecondsBetween { get; init; } = 1;
        public int PerGroupMinute { get; init; } = 18;

        /// <summary>Enough for the whole pace when each call takes half a second.</summary>
        public int AtOnce { get; init; } = 15;

        public SendingPace ToPace() => new()
        {
            PerSecond = PerSecond,
            AlertsPerSecond = AlertsPerSecond,
            BetweenToOne = TimeSpan.FromSeconds(SecondsBetween),
            PerGroupAndMinute = PerGroupMinute,
            AtOnce = AtOnce,
        };
    }

    /// <summary>The public address of the webhook and the secret that proves that Telegram calls it.</summary>
    public sealed record WebhookSettings
    {
        public string? Url { get; init; }
        public string? Secret { get; init; }
    }
}

/// <summary>Says at start, in a sentence with a hint, what is wrong with the settings.</summary>
internal sealed partial class TelegramSettingsCheck : IValidateOptions<TelegramSettings>
{
    public ValidateOptionsResult Validate(string? name, TelegramSettings options)
    {
        if (!options.IsOn)
            return ValidateOptionsResult.Success;
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TelegramSettings settings)
    {
        if (!TokenShape().IsMatch(settings.Token))
            yield return "Telegram:Token is not a bot token. Copy the whole line that @BotFather gave (digits, a colon, letters), "
                + "or leave it empty to switch Telegram off.";
        if (!IsWebAddress(settings.ApiUrl, out _))
            yield return "Telegram:ApiUrl is not a web address. Remove it to use https://api.telegram.org.";
        if (!string.IsNullOrEmpty(settings.CoordinatorsChat) && !IsGroupNumber(settings.CoordinatorsChat))
            yield return "Telegram:CoordinatorsChat is not the number of a group. It is negative, for example -1001234567890: "
                + "leave it empty, add the bot to the group, and the log tells the number.";
        if (settings.Pace is { PerSecond: <= 0 } or { AlertsPerSecond: <= 0 } or { SecondsBetween: < 0 } or { PerGroupMinute: < 1 } or { AtOnce: < 1 })
            yield return "Telegram:Pace holds a number that lets nothing through. Remove it to keep Telegram's own limits.";
        if (!settings.UsesWebhook)
            yield break;
        if (!IsWebAddress(settings.Webhook.Url, out var url) || url.AbsolutePath.Length < 2)
            yield return "Telegram:Webhook:Url is not a full web address with a path, for example https://bot.example.kz/telegram.";
        if (!SecretShape().IsMatch(settings.Webhook.Secret ?? ""))
            yield return "Telegram:Webhook:Secret must be 16 to 256 letters, digits, hyphens or underscores. "
                + "Make one up by `openssl rand -hex 32`.";
    }

    private static bool IsWebAddress(string? text, out Uri url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url!) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static bool IsGroupNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < 0;

    [GeneratedRegex("^[0-9]{1,20}:[A-Za-z0-9_-]{30,100}$")]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{16,256}$")]
    private static partial Regex SecretShape();
}
