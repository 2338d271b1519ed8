namespace Bot.Conversation;

/// <summary>
/// One question of a conversation. A step reads, and changes only things it has read (their own rules guard them); it never saves
/// and never sends. It returns what should happen, and <see cref="Dialogue"/> is the one place where it does happen.
/// </summary>
public interface IStep
{
    /// <summary>The question, asked when the conversation arrives here; null when this step waits in silence.</summary>
    ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken);

    ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken);
}

/// <summary>A word that is understood everywhere: "/status", its sisters in three languages, and buttons that carry it.</summary>
public interface ICommand
{
    /// <summary>The name without the slash; its words are the phrase "command.NAME".</summary>
    string Name { get; }

    /// <summary>Spoken by coordinators in their group, or by people.</summary>
    bool ForCoordinators => false;

    /// <summary>A text that means this command without any of its words, for example a receipt.</summary>
    bool IsMeantBy(string text) => false;

    ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken);
}

/// <summary>Who speaks, what they said or pressed, what they have told us earlier in this conversation, and when it is.</summary>
public sealed record Turn(Person Person, IncomingMessage Message, string? Chosen, IReadOnlyDictionary<string, string> Notes, DateTimeOffset Now)
{
    public string Text => Message.Text;
    public bool IsSilence => Message.Kind == MessageKind.Silence;

    /// <summary>The files of this message, fetched and bounded.</summary>
    public IReadOnlyList<IncomingFile> Files => Message.Files;

    public bool Chose(string action) => Chosen == action;

    /// <summary>The rest of a chosen action that begins with this, for example the 2 of "pick:2".</summary>
    public string? ChoseAmong(string prefix) =>
        Chosen?.StartsWith(prefix, StringComparison.Ordinal) == true ? Chosen[prefix.Length..] : null;

    public string? Noted(string name) => Notes.GetValueOrDefault(name);
}
