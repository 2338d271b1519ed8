using System.Net;
using System.Net.Http.Json;
using System.Text;
using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class LetterTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;
    private ScriptedBot bot = null!;
    private Visitor visitor = null!;

    public async Task InitializeAsync()
    {
        bot = await ScriptedBot.Start(("Web:FileMegabytes", "1"), ("Web:MessageMegabytes", "2"), ("Web:Files", "3"));
        visitor = await Visitor.Of(bot);
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await bot.DisposeAsync();
    }

    [Theory]
    [InlineData("x"), InlineData("қ"), InlineData("\u0001"), InlineData("<b>\u202Eabc\u200B</b>")]
    public async Task A_hundred_kilobytes_of_anything_are_taken_whole(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100 * 1024 / piece.Length));

        Assert.Equal(HttpStatusCode.Accepted, (await visitor.Say(text)).StatusCode);
        Assert.Equal(text, bot.Received.Single().Text);
    }

    [Fact]
    public async Task More_is_declined_with_a_sentence()
    {
        foreach (var length in (int[])[100 * 1024 + 1, 5 * Megabyte])
        {
            var answer = await visitor.Say(new string('x', length));

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("102400", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task Broken_characters_are_replaced_and_the_rest_is_kept()
    {
        byte[] json = [.. "{\"id\":\"message-0001\",\"text\":\"Асхана "u8, 0xFF, 0xC3, .. " №12\"}"u8];

        Assert.Equal(HttpStatusCode.Accepted, (await visitor.SayBytes(json)).StatusCode);
        Assert.Equal("Асхана \uFFFD\uFFFD №12", bot.Received.Single().Text);
    }

    [Theory]
    [InlineData(""), InlineData("null"), InlineData("{"), InlineData("[]"), InlineData("7"), InlineData("{\"id\":\"message-0001\"}")]
    [InlineData("{\"id\":\"message-0001\",\"text\":\"  \\n \"}"), InlineData("{\"text\":\"no id\"}")]
    [InlineData("{\"id\":\"../../etc\",\"text\":\"x\"}")]
    [InlineData("{\"id\":\"message-0001\",\"text\":5}"), InlineData("{\"id\":\"message-0001\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"message-0001\",\"press\":\"қ\"}")]
    [InlineData("{\"id\":\"message-0001\",\"press\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}")]
    public async Task What_cannot_be_read_is_declined_with_a_sentence(string json)
    {
        var answer = await visitor.SayBytes(Encoding.UTF8.GetBytes(json));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task A_press_brings_its_token_back()
    {
        await visitor.Http.PostAsJsonAsync("/say", new { id = "message-0001", text = "", press = "done:1" });

        Assert.Equal(("done:1", ""), (bot.Received.Single().Press, bot.Received.Single().Text));
    }

    [Fact]
    public async Task Files_arrive_with_their_bytes_and_with_safe_names()
    {
        using var form = Form("Чек", ("..\\..\\қоңырау/чек №1.jpg", [1, 2, 3]), ("folder/", [4]));
        Assert.Equal(HttpStatusCode.Accepted, (await visitor.Http.PostAsync("/say", form)).StatusCode);

        var message = bot.Received.Single();
        Assert.Equal("Чек", message.Text);
        Assert.Equal(["чек №1.jpg", "file"], message.Files.Select(file => file.Name));
        Assert.Equal(("image/jpeg", 3L, null), (message.Files[0].ContentType, message.Files[0].Size, message.Files[0].Reference));
        Assert.Equal([1, 2, 3], message.Files[0].Content!);
    }

    [Fact]
    public async Task Files_written_into_JSON_are_not_believed()
    {
        var files = """[{"name":"a","contentType":"b","size":1,"reference":"c"}]""";
        await visitor.SayBytes(Encoding.UTF8.GetBytes($$"""{"id":"message-0001","text":"x","files":{{files}}}"""));

        Assert.Empty(bot.Received.Single().Files);
    }

    [Fact]
    public async Task Files_beyond_a_limit_are_declined_with_a_sentence()
    {
        using var tooBig = Form("x", ("a.bin", new byte[Megabyte + 1]));
        using var tooMany = Form("x", ("a", [1]), ("b", [1]), ("c", [1]), ("d", [1]));
        using var tooMuch = Form("x", ("a", new byte[Megabyte]), ("b", new byte[Megabyte]), ("c", new byte[Megabyte]));
        foreach (var form in (MultipartFormDataContent[])[tooBig, tooMany, tooMuch])
        {
            var answer = await visitor.Http.PostAsync("/say", form);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("файл", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(bot.Received);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "no boundary in sight"), InlineData("multipart/form-data; boundary=x", "--x\r\n\r\ncut")]
    [InlineData("multipart/form-data", "text"), InlineData("multipart/form-data; boundary=x", "--x\r\nX: 1\r\n\r\nbody\r\n--x--")]
    public async Task A_broken_form_is_declined_with_a_sentence(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Http.PostAsync("/say", content)).StatusCode);
    }

    private static MultipartFormDataContent Form(string text, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent("message-0001"), "id" }, { new StringContent(text), "text" } };
        form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;    // as browsers write names
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new("image/jpeg");
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
            form.Add(part);
        }

        return form;
    }
}
