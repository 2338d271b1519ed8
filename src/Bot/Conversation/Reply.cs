namespace Bot.Conversation;

/// <summary>What we hand a channel: plain text (never markup) and buttons, in rows of their own when long.</summary>
public sealed record Reply(string Text, IReadOnlyList<Button> Buttons)
{
    /// <summary>Says a part of the text again; the text is whole without it.</summary>
    public Picture? Picture { get; init; }

    /// <summary>A photograph of an author's, by its id: the channel asks for it when it shows it. The text stands under it.</summary>
    public Guid? Photo { get; init; }

    /// <summary>Instead of saying anything: takes away what the channel knows by this id of its own. Once too often does no harm.</summary>
    public string? Removes { get; init; }

    /// <summary>Set when this is a card that later replies with the same id replace in place.</summary>
    public string? Card { get; init; }

    /// <summary>Where within the group it belongs; a card has a place of its own there.</summary>
    public string? Topic { get; init; }

    /// <summary>The card in whose place this belongs, when it is news of it.</summary>
    public string? Beside { get; init; }

    /// <summary>How the case of a card stands, for channels that can sort their cards.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Set when these are not our words but a coordinator's, repeated for colleagues who would not see them otherwise.</summary>
    public Colleague? From { get; init; }

    /// <summary>Whom it answers, when many read it.</summary>
    public Colleague? To { get; init; }

    /// <summary>The number of the question that now stands: buttons of an earlier one mean nothing any more. Zero: not an answer.</summary>
    public int Question { get; init; }
}

/// <summary>A coordinator as the others see them.</summary>
/// <param name="Mark">Tells two of the same name apart; says nothing about the person.</param>
public sealed record Colleague(string Name, string Mark);

/// <summary>Whether a case is open, and by which name the others know the one who has it; null when nobody has.</summary>
public sealed record Standing(bool IsOpen, string? Holder);

/// <summary>A button: what the person reads, and the token (at most 64 bytes of ASCII) that comes back when it is pressed.</summary>
public sealed record Button(string Label, string Token, ButtonStyle Style = ButtonStyle.Plain)
{
    /// <summary>Stays alive whatever is asked next.</summary>
    public bool Lasts { get; init; }

    /// <summary>The number by which it can be answered where buttons cannot be shown; zero when a number would mean something else.</summary>
    public int Number { get; init; }
}

/// <summary>A hint of colour for channels that have one; the words alone must suffice.</summary>
public enum ButtonStyle { Plain, Main, Danger }
