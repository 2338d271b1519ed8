using System.Text.Json.Nodes;
using Fakes;
using Fakes.Telegram;
using Xunit;
using static Bot.Tests.Channels.Telegram.FakeTelegramForumTests;

namespace Bot.Tests.Channels.Telegram;

/// <summary>What people send in the made-up Telegram arrives in the shapes of the real one; the bot's profile is kept by language.</summary>
public sealed class FakeTelegramPeopleTests
{
    [Fact]
    public async Task Everything_that_people_send_arrives_as_what_it_is()
    {
        await using var telegram = await FakeTelegram.Start();
        var aigul = new FakePerson(1, "Aigul");
        telegram.SendVoice(1, [1, 2]);
        telegram.SendVideo(1, [1, 2]);
        telegram.SendSticker(1, "👍", aigul);
        telegram.SendLocation(1, 51.1, 71.4, aigul);
        telegram.SendContact(1, "+77010000000", "Aigul", owner: 1, aigul);
        telegram.Edit(1, telegram.Say(1, "words"), "other words");
        var messages = (await Updates(telegram)).Select(update => (update!["message"] ?? update["edited_message"])!.AsObject()).ToList();
        Assert.Equal(["voice", "video", "sticker", "location", "contact", "text", "text"], messages.Select(message => message.Last(
            field => field.Key is not "edit_date").Key));
        Assert.Equal("other words", messages[^1]["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_album_arrives_part_by_part()
    {
        var clock = new PushedClock();
        await using var telegram = await FakeTelegram.Start(clock);
        var sending = telegram.SendAlbum(1, [[1, 2], [3, 4], [5, 6]], "the yard", TimeSpan.FromMilliseconds(300));
        for (var parts = 1; parts <= 3; parts++)
        {
            Assert.Equal(parts, telegram.Unacknowledged);
            if (parts == 3)
                break;
            await clock.SomebodyWaits(TimeSpan.FromMilliseconds(300));
            clock.Push(TimeSpan.FromMilliseconds(300));
            await telegram.WaitFor(fake => fake.Unacknowledged == parts + 1);
        }

        var album = await sending;
        Assert.All(telegram.Everything(1), part => Assert.Equal(album, part.Album));
        Assert.Equal(["the yard", "", ""], telegram.Everything(1).Select(part => part.Text));
    }

    [Theory]
    [InlineData("lot_64567-A", true)]
    [InlineData("64", true)]
    [InlineData("65", false)]
    [InlineData("", false)]
    [InlineData("мектеп", false)]
    [InlineData("a b", false)]
    public async Task A_link_carries_1_to_64_plain_characters(string payload, bool opens)
    {
        await using var telegram = await FakeTelegram.Start();
        var given = int.TryParse(payload, out var length) ? new string('a', length) : payload;
        if (opens)
            telegram.Start(1, given);
        else
            Assert.Throws<ArgumentException>(() => telegram.Start(1, given));
        Assert.Equal(opens ? [$"/start {given}"] : [], telegram.Everything(1).Select(message => message.Text));
    }

    [Fact]
    public async Task A_reaction_comes_only_to_a_bot_that_asked_for_it()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.React(-5, 1, "👍");
        Assert.Empty(await Updates(telegram));
        await FakeTelegramTests.Post(telegram, "getUpdates", """{"allowed_updates":["message_reaction"]}""");
        telegram.React(-5, 1, "👍");
        telegram.React(-5, 1, null);
        Assert.Equal(["👍", ""], (await Updates(telegram)).Select(update =>
            update!["message_reaction"]!["new_reaction"]!.AsArray().SingleOrDefault()?["emoji"]?.ToString() ?? ""));
    }

    [Theory]
    [InlineData("Name", "name", 64)]
    [InlineData("Description", "description", 512)]
    [InlineData("ShortDescription", "short_description", 120)]
    public async Task The_profile_has_a_length_and_a_language(string method, string field, int longest)
    {
        await using var telegram = await FakeTelegram.Start();
        await Ok(telegram, $"setMy{method}", $$"""{"{{field}}":"{{new string('ә', longest)}}","language_code":"kk"}""");
        await Ok(telegram, $"setMy{method}", $$"""{"{{field}}":"other"}""");
        await No(telegram, $"setMy{method}", $$"""{"{{field}}":"{{new string('ә', longest + 1)}}"}""");
        await No(telegram, $"setMy{method}", $$"""{"{{field}}":"x","language_code":"kaz"}""");
        Assert.Equal(longest, (await Ok(telegram, $"getMy{method}", """{"language_code":"kk"}"""))[field]!.GetValue<string>().Length);
        Assert.Equal("other", (await Ok(telegram, $"getMy{method}", """{"language_code":"ru"}"""))[field]!.GetValue<string>());
        Assert.Equal("other", telegram.Profile(field));
    }

    [Fact]
    public async Task Commands_have_a_language_and_a_scope()
    {
        await using var telegram = await FakeTelegram.Start();
        await Ok(telegram, "setMyCommands", """{"commands":[{"command":"help","description":"Көмек"}],"language_code":"kk"}""");
        await Ok(telegram, "setMyCommands", """{"commands":[{"command":"card","description":"Card"}],"scope":{"type":"all_group_chats"}}""");
        Assert.Equal("help", Assert.Single((await Ok(telegram, "getMyCommands", """{"language_code":"kk"}""")).AsArray())!["command"]!.GetValue<string>());
        Assert.Empty((await Ok(telegram, "getMyCommands", "{}")).AsArray());
        Assert.Single((await Ok(telegram, "getMyCommands", """{"scope":{"type":"all_group_chats"}}""")).AsArray());
    }

    [Fact]
    public async Task An_action_is_one_that_people_can_see()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        await Ok(telegram, "sendChatAction", """{"chat_id":1,"action":"typing"}""");
        await No(telegram, "sendChatAction", """{"chat_id":1,"action":"sleeping"}""");
    }

    [Fact]
    public async Task An_answer_names_a_message_that_is_there()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Say(1, "question");
        await Ok(telegram, "sendMessage", """{"chat_id":1,"text":"answer","reply_parameters":{"message_id":1}}""");
        Assert.Contains("to be replied not found",
            await No(telegram, "sendMessage", """{"chat_id":1,"text":"answer","reply_parameters":{"message_id":9}}"""), StringComparison.Ordinal);
    }

    private static async Task<JsonArray> Updates(FakeTelegram telegram) =>
        (await FakeTelegramTests.Post(telegram, "getUpdates", "{}")).Answer["result"]!.AsArray();
}
