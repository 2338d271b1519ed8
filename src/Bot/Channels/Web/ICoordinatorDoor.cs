using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>Lets coordinators in: a one-time key becomes a session.</summary>
public interface ICoordinatorDoor
{
    /// <summary>Redeems a key, once, and returns the secret of a new session; null when the key is unknown or used.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be asked now; the key stays good.</exception>
    Task<string?> Enter(string key, string name, CancellationToken cancellationToken);

    /// <summary>The name that colleagues see, or null when the session is unknown or over.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be asked now.</exception>
    Task<string?> NameOf(string session, CancellationToken cancellationToken);
}
