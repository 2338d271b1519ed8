namespace Bot.Conversation;

/// <summary>Where channels put what they hear. When the call returns, the message is durable and may be acknowledged.</summary>
public interface IMailbox
{
    /// <summary>Stores one message, once however often it comes.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot take it now: do not acknowledge, ask for it again.</exception>
    Task Receive(IncomingMessage message, CancellationToken cancellationToken);
}

/// <summary>The store refuses for now (database stopped, disk full). Nothing was kept; the sender must try again.</summary>
public sealed class StoreUnavailableException(string reason, Exception? cause = null) : Exception(reason, cause);
