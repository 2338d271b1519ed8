using System.Text.Json.Nodes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Topics, groups that move, and being thrown out, in the made-up Telegram.</summary>
public sealed class FakeTelegramForumTests
{
    private const long Forum = -1009000000001, Group = -77;

    [Fact]
    public async Task A_topic_is_opened_written_to_closed_and_lost()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.OpenForum(Forum, "Desk");
        var created = await Ok(telegram, "createForumTopic", """{"chat_id":-1009000000001,"name":"Case 12"}""");
        var thread = created["message_thread_id"]!.GetValue<long>();
        var sent = await Ok(telegram, "sendMessage", Body(thread));
        Assert.Equal((thread, true), (sent["message_thread_id"]!.GetValue<long>(), sent["is_topic_message"]!.GetValue<bool>()));
        await Ok(telegram, "closeForumTopic", Body(thread, text: false));
        Assert.Equal([(thread, "Case 12", true)], telegram.Topics(Forum));
        await Ok(telegram, "sendMessage", Body(thread));    // who may manage topics may write to a closed one
        await Ok(telegram, "reopenForumTopic", Body(thread, text: false));
        telegram.LoseTopic(Forum, thread);
        Assert.Equal("Bad Request: message thread not found", await No(telegram, "sendMessage", Body(thread)));
        Assert.Equal("Bad Request: message thread not found", await No(telegram, "closeForumTopic", Body(thread, text: false)));
    }

    [Fact]
    public async Task General_is_received_as_topic_1_and_written_to_without_a_topic()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.OpenForum(Forum, "Desk");
        var thread = telegram.OpenTopic(Forum, "Case 13", new FakePerson(5, "Айгүл"));
        telegram.Say(Forum, "in general", new FakePerson(5, "Айгүл"));
        telegram.Say(Forum, "in the topic", new FakePerson(5, "Айгүл"), thread);
        var updates = (await FakeTelegramTests.Post(telegram, "getUpdates", "{}")).Answer["result"]!.AsArray();
        Assert.Equal(["1 ", $"{thread} true"], updates.Skip(1)
            .Select(update => $"{update!["message"]!["message_thread_id"]} {update["message"]!["is_topic_message"]}"));
        Assert.Equal("Bad Request: message thread not found", await No(telegram, "sendMessage", Body(1)));
        Assert.Null((await Ok(telegram, "sendMessage", """{"chat_id":-1009000000001,"text":"hi"}"""))["message_thread_id"]);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("Қ", 200)]
    [InlineData("128", 200)]
    [InlineData("129", 400)]
    public async Task A_topic_has_a_name_of_1_to_128_characters(string name, int status)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.OpenForum(Forum, "Desk");
        var given = int.TryParse(name, out var length) ? new string('ә', length) : name;
        Assert.Equal(status, (await FakeTelegramTests.Post(telegram, "createForumTopic", $$"""{"chat_id":{{Forum}},"name":"{{given}}"}""")).Code);
    }

    [Fact]
    public async Task Topics_need_a_forum_and_the_right_to_manage_them()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.OpenForum(Forum, "Desk", []);
        telegram.Open(-1009000000002);
        Assert.Contains("not enough rights", await No(telegram, "createForumTopic", """{"chat_id":-1009000000001,"name":"x"}"""), StringComparison.Ordinal);
        Assert.Contains("not a forum", await No(telegram, "createForumTopic", """{"chat_id":-1009000000002,"name":"x"}"""), StringComparison.Ordinal);
        Assert.Contains("thread not found", await No(telegram, "sendMessage", """{"chat_id":-1009000000002,"text":"x","message_thread_id":4}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_moved_tells_both_numbers_and_refuses_the_old_one()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(Group, "Desk");
        telegram.Migrate(Group, Forum);
        var updates = (await FakeTelegramTests.Post(telegram, "getUpdates", "{}")).Answer["result"]!.AsArray();
        Assert.Equal((Forum, Group), (updates[0]!["message"]!["migrate_to_chat_id"]!.GetValue<long>(), updates[1]!["message"]!["migrate_from_chat_id"]!.GetValue<long>()));
        Assert.Equal(("group", "supergroup"), (updates[0]!["message"]!["chat"]!["type"]!.GetValue<string>(), updates[1]!["message"]!["chat"]!["type"]!.GetValue<string>()));
        var (code, answer) = await FakeTelegramTests.Post(telegram, "sendMessage", """{"chat_id":-77,"text":"x"}""");
        Assert.Equal((400, Forum), (code, answer["parameters"]!["migrate_to_chat_id"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Who_is_gone_is_refused_with_403_and_the_reason_and_most_of_them_tell()
    {
        await using var telegram = await FakeTelegram.Start();
        foreach (var chat in new[] { 1, 2, Group, Forum })
            telegram.Open(chat);
        telegram.Block(1);
        telegram.Deactivate(2);
        telegram.Kick(Group);
        telegram.TakeOut(Forum);
        var said = new List<string>();
        foreach (var chat in new[] { 1, 2, Group, Forum })
            said.Add(await No(telegram, "sendMessage", $$"""{"chat_id":{{chat}},"text":"x"}""", 403));
        Assert.Equal(["Forbidden: bot was blocked by the user", "Forbidden: user is deactivated", "Forbidden: bot was kicked from the group chat",
            "Forbidden: bot is not a member of the supergroup chat"], said);
        telegram.TakeIn(Group);
        var updates = (await FakeTelegramTests.Post(telegram, "getUpdates", "{}")).Answer["result"]!.AsArray();
        Assert.Equal(["member kicked", "member kicked", "member left", "kicked member"], updates.Select(update => update!["my_chat_member"]!)
            .Select(change => $"{change["old_chat_member"]!["status"]} {change["new_chat_member"]!["status"]}"));
        await Ok(telegram, "sendMessage", """{"chat_id":-77,"text":"x"}""");
    }

    private static string Body(long thread, bool text = true) =>
        $$"""{"chat_id":{{Forum}},"message_thread_id":{{thread}}{{(text ? ",\"text\":\"hi\"" : "")}}}""";

    internal static async Task<JsonNode> Ok(FakeTelegram telegram, string method, string body)
    {
        var (code, answer) = await FakeTelegramTests.Post(telegram, method, body);
        Assert.Equal((200, null), (code, answer["description"]?.GetValue<string>()));
        return answer["result"]!;
    }

    internal static async Task<string> No(FakeTelegram telegram, string method, string body, int status = 400)
    {
        var (code, answer) = await FakeTelegramTests.Post(telegram, method, body);
        Assert.Equal(status, code);
        return answer["description"]!.GetValue<string>();
    }
}
