using Bot.Conversation;

namespace Bot.Channels;

/// <summary>Asks the channel of a message for its files. A file that is too large or gone comes back without bytes; the text stays.</summary>
public sealed class FileSource(IEnumerable<IChannel> channels) : IFileSource
{
    public async Task<IReadOnlyList<IncomingFile>> Fetch(IncomingMessage message, CancellationToken cancellationToken)
    {
        var channel = channels.FirstOrDefault(candidate => candidate.Name == message.Channel);
        List<IncomingFile> fetched = [];
        foreach (var file in message.Files)
            fetched.Add(file.Content is null && file.Reference is not null && channel is not null
                ? file with { Content = await channel.Fetch(file, cancellationToken) }
                : file);
        return fetched;
    }
}
