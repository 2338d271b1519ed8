using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels;

/// <summary>A border with the outside: carries replies to people and fetches the files that they sent.</summary>
public interface IChannel
{
    string Name { get; }

    /// <summary>The coordinators' group on this channel, if it has one here.</summary>
    string? Group { get; }

    /// <summary>The stored reply is the delivery: the other side reads it from the store, and nothing can get lost or doubled on the way.</summary>
    bool IsStored => false;

    /// <summary>How fast this channel may be sent to.</summary>
    SendingPace Pace => SendingPace.Free;

    /// <summary>Tries once, one part where it takes several. Never throws for what the network or the provider does: it says so in the delivery.</summary>
    Task<Delivery> Send(Outgoing message, CancellationToken cancellationToken);

    /// <summary>The bytes behind <see cref="IncomingFile.Reference"/>, or null when they cannot be had any more.</summary>
    Task<byte[]?> Fetch(IncomingFile file, CancellationToken cancellationToken);
}

/// <summary>One message on its way out.</summary>
/// <param name="Position">Rises with every message: the order in which they were put into the outbox.</param>
/// <param name="Recipient">The channel's address of the person or group.</param>
/// <param name="EditOf">The channel's id of the card that this one replaces; null when it is new there.</param>
public sealed record Outgoing(long Position, string Recipient, Reply Reply, string? EditOf)
{
    public OutboxKind Kind { get; init; }

    /// <summary>How many parts of it are there already, and under which id of the channel's: the next part is to be sent.</summary>
    public int Done { get; init; }
    public string? Begun { get; init; }
}

/// <summary>What became of one try.</summary>
public abstract record Delivery
{
    /// <summary>The channel has it, under this id of its own.</summary>
    public sealed record Sent(string? ExternalId) : Delivery;

    /// <summary>One more part of a long message is there, the id is that of all so far; the next part takes its turn like any message.</summary>
    public sealed record Partly(string? ExternalId) : Delivery;

    /// <summary>The request left and no answer came: it may have arrived. Never blindly repeated.</summary>
    public sealed record Unknown(string Reason) : Delivery;

    /// <summary>It will never arrive like this. <paramref name="Gone"/>: the person has blocked us or is no more.</summary>
    public sealed record Refused(string Reason, bool Gone = false) : Delivery;

    /// <summary>Certainly not delivered, try again: the whole channel waits this long when <paramref name="PauseAll"/>.</summary>
    public sealed record Later(TimeSpan After, bool PauseAll, string Reason) : Delivery;

    /// <summary>The recipient cannot be written to freely until they write themselves: it waits for that.</summary>
    public sealed record Held(string Reason) : Delivery;

    /// <summary>A newer version of the same card is waiting: this one need not be shown.</summary>
    public sealed record Superseded : Delivery;
}
