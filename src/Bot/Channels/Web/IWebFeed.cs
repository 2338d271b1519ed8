using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>What has been said to one address, as the pages read it: from the store, and then as it comes.</summary>
public interface IWebFeed
{
    /// <summary>
    /// Everything for the recipient with a position above <paramref name="after"/>, in rising order, then new ones as they come,
    /// until cancelled. A card may come again under a higher position: it replaces the earlier one.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now: the page asks again.</exception>
    IAsyncEnumerable<WebEvent> Read(string recipient, long after, CancellationToken cancellationToken);
}

/// <summary>One reply and its place in the order of all replies.</summary>
public sealed record WebEvent(long Position, Reply Reply);
