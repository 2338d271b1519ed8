namespace Bot.Channels.Telegram;

/// <summary>A call that failed, told without the address it went to, because the address holds the token.</summary>
internal sealed class TelegramException(string method, Reached reached, int code, string description) : Exception(
    code == 0 ? $"{method}: {description}" : $"{method}: {code} {description}")
{
    public Reached Reached { get; } = reached;

    /// <summary>The error code of the answer, 0 when there was none.</summary>
    public int Code { get; } = code;

    public string Description { get; } = description;

    /// <summary>How long to keep quiet, when Telegram said so (429).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The new number of a group that became a supergroup.</summary>
    public long? MovedTo { get; init; }

    /// <summary>The token is wrong or revoked: no repeat will help. (404 is the answer to a token of a wrong shape.)</summary>
    public bool TokenRefused => Reached == Reached.Answered && Code is 401 or 404;

    /// <summary>What came instead of a readable answer.</summary>
    public byte[]? Body { get; init; }

    public bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
