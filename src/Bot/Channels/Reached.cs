namespace Bot.Channels;

/// <summary>How far a call came before it failed.</summary>
internal enum Reached
{
    /// <summary>The other side answered and said no.</summary>
    Answered,

    /// <summary>No connection: the request certainly did nothing.</summary>
    Nobody,

    /// <summary>The request left, and no readable answer came: it may have been carried out.</summary>
    Unknown,
}
