namespace Bot.Channels.Telegram;

/// <summary>Everything that the channel says to the operator: counts, codes and reasons; never words, names, tokens or addresses.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Telegram: listening as @{Username} by {Way}")]
    public static partial void Listening(this ILogger log, string username, string way);

    [LoggerMessage(LogLevel.Warning, "Telegram: the menu of commands in \"{Language}\" was refused: {Reason}")]
    public static partial void MenuRefused(this ILogger log, string language, string reason);

    [LoggerMessage(LogLevel.Critical, "Telegram refuses the token ({Code}); the channel is off. Put the line that @BotFather gives into "
        + "Telegram:Token and start again")]
    public static partial void TokenRefused(this ILogger log, int code);

    [LoggerMessage(LogLevel.Warning, "Telegram: another process reads with the same token; waiting. Stop the other one, or use a webhook")]
    public static partial void AnotherReader(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "Telegram: {Reason}; next try in {Wait}")]
    public static partial void Waiting(this ILogger log, string reason, TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "Telegram: the store does not take messages now; they stay with Telegram and are asked for again")]
    public static partial void StoreClosed(this ILogger log);

    [LoggerMessage(LogLevel.Error, "Telegram: a message could not be stored and stays with Telegram")]
    public static partial void NotStored(this ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Telegram: skipped an update that cannot be read; {Count} since the start")]
    public static partial void Skipped(this ILogger log, long count);

    [LoggerMessage(LogLevel.Warning, "Telegram: the coordinators' group is a supergroup now. Set Telegram:CoordinatorsChat to {Chat}")]
    public static partial void GroupMoved(this ILogger log, string chat);

    [LoggerMessage(LogLevel.Information, "Telegram: the bot stands in group {Chat}, which is not the coordinators'; nothing is read there. "
        + "If it is theirs, set Telegram:CoordinatorsChat to this number")]
    public static partial void UnknownGroup(this ILogger log, long chat);

    [LoggerMessage(LogLevel.Critical, "Telegram: the bot cannot write into the coordinators' group ({Reason}). Add it again as a member; cards "
        + "of the last day hang themselves then, older ones by `outbox retry`")]
    public static partial void GroupClosed(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Telegram: no topic could be made in the coordinators' group ({Reason}); cards go into the general one. "
        + "Make the bot an administrator who may manage topics")]
    public static partial void NoTopic(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Debug, "Telegram: a press was not confirmed: {Reason}")]
    public static partial void PressNotConfirmed(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Telegram: a webhook call without the right secret was turned away")]
    public static partial void WrongSecret(this ILogger log);
}
