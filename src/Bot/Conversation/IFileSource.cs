namespace Bot.Conversation;

/// <summary>Brings the bytes of a message's files from the channel that has them. A file that cannot be had comes back without bytes.</summary>
public interface IFileSource
{
    Task<IReadOnlyList<IncomingFile>> Fetch(IncomingMessage message, CancellationToken cancellationToken);
}
