namespace Bot.Channels.Telegram;

/// <summary>From how a call failed to what the outbox must know about it.</summary>
internal static class Outcome
{
    /// <summary>Waits when Telegram or the way to it fails: short for a stumble, long for what an operator must mend.</summary>
    public static readonly TimeSpan Stumble = TimeSpan.FromSeconds(5), Mending = TimeSpan.FromMinutes(5);

    public static Delivery Of(TelegramException fault) => fault switch
    {
        { Reached: Reached.Nobody } => new Delivery.Later(Stumble, PauseAll: true, fault.Message),
        { Reached: Reached.Unknown } => new Delivery.Unknown(fault.Message),
        { Code: 429 } => new Delivery.Later(fault.RetryAfter ?? Stumble, PauseAll: true, fault.Message),
        { TokenRefused: true } => new Delivery.Later(Mending, PauseAll: true, fault.Message),
        { Code: 403 } => new Delivery.Refused(fault.Message, Gone: true),
        { Code: 504 } => new Delivery.Unknown(fault.Message),    // a gateway that waited in vain: the request went through it
        { Code: >= 500 } => new Delivery.Later(Stumble, PauseAll: true, fault.Message),
        { Code: >= 400 } => new Delivery.Refused(fault.Message),
        _ => new Delivery.Later(Stumble, PauseAll: true, fault.Message),    // a redirect: something stands between us and Telegram
    };

    /// <summary>An edit may be repeated without harm, so nothing about it stays unknown.</summary>
    public static Delivery OfEdit(TelegramException fault) =>
        Of(fault) is Delivery.Unknown unknown ? new Delivery.Later(Stumble, PauseAll: false, unknown.Reason) : Of(fault);
}
