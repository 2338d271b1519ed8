namespace Bot.Channels.WhatsApp;

/// <summary>A call to Twilio that failed, told without addresses and numbers of people.</summary>
internal sealed class TwilioException(string call, Reached reached, int status, int code, string reason)
    : Exception(code == 0 ? $"{call}: {(status == 0 ? "" : status + " ")}{reason}" : $"{call}: {status}, error {code}")
{
    public Reached Reached { get; } = reached;

    /// <summary>The HTTP status of the answer, 0 when there was none.</summary>
    public int Status { get; } = status;

    /// <summary>Twilio's own number of the error, 0 when the answer has none.</summary>
    public int Code { get; } = code;

    /// <summary>How long to keep quiet, when Twilio says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The account or its token is refused: no repeat will help.</summary>
    public bool AccountRefused => Reached == Reached.Answered && Status is 401 or 403;
}
