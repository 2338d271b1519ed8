using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WhatsApp;

/// <summary>What an operator says about WhatsApp by way of Twilio, in the section <c>WhatsApp</c>. Without an account the channel is off.</summary>
public sealed record WhatsAppSettings
{
    public const string Section = "WhatsApp";

    /// <summary>The account at Twilio, from its console: "AC" and 32 digits.</summary>
    public string AccountSid { get; init; } = "";

    /// <summary>Opens the account and proves that a webhook is Twilio's. A secret: never printed, never logged.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>The number that people write to, like +77011234567.</summary>
    public string Sender { get; init; } = "";

    /// <summary>Where Twilio's messages, its contents and its sign of typing are.</summary>
    public string ApiUrl { get; init; } = "https://api.twilio.com";
    public string ContentUrl { get; init; } = "https://content.twilio.com";
    public string MessagingUrl { get; init; } = "https://messaging.twilio.com";

    /// <summary>How Twilio knows this service, without a path: it signs with that address, and brings there what became of messages.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Addresses of proxies, with commas, whose X-Forwarded headers are believed. Needed only without a public address.</summary>
    public string KnownProxies { get; init; } = "";

    /// <summary>Words and files are taken away at Twilio once they are kept here.</summary>
    public bool CleansUp { get; init; } = true;

    /// <summary>How fast people are written to.</summary>
    public PaceSettings Pace { get; init; } = new();

    public bool IsOn => AccountSid.Length > 0;

    internal string Address => "whatsapp:" + Sender;

    internal IEnumerable<string> Proxies => KnownProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// A sender may send 80 messages a second, one each six seconds to a person (Twilio and Meta, read in 2026). Alerts leave a quarter of it free.
    /// </summary>
    public sealed record PaceSettings
    {
        public int PerSecond { get; init; } = 80;
        public double AlertsPerSecond { get; init; } = 60;
        public double SecondsBetween { get; init; } = 6;

        /// <summary>Far below the hundred calls that Twilio lets be open, and enough for the pace at a fifth of a second each.</summary>
        public int AtOnce { get; init; } = 15;

        public SendingPace ToPace() => new()
        {
            PerSecond = PerSecond,
            AlertsPerSecond = AlertsPerSecond,
            BetweenToOne = TimeSpan.FromSeconds(SecondsBetween),
            AtOnce = AtOnce,
        };
    }
}

/// <summary>Says at start, in a sentence with a hint, what is wrong with the settings.</summary>
internal sealed partial class WhatsAppSettingsCheck : IValidateOptions<WhatsAppSettings>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppSettings options)
    {
        if (!options.IsOn)
            return ValidateOptionsResult.Success;
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WhatsAppSettings settings)
    {
        if (!AccountShape().IsMatch(settings.AccountSid))
            yield return "WhatsApp:AccountSid is not an account of Twilio's: AC and 32 digits or letters a to f. Copy it from the console, "
                + "or leave it empty to switch WhatsApp off.";
        if (!TokenShape().IsMatch(settings.AuthToken))
            yield return "WhatsApp:AuthToken is not a token of Twilio's: 32 digits or letters. Copy it from the console's first page.";
        if (!SenderShape().IsMatch(settings.Sender))
            yield return "WhatsApp:Sender is not a number: write it like +77011234567.";
        if (!IsWebAddress(settings.ApiUrl))
            yield return "WhatsApp:ApiUrl is not a web address. Remove it to use https://api.twilio.com.";
        if (!IsWebAddress(settings.ContentUrl))
            yield return "WhatsApp:ContentUrl is not a web address. Remove it to use https://content.twilio.com.";
        if (!IsWebAddress(settings.MessagingUrl))
            yield return "WhatsApp:MessagingUrl is not a web address. Remove it to use https://messaging.twilio.com.";
        if (settings.PublicUrl.Length > 0 && !IsWebAddress(settings.PublicUrl))
            yield return "WhatsApp:PublicUrl is not a full web address, for example https://bot.example.kz.";
        if (settings.Proxies.Any(proxy => !IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _)))
            yield return "WhatsApp:KnownProxies holds what is no address: write them like 10.0.0.7, 10.1.0.0/16.";
        if (settings.Pace is { PerSecond: <= 0 } or { AlertsPerSecond: <= 0 } or { SecondsBetween: < 0 } or { AtOnce: < 1 })
            yield return "WhatsApp:Pace holds a number that lets nothing through. Remove it to keep the usual limits.";
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex("^AC[0-9a-f]{32}$")]
    private static partial Regex AccountShape();

    [GeneratedRegex("^[A-Za-z0-9]{32}$")]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex SenderShape();
}
