using Bot.Storage;
using Language;

namespace Bot.Conversation;

/// <summary>One button as it was offered: its action, and the key of its label where it is a phrase (else its words).</summary>
public sealed record Choice(string Action, string Key, string Words);

/// <summary>
/// Makes the tokens of buttons and reads what comes back. A token is "action.question.signature"; the signature binds it to the person, the
/// number to one question. Typed words count as well: the number of a button, its label in any language.
/// </summary>
public sealed class Choices(Seal seal, Phrasebook phrases)
{
    /// <summary>What Telegram's callback_data can hold.</summary>
    public const int MostBytes = 64;

    public string Token(string action, int question, string lane)
    {
        var number = action.StartsWith('/') ? 0 : question;
        var token = $"{action}~{number}~{seal.Sign("button", $"{action}\n{number}\n{lane}")}";
        return token.Length <= MostBytes && token.All(char.IsAscii)
            ? token
            : throw new InvalidOperationException($"The button {action} does not fit into {MostBytes} bytes of ASCII.");
    }

    /// <summary>The action behind a pressed token; null when it is forged, someone else's, or of an earlier question.</summary>
    public string? Pressed(string token, int question, string lane, out bool stale)
    {
        stale = false;
        if (token.Split('~') is not [var action, var text, var signature] || !int.TryParse(text, out var number)
            || !seal.IsSignature(signature, "button", $"{action}\n{number}\n{lane}"))
            return null;
        stale = !action.StartsWith('/') && number != question;
        return stale ? null : action;
    }

    /// <summary>Which of the offered buttons a typed text means, if any.</summary>
    public string? Typed(string text, IReadOnlyList<Choice> offered)
    {
        if (offered.Count == 0 || text.Length > LongestLabel)
            return null;
        if (Folded(text) is { Length: > 0 } said && offered.FirstOrDefault(choice => Names(choice).Any(name => Folded(name) == said)) is { } named)
            return named.Action;
        if (offered.Count == 1)    // one button is a way out, not a list: a number typed here answers the question
            return null;
        return Ordinals.Read(text) is { } number && number <= offered.Count ? offered[number - 1].Action : null;
    }

    private const int LongestLabel = 80;    // a longer text is a story, not the name of a button

    private IEnumerable<string> Names(Choice choice) =>
        phrases.Knows(choice.Key) ? phrases.Languages.Values.Select(language => language[choice.Key]) : [choice.Words];

    private static string Folded(string text) => SearchText.Fold(text).Trim();
}
