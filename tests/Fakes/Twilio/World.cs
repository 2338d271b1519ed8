namespace Fakes.Twilio;

/// <summary>Everything that the fake remembers.</summary>
internal sealed class World(TimeProvider clock, TwilioAccount account) : Watched<FakeCall, Fault>(clock)
{
    private long lastNumber;

    public TwilioAccount Account { get; } = account;
    public TwilioLimits Limits { get; set; } = new();
    public Dictionary<string, Message> Messages { get; } = [];
    public Queue<Message> Waiting { get; } = [];
    public Dictionary<string, Content> Contents { get; } = [];
    public List<WhatsAppPerson> People { get; } = [];

    /// <summary>Each under the number and under the business-scoped id.</summary>
    public Dictionary<string, WhatsAppPerson> Addresses { get; } = [];

    public List<FakeWebhook> Webhooks { get; } = [];
    public List<FakeAlert> Alerts { get; } = [];

    public long NextNumber() => ++lastNumber;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static string NewSid(string prefix) => prefix + Guid.NewGuid().ToString("N");

    /// <summary>The person whom an address of Twilio's means, by number or by business-scoped id.</summary>
    public WhatsAppPerson? PersonAt(string address) => Addresses.GetValueOrDefault(address);
}

/// <summary>Who the bot is at Twilio. Everything in it is invented and opens nothing in the world.</summary>
/// <param name="Sid">"AC" and 32 hexadecimal digits.</param>
/// <param name="Token">Opens the account and signs the webhooks.</param>
/// <param name="Sender">"whatsapp:+…".</param>
/// <param name="KeySid">An API key, which opens the account but signs nothing.</param>
public sealed record TwilioAccount(
    string Sid = "AC00000000000000000000000000fa4e01", string Token = "fa4efa4efa4efa4efa4efa4efa4efa4e",
    string Sender = "whatsapp:+14155238886", string KeySid = "SK00000000000000000000000000fa4e02",
    string KeySecret = "fa4eSecretfa4eSecretfa4eSecret01");

/// <summary>What Twilio and WhatsApp allow; the usual values are the real ones.</summary>
public sealed record TwilioLimits
{
    /// <summary>After a person's last message the bot may write freely for so long.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Messages a second that leave the sender; the rest queues.</summary>
    public int SenderPerSecond { get; init; } = 80;

    /// <summary>A message that queued longer fails with 63018.</summary>
    public TimeSpan LongestQueue { get; init; } = TimeSpan.FromHours(4);

    /// <summary>To one person: one message each so long …</summary>
    public TimeSpan PairEvery { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>… and so many at once, borrowed from the time to come.</summary>
    public int PairBurst { get; init; } = 45;

    /// <summary>Different people to whom the bot may write first in 24 hours.</summary>
    public int PeoplePerDay { get; init; } = 250;

    /// <summary>Calls of the API that may be open at once.</summary>
    public int Concurrency { get; init; } = 100;
}
