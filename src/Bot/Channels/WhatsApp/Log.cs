namespace Bot.Channels.WhatsApp;

/// <summary>Everything that the channel says to the operator: counts, codes and reasons; never words, numbers of people, tokens or addresses.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "WhatsApp: a webhook call without Twilio's signature was turned away. If it was Twilio, WhatsApp:PublicUrl "
        + "is not the address that its console shows")]
    public static partial void WrongSignature(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "WhatsApp: neither the store nor the disk takes what Twilio brings; its list is read within ten minutes")]
    public static partial void StoreClosed(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "WhatsApp: error {Code}: too fast; waiting {Wait}")]
    public static partial void TooFast(this ILogger log, int code, TimeSpan wait);

    [LoggerMessage(LogLevel.Error, "WhatsApp: error {Code}: no more people may be written to first today; it goes on tomorrow. Twilio's console "
        + "shows the limit, which grows with use and quality")]
    public static partial void Ceiling(this ILogger log, int code);

    [LoggerMessage(LogLevel.Error, "WhatsApp: error {Code}: template {Name} is refused and not used for now. `bot templates check` says more")]
    public static partial void TemplateRefused(this ILogger log, int code, string name);

    [LoggerMessage(LogLevel.Critical, "WhatsApp: error {Code}: WhatsApp sees a rule of its own broken. Alerts are stopped for a day; look into "
        + "Twilio's console before then")]
    public static partial void Policy(this ILogger log, int code);

    [LoggerMessage(LogLevel.Error, "WhatsApp: error {Code}: account or sender are not set up as they must be. Messages wait; `bot doctor` says more")]
    public static partial void Misconfigured(this ILogger log, int code);

    [LoggerMessage(LogLevel.Warning, "WhatsApp: message {Position} was not taken as it is: error {Code}")]
    public static partial void NotTaken(this ILogger log, long position, int code);

    [LoggerMessage(LogLevel.Warning, "WhatsApp: no approved template in \"{Language}\"; what is for people outside their 24 hours waits")]
    public static partial void NoTemplate(this ILogger log, string language);

    [LoggerMessage(LogLevel.Warning, "WhatsApp: the contents at Twilio could not be listed: {Reason}")]
    public static partial void NotListed(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "WhatsApp: Twilio's list of messages could not be read: {Reason}")]
    public static partial void NotReconciled(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "WhatsApp: Twilio's list is read: {Found} messages were missing here, {Cleaned} taken away there")]
    public static partial void Reconciled(this ILogger log, int found, int cleaned);

    [LoggerMessage(LogLevel.Information, "WhatsApp: {Count} contacts without a conversation were forgotten")]
    public static partial void Forgotten(this ILogger log, int count);
}
