using System.Diagnostics;
using System.Text.Json.Nodes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A second stranger's client takes the fake, with its limits, for the real Bot API: by polling and by webhook.</summary>
public sealed class NodeTelegramBotApiTests
{
    private const long Aigul = 1001;

    [RefereeFact("node-telegram-bot-api")]
    public Task It_holds_a_conversation_by_polling() => Converse("polling");

    [RefereeFact("node-telegram-bot-api")]
    public Task It_holds_a_conversation_by_webhook() => Converse("webhook");

    private static async Task Converse(string way)
    {
        await using var telegram = await FakeTelegram.Start(limits: Limits.Real);
        using var node = Start(telegram, way);
        var errors = node.StandardError.ReadToEndAsync();
        try
        {
            await Talk(telegram);
            await node.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Equal("", await errors);
            Compare(telegram, JsonNode.Parse(await node.StandardOutput.ReadToEndAsync())!);
        }
        catch (TimeoutException late)
        {
            node.Kill();
            throw new TimeoutException($"{late.Message} {await errors}", late);
        }
    }

    private static async Task Talk(FakeTelegram telegram)
    {
        telegram.Say(Aigul, "/start", new FakePerson(Aigul, "Aigul", "kk"));
        var card = (await telegram.WaitForMessages(Aigul))[0];
        Assert.Equal(("Which one?", true), (card.Text, card.IsProtected));
        Assert.Equal("bold", card.Json["caption_entities"]![0]!["type"]!.GetValue<string>());
        Assert.Equal(640, card.Json["photo"]![0]!["width"]!.GetValue<int>());
        var press = telegram.Press(Aigul, card.MessageId, "two");
        await telegram.WaitFor(fake => fake.IsConfirmed(press) && fake.Messages(Aigul)[0].Text == "You chose two");
        telegram.Edit(Aigul, telegram.Say(Aigul, "hello"), "hello again");
        telegram.SendPhoto(Aigul, new byte[5000], "the roof");
        telegram.Say(Aigul, "wrong");
        telegram.Say(Aigul, "album");
        await telegram.WaitForMessages(Aigul, 3);
        telegram.Say(Aigul, "fast");
        await telegram.WaitForMessages(Aigul, 8);
        telegram.Say(Aigul, "end");
    }

    private static void Compare(FakeTelegram telegram, JsonNode seen)
    {
        Assert.Equal(telegram.BotUsername, seen["me"]!.GetValue<string>());
        Assert.Equal("""["two"]""", seen["presses"]!.ToJsonString());
        Assert.Equal("""["hello"]""", seen["texts"]!.ToJsonString());
        Assert.Equal("""["hello again"]""", seen["edited"]!.ToJsonString());
        Assert.Equal("[5000]", seen["files"]!.ToJsonString());
        Assert.Equal("400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"", seen["errors"]![0]!.GetValue<string>());
        var album = telegram.Messages(Aigul).Where(message => message.Album is not null).ToList();
        Assert.Equal(["Two", ""], album.Select(part => part.Text));
        Assert.Single(album.Select(part => part.Album).Distinct());
        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"Message {number}"), telegram.Messages(Aigul).Skip(3).Select(message => message.Text));
        Assert.Contains(telegram.Calls, call => call.Status == 429);    // it was too fast, was told so, and waited
        Assert.Equal(0, telegram.TooEarly);
        Assert.NotNull(telegram.Commands("kk"));
    }

    private static Process Start(FakeTelegram telegram, string way)
    {
        var start = new ProcessStartInfo(RefereeFactAttribute.Node!, "node-telegram-bot-api.js")
        {
            WorkingDirectory = RefereeFactAttribute.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["API_URL"], start.Environment["TOKEN"], start.Environment["WAY"]) = (telegram.Url, telegram.Token, way);
        return Process.Start(start)!;
    }
}
