namespace Bot.Tips;

/// <summary>What this room writes into a person's notes, by name.</summary>
internal static class Notes
{
    /// <summary>The words of the draft.</summary>
    public const string Text = "text";

    /// <summary>Beginning of the names under which the parts of the draft are noted, for when one is worded anew.</summary>
    public const string Part = "part:";

    /// <summary>The lot behind a link that the person came by.</summary>
    public const string About = "about";

    /// <summary>Lots offered now, "id,id,id" in the order of the buttons.</summary>
    public const string Offered = "offered";

    /// <summary>Lots that the person said it is not.</summary>
    public const string Rejected = "rejected";

    /// <summary>Set once the one clarifying question was asked.</summary>
    public const string Clarified = "clarified";

    /// <summary>Numbers of this story that the portal has been asked for.</summary>
    public const string Asked = "asked";

    /// <summary>The tip whose question is being answered.</summary>
    public const string Tip = "tip";

    public static IReadOnlyList<string> Names(string? noted) => (noted ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    public static IReadOnlyList<long> Ids(string? noted) =>
        string.IsNullOrEmpty(noted) ? [] : [.. noted.Split(',').Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];
}
