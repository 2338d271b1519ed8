namespace Bot.Conversation;

/// <summary>What a channel hands us: one thing that one person said, pressed or sent. Stored, sealed, before it is acknowledged.</summary>
public sealed record IncomingMessage
{
    /// <summary>Name of the channel, for example "web".</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's own id of this message: unique within the channel, the guard against double delivery.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The channel's address of the one who speaks.</summary>
    public required string Sender { get; init; }

    /// <summary>The address of the coordinators' group when it was said there; null in a private conversation.</summary>
    public string? Group { get; init; }

    /// <summary>What colleagues call a coordinator. Never set for an author.</summary>
    public string? SenderName { get; init; }

    /// <summary>Set where the channel does not show a group what one of it says: then we show it, as this one's words.</summary>
    public Colleague? Colleague { get; init; }

    /// <summary>Where within the group it was said, on a channel whose groups have rooms: the answer belongs there.</summary>
    public string? Topic { get; init; }

    /// <summary>The channel's number of what was said, the same when it is worded anew; null where nothing can be changed afterwards.</summary>
    public string? Part { get; init; }

    public MessageKind Kind { get; init; } = MessageKind.Said;
    public string Text { get; init; } = "";

    /// <summary>The token of a pressed button, as the channel gave it back: not yet believed.</summary>
    public string? Press { get; init; }

    /// <summary>The language that the channel guesses ("kk", "ru", "en"), used only until the person has written something.</summary>
    public string? LanguageHint { get; init; }

    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>
/// Said: words, files or a press. Edited: what was said before, worded anew. Silence: nothing for a while (from our own clock). Left: the person
/// blocked us. Back: and let us in again. Unreadable: of a kind that we cannot take. Contact: somebody's number, which we do not want to have.
/// </summary>
public enum MessageKind { Said, Silence, Left, Unreadable, Edited, Back, Contact }

/// <summary>A file that came with a message: its bytes, or the channel's reference to fetch them by after the message is stored.</summary>
public sealed record IncomingFile(string Name, string ContentType, long Size, byte[]? Content, string? Reference);
