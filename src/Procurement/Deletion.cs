namespace Procurement;

/// <summary>A line of the portal's journal that says an object was deleted [/journal, action D]. What we hold of it is marked, never erased.</summary>
public sealed record Deletion
{
    public required Feed Feed { get; init; }
    public required long ObjectId { get; init; }

    /// <summary>When [date_action].</summary>
    public DateTimeOffset? At { get; init; }
}
