using Bot.Channels;
using Bot.Storage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>A provider that asks for a pause, answers slowly or breaks off: it is obeyed, and nobody else is held up.</summary>
public sealed class PatienceTests
{
    [Theory, Trait("Catalogue", "F3")]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(3600)]
    public async Task Nothing_leaves_before_the_time_that_Telegram_asked_for(int seconds)
    {
        await using var house = await TelegramHouse.Open();
        foreach (var person in new long[] { 1, 2, 3 })
            house.Telegram.Open(person);
        house.Telegram.FailNext("sendMessage", Fault.TooManyRequests(seconds));
        await house.Write(1, "an answer");
        await house.Write(2, "an alert", OutboxKind.Alert);
        await house.Send();
        await house.Write(3, "said meanwhile");

        house.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        await house.Send();
        Assert.Single(house.Telegram.Calls, call => call.Method == "sendMessage");

        house.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await house.Send();
        Assert.Equal(0, house.Telegram.TooEarly);
        Assert.Equal([429, 200, 200, 200], house.Telegram.Calls.Where(call => call.Method == "sendMessage").Select(call => call.Status));
        Assert.All(await house.Look(db => db.Outbox.ToListAsync()), row => Assert.Equal(OutboxState.Sent, row.State));
    }

    [Theory, Trait("Catalogue", "F5")]
    [InlineData(false)]    // a tenth of a second: its answer comes at last
    [InlineData(true)]     // twenty seconds: nobody waits so long
    public async Task Whom_a_slow_answer_does_not_concern_is_served_meanwhile(bool neverComes)
    {
        var answers = new TaskCompletionSource();
        await using var house = await TelegramHouse.Open();
        foreach (var person in new long[] { 1, 2, 3 })
            house.Telegram.Open(person);
        house.Telegram.FailNext("sendMessage", neverComes ? Fault.Silence(carriedOut: true) : Fault.Late(answers.Task));
        await house.Write(1, "slow");
        await house.Write(1, "the next to the same person");
        await house.Write(2, "to somebody else");
        await house.Write(3, "to a third", OutboxKind.Alert);

        var slow = house.The<Outbox>().SendNext(default);
        await house.Telegram.WaitForMessages(1);
        await house.Send();
        Assert.False(slow.IsCompleted);
        Assert.Equal((1, 1, 1), (house.Telegram.Messages(1).Count, house.Telegram.Messages(2).Count, house.Telegram.Messages(3).Count));

        if (neverComes)
            await house.Telegram.DisposeAsync();    // the line is cut rather than waiting here for twenty seconds
        answers.SetResult();
        await slow;
        var first = await house.Look(db => db.Outbox.OrderBy(row => row.Position).FirstAsync());
        Assert.Equal(neverComes ? OutboxState.Unknown : OutboxState.Sent, first.State);
    }

    [Fact, Trait("Catalogue", "F6")]
    public async Task An_answer_that_breaks_off_in_the_middle_is_not_sent_again_and_the_next_one_leaves()
    {
        await using var house = await TelegramHouse.Open();
        house.Telegram.Open(1);
        house.Telegram.FailNext("sendMessage", Fault.Torn());
        await house.Write(1, "first");
        await house.Write(1, "second");
        await house.Send();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Send();

        Assert.Equal(["first", "second"], house.Telegram.Messages(1).Select(message => message.Text));
        Assert.Equal([OutboxState.Unknown, OutboxState.Sent], await house.Look(db => db.Outbox.OrderBy(row => row.Position).Select(row => row.State).ToListAsync()));
    }

    [Fact, Trait("Catalogue", "F7")]
    public async Task A_revoked_token_keeps_what_is_to_be_said_until_there_is_another()
    {
        await using var house = await TelegramHouse.Open();
        house.Telegram.Open(1);
        house.Telegram.FailNext("sendMessage", Fault.Refused(401, "Unauthorized"));
        await house.Write(1, "kept");
        await house.Send();
        house.Clock.Advance(TimeSpan.FromMinutes(4));
        await house.Send();
        Assert.Single(house.Telegram.Calls, call => call.Method == "sendMessage");    // nobody hammers with a token that is refused

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Send();
        Assert.Equal("kept", house.Last(1));
    }
}
