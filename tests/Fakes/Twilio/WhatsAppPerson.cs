namespace Fakes.Twilio;

/// <summary>A person with WhatsApp: writes, presses, picks, sends, blocks, opts out, and holds what the bot has sent.</summary>
public sealed partial class WhatsAppPerson
{
    private readonly World world;
    private readonly Inbound inbound;
    private readonly List<FakeReceived> received = [];
    private readonly List<Message> waiting = [];

    internal WhatsAppPerson(World world, Inbound inbound, string number, string name, bool hidesNumber)
    {
        (this.world, this.inbound, Number, Name, HidesNumber) = (world, inbound, number, name, hidesNumber);
        Bsuid = $"KZ.{string.Concat(number.Where(char.IsAsciiDigit).Reverse())}77";
    }

    /// <summary>"+7701…".</summary>
    public string Number { get; }

    public string Name { get; }

    /// <summary>The id that stands for the person before this business, whether the number is shown or not.</summary>
    public string Bsuid { get; }

    /// <summary>Goes by a username: the bot sees the id in place of the number.</summary>
    public bool HidesNumber { get; }

    /// <summary>As it stands in From and To.</summary>
    public string Address => HidesNumber ? $"whatsapp:{Bsuid}" : $"whatsapp:{Number}";

    public DateTimeOffset? LastInbound { get; internal set; }
    public bool HasOptedOut { get; internal set; }
    public bool IsOnWhatsApp { get; set; } = true;

    /// <summary>The telephone is off: what is sent stays "sent" until the person comes back.</summary>
    public bool IsAway { get; private set; }

    /// <summary>The error by which the bot learns that it is blocked; null: not blocked.</summary>
    public int? BlockedAs { get; private set; }

    internal Queue<int> NextErrors { get; } = [];

    /// <summary>What the bot has sent and this person got, in order.</summary>
    public IReadOnlyList<FakeReceived> Received
    {
        get
        {
            lock (world.Gate)
                return [.. received];
        }
    }

    /// <summary>A message of the bot's arrives. The caller holds the world's gate.</summary>
    internal void Take(Message message, StatusCallbacks callbacks)
    {
        if (IsAway)
        {
            waiting.Add(message);
            return;
        }

        received.Add(new FakeReceived(
            message.Sid, message.Body ?? "", message.Rendered?.Buttons ?? [], message.Rendered?.Rows ?? [],
            message.MediaUrls.Count > 0 ? message.MediaUrls[0] : null, message.Rendered?.Content.Sid, message.IsTemplate, world.Now));
        callbacks.Tell(message, "delivered");
    }
}
