using System.Text;
using System.Text.Json.Nodes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>The made-up Telegram is as strict as the real one: a test that passes against it means something.</summary>
public sealed class FakeTelegramTests
{
    [Theory]
    [InlineData("sendMessage", """{"chat_id":1,"text":"hi"}""", 200, "")]
    [InlineData("SENDMESSAGE", """{"chat_id":"1","text":"hi"}""", 200, "")]
    [InlineData("sendMessage", """{"chat_id":1}""", 400, "parameter \"text\" is required")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"hi","colour":"red"}""", 400, "unknown parameter \"colour\"")]
    [InlineData("sendMessage", """{"chat_id":1,"text":5}""", 400, "\"text\" must be of type String")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"hi","disable_notification":"yes"}""", 400, "must be of type Boolean")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"hi","link_preview_options":{"disabled":true}}""", 400, "unknown field")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"hi","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""", 400, "Text buttons")]
    [InlineData("sendMessage", """{"chat_id":2,"text":"hi"}""", 400, "chat not found")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"  "}""", 400, "message text is empty")]
    [InlineData("sendMessage", "{", 400, "can't parse JSON")]
    [InlineData("getFile", """{"file_id":"x"}""", 400, "wrong file_id")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Help","description":"x"}]}""", 400, "BOT_COMMAND_INVALID")]
    [InlineData("setWebhook", """{"url":"http://bot.example.kz/"}""", 400, "An HTTPS URL must be provided")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"5"}""", 400, "query is too old")]
    [InlineData("sendNothing", "{}", 404, "method not found")]
    public async Task A_request_is_answered_as_the_real_one_would(string method, string body, int status, string words)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        var (code, answer) = await Post(telegram, method, body);
        Assert.Equal(status, code);
        Assert.Contains(words, answer["description"]?.GetValue<string>() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, 1, 200)]
    [InlineData(33, 1, 400)]
    [InlineData(1, 100, 200)]
    [InlineData(1, 101, 400)]
    public async Task Buttons_hold_64_bytes_and_number_100(int kazakhLetters, int buttons, int status)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        var keys = Enumerable.Repeat($$"""[{"text":"x","callback_data":"{{new string('ә', kazakhLetters)}}"}]""", buttons);
        var (code, _) = await Post(telegram, "sendMessage",
            $$$"""{"chat_id":1,"text":"hi","reply_markup":{"inline_keyboard":[{{{string.Join(',', keys)}}}]}}""");
        Assert.Equal(status, code);
    }

    [Theory]
    [InlineData(4096, 200)]
    [InlineData(4097, 400)]
    public async Task A_text_holds_4096_characters(int length, int status)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        Assert.Equal(status, (await Post(telegram, "sendMessage", $$"""{"chat_id":1,"text":"{{new string('ә', length)}}"}""")).Code);
    }

    internal static async Task<(int Code, JsonNode Answer)> Post(FakeTelegram telegram, string method, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"{telegram.Url}/bot{telegram.Token}/{method}"), content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
