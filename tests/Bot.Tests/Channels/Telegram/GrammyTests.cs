using System.Diagnostics;
using System.Text.Json.Nodes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A client that somebody else wrote takes the fake for the real Bot API.</summary>
public sealed class GrammyTests
{
    [RefereeFact("grammy")]
    public async Task Grammy_holds_a_conversation_with_the_fake()
    {
        await using var telegram = await FakeTelegram.Start();
        using var grammy = Start(telegram);
        try
        {
            await Talk(telegram, grammy);
        }
        finally
        {
            grammy.Kill();
        }
    }

    private static async Task Talk(FakeTelegram telegram, Process grammy)
    {
        var output = grammy.StandardOutput.ReadToEndAsync();
        var errors = grammy.StandardError.ReadToEndAsync();
        telegram.Say(1001, "/start", new FakePerson(1001, "Aigul", "kk"));
        var card = (await telegram.WaitForMessages(1001))[0];
        Assert.Equal(["First", "Second"], card.Buttons.Select(button => button.Text));
        var press = telegram.Press(1001, card.MessageId, "two");
        await telegram.WaitFor(fake => fake.IsConfirmed(press) && fake.Messages(1001)[0].Text == "You chose two");
        var said = telegram.Say(1001, "hello");
        telegram.Edit(1001, said, "hello again");
        telegram.SendPhoto(1001, new byte[5000], "the roof");
        await telegram.WaitForMessages(1001, 2);
        telegram.Say(1001, "long");
        telegram.Block(1001);
        telegram.Block(1001, blocked: false);
        telegram.Say(1001, "end");
        await grammy.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("", await errors);
        var seen = JsonNode.Parse(await output)!;
        Assert.Equal(telegram.BotUsername, seen["me"]!.GetValue<string>());
        Assert.Equal("""["two"]""", seen["presses"]!.ToJsonString());
        Assert.Equal("""["hello"]""", seen["messages"]!.ToJsonString());
        Assert.Equal("""["hello again"]""", seen["edited"]!.ToJsonString());
        Assert.Equal("""["kicked","member"]""", seen["left"]!.ToJsonString());
        Assert.Equal("""[{"caption":"the roof","bytes":5000}]""", seen["files"]!.ToJsonString());
        Assert.Equal("""["400 Bad Request: message is too long"]""", seen["errors"]!.ToJsonString());
        Assert.Equal(["You chose two", "Got it", "Bye"], telegram.Messages(1001).Select(message => message.Text));
        Assert.Equal(0, telegram.Unacknowledged);
    }

    private static Process Start(FakeTelegram telegram)
    {
        var start = new ProcessStartInfo(RefereeFactAttribute.Node!, "grammy.js")
        {
            WorkingDirectory = RefereeFactAttribute.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["API_URL"] = telegram.Url;
        start.Environment["TOKEN"] = telegram.Token;
        return Process.Start(start)!;
    }
}
