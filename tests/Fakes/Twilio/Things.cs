namespace Fakes.Twilio;

/// <summary>A button of a quick reply, or a row of a list.</summary>
public sealed record FakeChoice(string Id, string Title, string? Description = null);

/// <summary>A message of the bot as the person holds it in the hand.</summary>
/// <param name="Body">With the variables filled in.</param>
/// <param name="ContentSid">The content it was made of; null for free text.</param>
/// <param name="AsTemplate">It went as an approved template, in or out of the window.</param>
public sealed record FakeReceived(
    string Sid, string Body, IReadOnlyList<FakeChoice> Buttons, IReadOnlyList<FakeChoice> Rows, string? MediaUrl,
    string? ContentSid, bool AsTemplate, DateTimeOffset At);

/// <summary>A message as Twilio's own list shows it.</summary>
public sealed record FakeSent(string Sid, string To, string? Body, string Status, int? ErrorCode);

/// <summary>One call that the bot made, and how it was answered (0: not at all).</summary>
public sealed record FakeCall(
    string Operation, string Path, IReadOnlyDictionary<string, string> Parameters, int Status, int? Code, DateTimeOffset At)
{
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);
}

/// <summary>One webhook, and what became of it.</summary>
/// <param name="Kind">"message" or "status".</param>
/// <param name="Tries">The HTTP status of each try in order; 0: no connection, -1: no answer in time.</param>
/// <param name="Delivered">Somebody, perhaps at the fallback address, took it with 2xx.</param>
public sealed record FakeWebhook(
    string Kind, string Url, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<int> Tries, bool Delivered)
{
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);
}

/// <summary>What Twilio's debugger would show: 11200, 11205, 12100 and the like.</summary>
public sealed record FakeAlert(int Code, string Url, string What);
