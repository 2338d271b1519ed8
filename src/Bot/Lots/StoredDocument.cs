namespace Bot.Lots;

/// <summary>What every table of the register has beside the columns that it is searched by.</summary>
public abstract class StoredDocument
{
    /// <summary>Tells "changed" from "the same again".</summary>
    public required long Digest { get; init; }
    public required string Document { get; init; }

    /// <summary>Stamps of the writings that brought it to us and last changed it here.</summary>
    public required long FirstSeen { get; init; }
    public required long Changed { get; init; }
}
