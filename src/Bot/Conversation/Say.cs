namespace Bot.Conversation;

/// <summary>One phrase of the phrasebook by its key, with the values for its blanks. A blank may be a phrase itself.</summary>
public sealed record Phrase(string Key, IReadOnlyDictionary<string, object?>? Blanks = null)
{
    /// <summary>Words that are nobody's phrase: a title of the register, what somebody wrote.</summary>
    public static Phrase Plain(string text) => new("", new Dictionary<string, object?> { ["text"] = text });

    public static Phrase Of(string key, params IEnumerable<(string Name, object? Value)> blanks) =>
        new(key, blanks.ToDictionary(blank => blank.Name, blank => blank.Value));
}

/// <summary>A moment that is told with its hour; any other is told as a day.</summary>
public readonly record struct Moment(DateTimeOffset At);

/// <summary>A button: what it means to us, what it says, and whether it stays alive after the next question.</summary>
/// <param name="Action">"/name argument" for a command, which stays alive; anything else belongs to the question it stands under.</param>
public sealed record Offer(string Action, Phrase Label, ButtonStyle Style = ButtonStyle.Plain)
{
    public static Offer Of(string key, ButtonStyle style = ButtonStyle.Plain) => new(key, new Phrase(key), style);

    public static Offer Command(string action, string key, ButtonStyle style = ButtonStyle.Plain) => new(action, new Phrase(key), style);

    public bool IsCommand => Action.StartsWith('/');
}

/// <summary>One message to one reader: lines, and the buttons under them.</summary>
public sealed record Say(IReadOnlyList<Phrase> Lines, IReadOnlyList<Offer> Offers)
{
    /// <summary>A picture that says a part of it again; null for none.</summary>
    public Sketch? Sketch { get; init; }

    /// <summary>A photograph that an author sent, above the words; null for none.</summary>
    public Guid? Photo { get; init; }

    public static Say Line(string key, params IEnumerable<(string Name, object? Value)> blanks) => new([Phrase.Of(key, blanks)], []);

    public static Say All(params IEnumerable<Phrase> lines) => new([.. lines], []);

    public Say Then(string key, params IEnumerable<(string Name, object? Value)> blanks) =>
        this with { Lines = [.. Lines, Phrase.Of(key, blanks)] };

    public Say Then(Phrase line) => this with { Lines = [.. Lines, line] };

    public Say Then(IEnumerable<Phrase> lines) => this with { Lines = [.. Lines, .. lines] };

    public Say Offering(params IEnumerable<Offer> offers) => this with { Offers = [.. Offers, .. offers] };
}
