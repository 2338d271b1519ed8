namespace Bot.Channels.WhatsApp;

/// <summary>From an error to what becomes of the message, with what else must follow from it.</summary>
internal sealed class Judgement(Shelf shelf, TimeProvider clock, ILogger<Judgement> log)
{
    public static readonly TimeSpan Stumble = TimeSpan.FromSeconds(5), Again = TimeSpan.FromSeconds(30), Mending = TimeSpan.FromMinutes(5), Day = TimeSpan.FromDays(1);

    private long alertsStoppedUntil, shutUntil;    // ticks of UTC

    /// <summary>How long alerts stay stopped, because WhatsApp saw a rule broken.</summary>
    public TimeSpan AlertsStopped => Left(ref alertsStoppedUntil);

    /// <summary>How long nothing may leave, because a message came back as too fast after it was accepted.</summary>
    public TimeSpan Shut => Left(ref shutUntil);

    /// <summary>A call that failed at once.</summary>
    public async Task<Delivery> Of(TwilioException fault, Contacts contacts, Guid contact, long position, CancellationToken cancellationToken) => fault switch
    {
        { Reached: Reached.Nobody } => new Delivery.Later(Stumble, PauseAll: true, fault.Message),
        { Reached: Reached.Unknown } => new Delivery.Unknown(fault.Message),
        { Status: 429 } or { Code: 20429 } => new Delivery.Later(fault.RetryAfter ?? Stumble, PauseAll: true, fault.Message),
        { AccountRefused: true } when !ErrorCodes.Acts.ContainsKey(fault.Code) => await Of(20003, contacts, contact, position, cancellationToken),
        _ when ErrorCodes.Acts.ContainsKey(fault.Code) => await Of(fault.Code, contacts, contact, position, cancellationToken),
        { Status: >= 500 } => new Delivery.Later(fault.RetryAfter ?? Stumble, PauseAll: true, fault.Message),
        _ => await Of(fault.Code, contacts, contact, position, cancellationToken),
    };

    /// <summary>Twilio's number of the error, at once or in a callback. What follows may follow twice.</summary>
    public async Task<Delivery> Of(int code, Contacts contacts, Guid contact, long position, CancellationToken cancellationToken)
    {
        var reason = $"error {code}";
        switch (ErrorCodes.Of(code))
        {
            case Act.Template:
                await contacts.Close(contact, cancellationToken);
                return new Delivery.Later(TimeSpan.Zero, PauseAll: false, reason);    // comes again at once, finds the window closed, and waits
            case Act.SlowDown:
                log.TooFast(code, Again);
                Volatile.Write(ref shutUntil, (clock.GetUtcNow() + Again).UtcTicks);
                return new Delivery.Later(Again, PauseAll: true, reason);
            case Act.Tomorrow:
                log.Ceiling(code);
                return new Delivery.Later(Day, PauseAll: false, reason);
            case Act.TemplateBroken:
                log.TemplateRefused(code, "(buttons and lists)");
                shelf.StopContents();
                return new Delivery.Later(Stumble, PauseAll: false, reason);
            case Act.Gone:
                await contacts.Set(contact, code == 21610 ? Reach.OptedOut : Reach.Unreachable, cancellationToken);
                return new Delivery.Refused(reason, Gone: true);
            case Act.Policy:
                log.Policy(code);
                Volatile.Write(ref alertsStoppedUntil, (clock.GetUtcNow() + Day).UtcTicks);
                return new Delivery.Refused(reason);
            case Act.Config:
                log.Misconfigured(code);
                return new Delivery.Later(Mending, PauseAll: true, reason);
            case Act.Provider:
                return new Delivery.Later(Again, PauseAll: false, reason);
            default:
                log.NotTaken(position, code);
                return new Delivery.Refused(reason);
        }
    }

    private TimeSpan Left(ref long until) => TimeSpan.FromTicks(Math.Max(0, Volatile.Read(ref until) - clock.GetUtcNow().UtcTicks));
}
