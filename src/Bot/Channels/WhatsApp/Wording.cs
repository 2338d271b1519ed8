using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Conversation;

namespace Bot.Channels.WhatsApp;

/// <summary>One message of Twilio's: free text, or a content with its variables and the text that says the same without it.</summary>
internal sealed record Piece(string Text, string? ContentSid = null, string? Variables = null);

/// <summary>From a reply to what WhatsApp can show: real buttons and lists where they fit, numbered lines otherwise.</summary>
internal sealed class Wording(Shelf shelf, Phrasebook phrases)
{
    /// <summary>WhatsApp's limits by way of Twilio, counted in UTF-16 units, which are never fewer than characters.</summary>
    public const int LongestText = 1600, LongestBody = 1024;
    private const int ButtonTitle = 20, RowTitle = 24, RowDescription = 72;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IReadOnlyList<Piece>> Of(Reply reply, string language, CancellationToken cancellationToken)
    {
        var text = reply.Text.Trim();
        if (reply.Buttons.Count == 0)
            return Plain(text);
        var (body, head) = LastLine(text);
        return body.Length is > 0 and <= LongestBody && await Choices(reply.Buttons, body, language, cancellationToken) is { } choices
            ? [.. Plain(head), new Piece(Numbered(body, reply.Buttons, language), choices.Sid, choices.Variables)]
            : Plain(Numbered(text, reply.Buttons, language));
    }

    /// <summary>Buttons as lines: a number, where a number can be answered; the command, where it lasts.</summary>
    public string Numbered(string text, IReadOnlyList<Button> buttons, string language) =>
        (text + "\n\n" + string.Join('\n', buttons.Select(button => Line(button, language)))).Trim();

    private string Line(Button button, string language)
    {
        var number = button.Number > 0 ? $"{button.Number}. " : "";
        if (button.Lasts)
            return $"{number}{button.Label}: {button.Token.Split('~')[0]}";
        return number.Length > 0 ? number + button.Label : phrases.Text(new Phrase("common.can_answer", new Dictionary<string, object?> { ["label"] = button.Label }), language);
    }

    private static IReadOnlyList<Piece> Plain(string text) => [.. Parts.Of(text, LongestText).Select(part => new Piece(part))];

    /// <summary>What stands above the buttons is one line: WhatsApp takes no line breaks in a variable.</summary>
    private static (string Body, string Head) LastLine(string text)
    {
        var at = text.LastIndexOf('\n');
        return (string.Join(' ', text[(at + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), at < 0 ? "" : text[..at].Trim());
    }

    private async Task<(string Sid, string Variables)?> Choices(IReadOnlyList<Button> buttons, string body, string language, CancellationToken cancellationToken)
    {
        var labels = buttons.Select(button => button.Label).ToList();
        if (labels.Distinct().Count() < labels.Count || labels.Exists(string.IsNullOrWhiteSpace) || buttons.Count > Catalogue.MostRows
            || labels.Exists(label => label.Length > RowDescription))    // cut, two of one name would look the same
            return null;
        var (name, values) = (buttons.Count, labels.Max(label => label.Length)) switch
        {
            ( <= Catalogue.MostButtons, <= ButtonTitle) => (Catalogue.NameOfButtons(buttons.Count), (IEnumerable<string>)[body, .. buttons.SelectMany(Button)]),
            (_, <= RowTitle) => (Catalogue.NameOfList(buttons.Count, described: false), [body, Choose(language), .. buttons.SelectMany(Button)]),
            _ => (Catalogue.NameOfList(buttons.Count, described: true), [body, Choose(language), .. buttons.SelectMany(Row)]),
        };
        return await shelf.Content(name, cancellationToken) is { } sid ? (sid, Variables(values)) : null;
    }

    private string Choose(string language) => phrases.Text("common.choose", language);

    private static string[] Button(Button button) => [button.Label, button.Token];

    private static string[] Row(Button button, int index) => [Cut($"{index + 1}. {button.Label}", RowTitle), button.Token, button.Label];

    private static string Cut(string text, int longest) => text.Length <= longest ? text : Parts.Of(text, longest - 1)[0] + "…";

    private static string Variables(IEnumerable<string> values) =>
        JsonSerializer.Serialize(values.Select((value, i) => (value, i)).ToDictionary(pair => $"{pair.i + 1}", pair => pair.value), Json);
}
