using System.Globalization;
using Bot.Conversation;
using Language;

namespace Bot.Channels.WhatsApp;

/// <summary>Turns the fields of a webhook, or a message of Twilio's list, into who wrote and what.</summary>
internal static class Inbound
{
    private const string Prefix = "whatsapp:";
    private const int LongestSid = 34;

    /// <summary>The bot's own command: words to be left alone mean the same on every channel.</summary>
    private const string Stop = "/stop";

    public static Caller? Caller(string? from, string? waId, string? userId)
    {
        if (from is null || !from.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var name = from[Prefix.Length..];
        var phone = name.StartsWith('+') ? name : waId is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? "+" + digits : null;
        return new Caller(from, phone, userId ?? (name.StartsWith('+') ? null : name));
    }

    /// <summary>Null when it is no message: without a sid it could be taken twice.</summary>
    public static IncomingMessage? Message(Form form, Guid contact, DateTimeOffset now)
    {
        if (form["MessageSid"] is not { Length: <= LongestSid } sid)
            return null;
        var files = Files(form).ToList();
        var isCard = files.Exists(file => IsCard(file.ContentType)) || form["MessageType"] == "contacts";
        var text = Place(form) ?? form["Body"] ?? "";
        var press = form["ButtonPayload"] ?? form["ListId"];
        return new IncomingMessage
        {
            Channel = WhatsAppChannel.ChannelName,
            ExternalId = sid,
            Sender = contact.ToString("n"),
            Kind = isCard ? MessageKind.Contact
                : form["OptOutType"] == "START" ? MessageKind.Back
                : text.Length == 0 && files.Count == 0 && press is null ? MessageKind.Unreadable : MessageKind.Said,
            Text = isCard ? ""    // a number of somebody: not kept, not even for a moment
                : StopWords.Are(text) || form["OptOutType"] == "STOP" ? Stop : text,
            Press = press,
            Files = isCard ? [] : files,
            SentAt = now,
        };
    }

    public static bool IsStop(IncomingMessage message) => message.Text == Stop;

    public static bool IsCard(string contentType) => contentType.Contains("vcard", StringComparison.OrdinalIgnoreCase);

    public static IncomingFile File(string url, string contentType) => new(contentType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "image/jpeg" => "photo.jpg",
        "image/png" => "photo.png",
        "image/webp" => "photo.webp",
        "audio/ogg" => "voice.ogg",
        "video/mp4" => "video.mp4",
        "application/pdf" => "document.pdf",
        ['a', 'u', 'd', 'i', 'o', '/', ..] => "audio",
        ['v', 'i', 'd', 'e', 'o', '/', ..] => "video",
        ['i', 'm', 'a', 'g', 'e', '/', ..] => "photo",
        _ => "document",
    }, contentType.Length > 0 ? contentType : "application/octet-stream", 0, null, url);

    private static IEnumerable<IncomingFile> Files(Form form)
    {
        const int Most = 10;    // WhatsApp sends one in a message, Twilio numbers up to ten
        for (var i = 0; i < Most; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            if (form["MediaUrl" + number] is { } url)
                yield return File(url, form["MediaContentType" + number] ?? "");
        }
    }

    private static string? Place(Form form)
    {
        if (!double.TryParse(form["Latitude"], CultureInfo.InvariantCulture, out var latitude) || !double.IsFinite(latitude)
            || !double.TryParse(form["Longitude"], CultureInfo.InvariantCulture, out var longitude) || !double.IsFinite(longitude))
            return null;
        string?[] lines = [form["Label"], form["Address"], string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######}, {longitude:0.######}")];
        return string.Join('\n', lines.Where(line => line is not null));
    }
}

/// <summary>Single words by which people want to be left alone: Twilio's English ones, and how Kazakhs and Russians say it.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Known =
    [
        .. new[]
        {
            "stop", "stopall", "stop all", "unsubscribe", "end", "cancel", "quit",
            "стоп", "хватит", "отписаться", "отпишись", "отписка", "не пишите",
            "тоқта", "тоқтат", "тоқтату", "токта", "токтат", "токтату", "болды", "жазба", "жазбаңыз",
        }.Select(SearchText.Fold),
    ];

    private const int Longest = 40;    // a longer text is a story, whatever it begins with

    public static bool Are(string text) =>
        text.Length <= Longest && Known.Contains(SearchText.Fold(text));
}
