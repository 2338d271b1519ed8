using System.Text;
using Bot.Channels;
using Bot.Channels.Telegram;
using Fakes;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>What the outbox hears about every way in which a call can go wrong.</summary>
public sealed class DeliveryTests
{
    public static TheoryData<string, Fault, string> Table => new()
    {
        { "flood", Fault.TooManyRequests(37), "later 37 s, all pause" },
        { "flood for an hour", Fault.TooManyRequests(3600), "later 3600 s, all pause" },
        { "blocked", Fault.Refused(403, "Forbidden: bot was blocked by the user"), "refused, gone" },
        { "deactivated", Fault.Refused(403, "Forbidden: user is deactivated"), "refused, gone" },
        { "no such chat", Fault.Refused(400, "Bad Request: chat not found"), "refused" },
        { "bad button", Fault.Refused(400, "Bad Request: BUTTON_DATA_INVALID"), "refused" },
        { "token revoked", Fault.Refused(401, "Unauthorized"), "later 300 s, all pause" },
        { "restart", Fault.Refused(500, "Internal Server Error: restart"), "later 5 s, all pause" },
        { "bad gateway", Fault.Gateway(502), "later 5 s, all pause" },
        { "gateway waited in vain", Fault.Gateway(504), "unknown" },
        { "a page in between", Fault.Gateway(302), "later 5 s, all pause" },
        { "reset before it was carried out", Fault.Reset(carriedOut: false), "unknown" },
        { "reset after it was carried out", Fault.Reset(carriedOut: true), "unknown" },
        { "torn answer", Fault.Torn(), "unknown" },
        { "rubbish instead of an answer", Fault.Rubbish("oops"u8.ToArray()), "unknown" },
        { "an answer without a number", Fault.Rubbish(Encoding.UTF8.GetBytes("""{"ok":true,"result":{}}""")), "unknown" },
    };

    [Theory, Trait("Catalogue", "F6")]
    [MemberData(nameof(Table))]
    public async Task Every_fault_has_its_delivery(string name, Fault fault, string expected)
    {
        Assert.NotEmpty(name);
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(1001);
        stage.Telegram.FailNext("sendMessage", fault);

        Assert.Equal(expected, Show(await stage.Send("1001", "hello")));
    }

    [Fact, Trait("Catalogue", "F2")]
    public async Task Silence_is_unknown_not_failed_even_if_the_message_arrived()
    {
        var clock = new PushedClock();
        await using var stage = await TelegramStage.Set(clock, listens: false);
        stage.Telegram.Open(1001);
        stage.Telegram.FailNext("sendMessage", Fault.Silence(carriedOut: true));

        var sending = stage.Send("1001", "hello");
        await stage.Telegram.WaitForMessages(1001);
        clock.Push(TelegramClient.Patience);

        Assert.Equal("unknown", Show(await sending));
    }

    [Fact]
    public async Task Without_a_connection_it_is_certainly_not_delivered()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        await stage.Telegram.DisposeAsync();

        Assert.Equal("later 5 s, all pause", Show(await stage.Send("1001", "hello")));
    }

    [Fact, Trait("Catalogue", "F6")]
    public async Task An_edit_may_be_repeated_so_its_silence_is_no_riddle()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(-500);
        await stage.Send("-500", "New tip");
        stage.Telegram.FailNext("editMessageText", Fault.Torn());

        Assert.Equal("later 5 s", Show(await stage.Edit("-500", "Claimed", "1")));
        Assert.Equal(new Delivery.Sent("1"), await stage.Edit("-500", "Claimed", "1"));
        Assert.Equal("Claimed", Assert.Single(stage.Telegram.Messages(-500)).Text);
    }

    [Fact, Trait("Catalogue", "F8")]
    public async Task A_person_who_blocked_the_bot_is_gone()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Block(1001);
        Assert.Equal("refused, gone", Show(await stage.Send("1001", "hello")));
    }

    [Fact]
    public async Task An_empty_text_is_refused_without_asking()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        Assert.Equal("refused", Show(await stage.Send("1001", " \n ")));
        Assert.Empty(stage.Telegram.Calls);
    }

    [Fact]
    public async Task Half_a_character_does_not_stop_a_message()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(1001);
        Assert.IsType<Delivery.Sent>(await stage.Send("1001", "half \ud83d and on"));
    }

    private static string Show(Delivery delivery) => delivery switch
    {
        Delivery.Later later => $"later {later.After.TotalSeconds:0} s{(later.PauseAll ? ", all pause" : "")}",
        Delivery.Refused refused => refused.Gone ? "refused, gone" : "refused",
        Delivery.Unknown => "unknown",
        _ => delivery.ToString(),
    };
}
