using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Durability;

/// <summary>What people and machines send that nobody expects.</summary>
internal static class Nonsense
{
    /// <summary>Texts that mean something to whoever wrote them: each must be kept as it is.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "\u202eтсихер right to left\u202c and back",
        "zero\u200bwidth\u200d\ufeff inside",
        "<b>bold</b> <script>alert('x')</script> &amp; <a href=\"javascript:1\">",
        "'; DROP TABLE tips; --",
        "{\"update_id\":1} {receipt} {0} %s $(reboot) `id`",
        "combining " + new string('\u0301', 400),
        "🐑🇰🇿👩‍👩‍👧‍👦 😀",
        "tab\tand\r\nlines\n\n\n\nand a bell\u0007",
        new string('ұ', 4096),
        "мектеп " + new string('!', 4000),
        "\ud83d\udc11 \ufffd replaced",
    ];

    /// <summary>Kinds of updates that this bot did not ask for, or that nobody has invented yet.</summary>
    public static IEnumerable<Func<long, string>> UnknownKinds { get; } =
    [
        id => $$$$"""{"update_id":{{{{id}}}},"chat_boost":{"chat":{"id":1},"boost":{}}}""",
        id => $$$$"""{"update_id":{{{{id}}}},"poll":{"id":"1","question":"?"}}""",
        id => $$$$"""{"update_id":{{{{id}}}},"invented_next_year":{"from":{"id":1}}}""",
        id => $$$$"""{"update_id":{{{{id}}}},"channel_post":{"message_id":1,"date":1,"chat":{"id":-5,"type":"channel"},"text":"x"}}""",
        id => $$$$"""{"update_id":{{{{id}}}}}""",
        id => $$$$"""{"update_id":{{{{id}}}},"message":null,"callback_query":7}""",
    ];

    /// <summary>Bytes without sense, and real updates with a few bytes changed.</summary>
    public static byte[] Update(Random random, int number)
    {
        if (number % 20 != 0)
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            return bytes;
        }

        var update = Encoding.UTF8.GetBytes(Message(500_000 + number, 900_000 + number % 3, "some words about a school"));
        for (var change = random.Next(1, 8); change > 0; change--)
            update[random.Next(update.Length)] = (byte)random.Next(256);
        return update;
    }

    public static string Message(long id, long chat, string text) => new JsonObject
    {
        ["update_id"] = id,
        ["message"] = new JsonObject
        {
            ["message_id"] = id,
            ["date"] = 1,
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
            ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "A" },
            ["text"] = text,
        },
    }.ToJsonString();
}
