using Bot.Storage;

namespace Bot.Tips;

/// <summary>What the author added to a tip after it was filed: more of the story, or the answer to a question.</summary>
public sealed class TipEntry
{
    public long Position { get; init; }
    public required Guid TipId { get; init; }
    public required TipEntryKind Kind { get; init; }
    public required Sealed Text { get; set; }
    public required DateTimeOffset At { get; init; }
}

public enum TipEntryKind { More, Answer }

/// <summary>A file that came with a tip, sealed whole. Until the tip is filed it belongs to the draft of its person.</summary>
public sealed class TipFile
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public Guid? TipId { get; set; }
    public required Sealed Name { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required Sealed Content { get; init; }
    public required DateTimeOffset At { get; init; }
}
