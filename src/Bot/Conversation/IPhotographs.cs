namespace Bot.Conversation;

/// <summary>Brings the photograph that a reply shows, with nothing in its file but what is to be seen.</summary>
public interface IPhotographs
{
    /// <summary>Null when it is not kept any more: its author may have asked to be forgotten meanwhile.</summary>
    Task<Photograph?> Find(Guid id, CancellationToken cancellationToken);
}

/// <summary>A picture as it may be shown: under a name of ours, made of its picture alone.</summary>
/// <param name="Width">In pixels, as they lie in the file.</param>
public sealed record Photograph(string Name, string ContentType, byte[] Content, int Width, int Height);
