using Fakes;
using Fakes.Telegram;
using Xunit;
using static Bot.Tests.Channels.Telegram.FakeTelegramForumTests;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Copies, forwarded messages, deletions and links to files in the made-up Telegram.</summary>
public sealed class FakeTelegramCopyTests
{
    [Fact]
    public async Task A_copy_tells_nothing_of_the_author_and_a_forwarded_message_tells_all()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(-5, "Desk");
        telegram.SendPhoto(1001, FakeTelegramFilesTests.Picture(9, 9), "the roof", from: new FakePerson(1001, "Aigul"));
        await Ok(telegram, "copyMessage", """{"chat_id":-5,"from_chat_id":1001,"message_id":1}""");
        await Ok(telegram, "forwardMessage", """{"chat_id":-5,"from_chat_id":1001,"message_id":1}""");
        var (copy, forwarded) = (telegram.Messages(-5)[0], telegram.Messages(-5)[1]);
        Assert.Equal(("the roof", false, true), (copy.Text, copy.IsForwarded, forwarded.IsForwarded));
        Assert.Equal(telegram.Everything(1001)[0].FileId, copy.FileId);
        Assert.DoesNotContain("Aigul", copy.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Aigul", forwarded.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(telegram.Calls, call => call.Method == "forwardMessage");
        await Ok(telegram, "sendMessage", """{"chat_id":1001,"text":"x","protect_content":true}""");
        Assert.Contains("can't be copied", await No(telegram, "copyMessage", """{"chat_id":-5,"from_chat_id":1001,"message_id":2}"""), StringComparison.Ordinal);
        Assert.Contains("to copy not found", await No(telegram, "copyMessage", """{"chat_id":-5,"from_chat_id":1001,"message_id":9}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(48, 200)]
    [InlineData(49, 400)]
    public async Task A_message_is_deleted_within_48_hours(int hours, int status)
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.Say(1, "a secret");
        telegram.Say(-5, "of others");
        clock.Push(TimeSpan.FromHours(hours));
        Assert.Equal(status, (await FakeTelegramTests.Post(telegram, "deleteMessage", """{"chat_id":1,"message_id":1}""")).Code);
        Assert.Equal(400, (await FakeTelegramTests.Post(telegram, "deleteMessage", """{"chat_id":-5,"message_id":1}""")).Code);
    }

    [Fact]
    public async Task A_link_to_a_file_lives_an_hour_and_is_given_again_on_asking()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        telegram.SendVideo(1, [1, 2, 3]);
        telegram.SendVideo(1, [1], size: 20 * 1024 * 1024 + 1);
        var ask = $$"""{"file_id":"{{telegram.Everything(1)[0].FileId}}"}""";
        Assert.Equal("Bad Request: file is too big", await No(telegram, "getFile", $$"""{"file_id":"{{telegram.Everything(1)[1].FileId}}"}"""));
        var path = (await Ok(telegram, "getFile", ask))["file_path"]!.GetValue<string>();
        clock.Push(TimeSpan.FromMinutes(59));
        Assert.Equal(200, await Fetch(telegram, path));
        clock.Push(TimeSpan.FromMinutes(1));
        Assert.Equal(404, await Fetch(telegram, path));
        await Ok(telegram, "getFile", ask);
        Assert.Equal(200, await Fetch(telegram, path));
    }

    private static async Task<int> Fetch(FakeTelegram telegram, string path)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{telegram.Url}/file/bot{telegram.Token}/{path}"));
        return (int)answer.StatusCode;
    }
}
