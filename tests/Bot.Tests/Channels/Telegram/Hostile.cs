using System.Globalization;
using System.Text;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Payloads that no Telegram should send: wrong types, missing parts, huge, deep, broken and forged ones.</summary>
internal static class Hostile
{
    private const string From = "\"from\":{\"id\":1001,\"is_bot\":false,\"first_name\":\"A\"}";
    private const string Chat = "\"chat\":{\"id\":1001,\"type\":\"private\"}";

    private const string Message = "{\"update_id\":#,\"message\":{\"message_id\":1,\"date\":1,";

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999999", "\"\"", "\"text\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}",
        "[[[[]]]]", "[null]", "{\"id\":{}}",
    ];

    private static readonly string[] Places =
    [
        "{\"update_id\":#,\"message\":$}",
        "{\"update_id\":#,\"callback_query\":$}",
        "{\"update_id\":#,\"my_chat_member\":$}",
        "{\"update_id\":#,\"message\":{\"message_id\":$,\"date\":$," + Chat + "," + From + ",\"text\":\"t\"}}",
        Message + "\"chat\":$," + From + ",\"text\":\"t\"}}",
        Message + Chat + "," + From + ",\"photo\":$,\"document\":$,\"location\":$,\"entities\":$}}",
        "{\"update_id\":#,\"callback_query\":{\"id\":\"1\"," + From + ",\"message\":{" + Chat + "},\"data\":$}}",
    ];

    /// <summary>So many of them, the first ones, are JSON with a number of their own.</summary>
    public static int WellFormed => Places.Length * Values.Length;

    /// <summary>More than a hundred of them, each a body of its own.</summary>
    public static IEnumerable<byte[]> Updates(long firstId)
    {
        var id = firstId;
        foreach (var place in Places)
            foreach (var value in Values)
                yield return Encoding.UTF8.GetBytes(Numbered(place, id++).Replace("$", value, StringComparison.Ordinal));
        yield return Text(id++, new string('я', 100_000));
        yield return Text(id++, new string('\u202e', 500) + "<script>\u200b\u200d\ufeff&\\\"'");
        yield return [.. Text(id++, "broken ")[..^3], 0xC3, 0x28, 0xFF, 0xFE, (byte)'"', (byte)'}', (byte)'}'];
        var deep = new string('[', 5000) + new string(']', 5000);
        yield return Encoding.UTF8.GetBytes(Numbered("{\"update_id\":#,\"message\":" + deep + "}", id++));
        yield return Encoding.UTF8.GetBytes("{\"update_id\":\"forged\",\"message\":{}}");
        yield return "{}"u8.ToArray();
        yield return "[]"u8.ToArray();
        yield return "null"u8.ToArray();
        yield return "{\"update_id\":"u8.ToArray();
        yield return "not json at all"u8.ToArray();
        yield return [0, 1, 2, 0xFF];
        yield return [];
    }

    private static byte[] Text(long id, string text) => Encoding.UTF8.GetBytes(
        Numbered(Message + Chat + "," + From + ",\"text\":\"", id) + text + "\"}}");

    private static string Numbered(string json, long id) =>
        json.Replace("#", id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
