using System.Text.Json.Nodes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>The made-up Telegram reads HTML strictly and counts characters after it.</summary>
public sealed class FakeTelegramWordsTests
{
    [Theory]
    [InlineData("<b>bold", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("ә <font>x</font>", "Unsupported start tag \"font\" at byte offset 3")]
    [InlineData("5 < 6", "Unclosed start tag at byte offset 2")]
    [InlineData("5 < 6 > 4", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\"")]
    [InlineData("<a href>x</a>", "Expected equal sign")]
    [InlineData("x</b", "Unclosed end tag at byte offset 1")]
    public async Task Html_that_is_not_right_is_refused(string text, string words)
    {
        var (code, answer) = await Send(text);
        Assert.Equal(400, code);
        Assert.StartsWith("Bad Request: can't parse entities: ", answer["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(words, answer["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>Қазан</b> &lt;5&gt; &amp; &quot;6&quot; &#1241; &nbsp; & > x", "Қазан <5> & \"6\" ә &nbsp; & > x", "bold 0 5")]
    [InlineData("  <i> a</i> <u>b</u>\n", "a b", "italic 0 1, underline 2 1")]
    [InlineData("<b>a<i>b</i></b>", "ab", "bold 0 2, italic 1 1")]
    [InlineData("<a href=\"https://example.kz/?a=1&amp;b=2\">x</a>", "x", "text_link 0 1 https://example.kz/?a=1&b=2")]
    [InlineData("<a href=\"no link\">x</a>", "x", "")]
    [InlineData("<blockquote expandable>x</blockquote><tg-spoiler>y</tg-spoiler>", "xy", "expandable_blockquote 0 1, spoiler 1 1")]
    [InlineData("<pre>a</pre><code>😀</code>", "a😀", "pre 0 1, code 1 2")]
    public async Task Html_becomes_words_and_marks(string html, string text, string marks)
    {
        var (code, answer) = await Send(html);
        Assert.Equal((200, text), (code, answer["result"]!["text"]!.GetValue<string>()));
        Assert.Equal(marks, string.Join(", ", (answer["result"]!["entities"]?.AsArray() ?? [])
            .Select(mark => $"{mark!["type"]} {mark["offset"]} {mark["length"]} {mark["url"]}".TrimEnd())));
    }

    [Theory]
    [InlineData(4096, 1, 200, "")]
    [InlineData(4097, 1, 400, "message is too long")]
    [InlineData(1, 100, 200, "")]
    [InlineData(1, 101, 400, "too many entities")]
    [InlineData(0, 1, 400, "message text is empty")]
    public async Task Only_what_is_seen_counts(int letters, int times, int status, string words)
    {
        var (code, answer) = await Send(string.Concat(Enumerable.Repeat($"<b>{new string('ә', letters)}</b>", times)));
        Assert.Equal(status, code);
        Assert.Contains(words, answer["description"]?.GetValue<string>() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Html", 200)]
    [InlineData("BBCode", 400)]
    [InlineData("MarkdownV2", 501)]
    public async Task The_way_of_marking_is_known(string mode, int status) => Assert.Equal(status, (await Send("x", mode)).Code);

    [Theory]
    [InlineData(1024, 200)]
    [InlineData(1025, 400)]
    public async Task A_caption_holds_1024_characters(int length, int status)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.SendDocument(1, "a.pdf", "application/pdf", [1]);
        var (code, _) = await FakeTelegramTests.Post(telegram, "sendDocument",
            $$"""{"chat_id":1,"document":"{{telegram.Everything(1)[0].FileId}}","caption":"<b>{{new string('ә', length)}}</b>","parse_mode":"HTML"}""");
        Assert.Equal(status, code);
    }

    [Fact]
    public async Task An_edit_changes_the_marks_and_an_edit_without_change_is_refused()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        await FakeTelegramTests.Post(telegram, "sendMessage", """{"chat_id":1,"text":"x"}""");
        const string Bold = """{"chat_id":1,"message_id":1,"text":"<b>x</b>","parse_mode":"HTML"}""";
        Assert.Equal(200, (await FakeTelegramTests.Post(telegram, "editMessageText", Bold)).Code);
        var (code, answer) = await FakeTelegramTests.Post(telegram, "editMessageText", Bold);
        Assert.Equal(400, code);
        Assert.Contains("message is not modified", answer["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(400, (await FakeTelegramTests.Post(telegram, "editMessageCaption", """{"chat_id":1,"message_id":1,"caption":"y"}""")).Code);
    }

    private static async Task<(int Code, JsonNode Answer)> Send(string text, string mode = "HTML")
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        var body = new JsonObject { ["chat_id"] = 1, ["text"] = text, ["parse_mode"] = mode };
        return await FakeTelegramTests.Post(telegram, "sendMessage", body.ToJsonString());
    }
}
