namespace Bot.Conversation;

/// <summary>What we hand a channel: plain text (never markup) and buttons, in rows of their own when long.</summary>
public sealed record Reply(string Text, IReadOnlyList<Button> Buttons)
{
    /// <summary>Set when this is a card that later replies with the same id replace in place.</summary>
    public string? Card { get; init; }
}

/// <summary>A button: what the person reads, and the token (at most 64 bytes of ASCII) that comes back when it is pressed.</summary>
public sealed record Button(string Label, string Token, ButtonStyle Style = ButtonStyle.Plain);

/// <summary>A hint of colour for channels that have one; the words alone must suffice.</summary>
public enum ButtonStyle { Plain, Main, Danger }
