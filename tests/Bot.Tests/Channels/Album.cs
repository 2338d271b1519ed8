using Bot.Conversation;

namespace Bot.Tests.Channels;

/// <summary>Photographs that a test has put there.</summary>
internal sealed class Album : Dictionary<Guid, Photograph>, IPhotographs
{
    public Task<Photograph?> Find(Guid id, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(id));
}
