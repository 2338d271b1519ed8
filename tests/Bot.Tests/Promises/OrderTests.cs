using System.Text.Json;
using Bot.Channels;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>Updates that come late, in another order, under other numbers or in a heap.</summary>
public sealed class OrderTests
{
    [Fact, Trait("Catalogue", "P2")]
    public async Task Words_that_come_in_another_order_are_all_kept_in_the_order_in_which_they_came()
    {
        await using var house = await TelegramHouse.Open();
        foreach (var words in new[] { "the roof leaks", "the paint peels", "the coal is wet", "the bread is old" })
            house.Telegram.Say(TelegramHouse.Aigul, words);
        var updates = await house.Updates();
        foreach (var place in new[] { 2, 0, 3, 1, 2, 0 })
            await house.Bring(updates[place]);
        await house.Settle();
        await house.Press(TelegramHouse.Aigul, "Done");
        house.Clock.Advance(Draft.Patience);
        await house.The<Waking>().WakeDue(default);
        await house.Settle();

        var text = house.The<Seal>().Open(Assert.Single(await house.Look(db => db.Tips.ToListAsync())).Text);
        Assert.Equal("the coal is wet\nthe roof leaks\nthe bread is old\nthe paint peels", text);
    }

    [Fact, Trait("Catalogue", "P3")]
    public async Task A_press_that_overtakes_the_words_before_it_is_obeyed_and_the_words_are_asked_about()
    {
        await using var house = await TelegramHouse.Open();
        await house.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        house.Telegram.Say(TelegramHouse.Aigul, "and the roof leaks");
        var (message, data) = house.Button(TelegramHouse.Aigul, "Done");
        house.Telegram.Press(TelegramHouse.Aigul, message, data);
        foreach (var update in (await house.Updates()).Reverse())
            await house.Bring(update);
        await house.Settle();
        Assert.Equal(1, await house.Look(db => db.Tips.CountAsync()));

        await house.Press(TelegramHouse.Aigul, "More about it");
        var more = Assert.Single(await house.Look(db => db.TipEntries.ToListAsync()));
        Assert.Equal("and the roof leaks", house.The<Seal>().Open(more.Text));
    }

    [Fact, Trait("Catalogue", "P3")]
    public async Task A_press_that_comes_before_Telegram_has_told_that_its_message_was_taken_counts()
    {
        await using var house = await TelegramHouse.Open();
        var told = new TaskCompletionSource();
        house.Telegram.FailNext("sendMessage", Fault.Late(told.Task));
        house.Telegram.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        await house.Bring(Assert.Single(await house.Updates()));
        Assert.True(await house.The<Answering>().AnswerNext(default));
        var sending = house.The<Outbox>().SendNext(default);
        await house.Telegram.WaitForMessages(TelegramHouse.Aigul);

        var (message, data) = house.Button(TelegramHouse.Aigul, "Done");
        house.Telegram.Press(TelegramHouse.Aigul, message, data);
        await house.Bring(Assert.Single(await house.Updates()));
        Assert.True(await house.The<Answering>().AnswerNext(default));
        told.SetResult();
        Assert.True(await sending);
        await house.Settle();

        Assert.Equal(1, await house.Look(db => db.Tips.CountAsync()));
        Assert.Contains("Your number", string.Concat(house.Telegram.Messages(TelegramHouse.Aigul).Select(said => said.Text)), StringComparison.Ordinal);
    }

    [Fact, Trait("Catalogue", "P4")]
    public async Task Numbers_that_go_on_below_the_old_ones_after_a_week_lose_nothing_and_repeat_nothing()
    {
        await using var house = await TelegramHouse.Open();
        await house.Say(TelegramHouse.Aigul, "/help");
        house.Telegram.JumpTo(17);
        await house.Say(TelegramHouse.Aigul, "/mine");
        house.Telegram.JumpTo(2_000_000_000);
        await house.Say(TelegramHouse.Aigul, "/privacy");

        Assert.Equal([700_000_001, 17, 2_000_000_000], (await house.Look(db => db.Inbox.OrderBy(e => e.Position).Select(e => e.ExternalId).ToListAsync()))
            .Select(id => int.Parse(id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(3, house.Telegram.Messages(TelegramHouse.Aigul).Count);
    }

    /// <summary>A day of a country is a hundred thousand: BOT_TEST_BACKLOG=100000. A fifth of it by default, for the sake of everybody's time.</summary>
    private static readonly int Backlog = int.TryParse(Environment.GetEnvironmentVariable("BOT_TEST_BACKLOG"), out var given) ? given : 20_000;

    [Fact, Trait("Catalogue", "P5")]
    public async Task A_backlog_of_a_day_is_taken_in_whole_and_each_persons_words_stay_in_their_order()
    {
        const int People = 500;    // more than come in one reading: nobody's words are brought side by side
        await using var house = await TelegramHouse.Open();
        for (var number = 0; number < Backlog; number++)
            house.Telegram.Say(3000 + number % People, $"word {number / People}");
        while (await house.Updates() is { Count: > 0 } hundred)
            await Task.WhenAll(hundred.Select(update => Task.Run(() => house.Bring(update))));

        var lanes = (await house.Look(db => db.Inbox.AsNoTracking().OrderBy(e => e.Position).Select(e => new { e.Lane, e.Payload }).ToListAsync())).GroupBy(entry => entry.Lane).ToList();
        Assert.Equal(Backlog, lanes.Sum(lane => lane.Count()));
        Assert.Equal(People, lanes.Count);
        Assert.All(lanes, lane => Assert.Equal(
            Enumerable.Range(0, Backlog / People).Select(number => $"word {number}"),
            lane.Select(entry => JsonSerializer.Deserialize<IncomingMessage>(house.The<Seal>().OpenBytes(entry.Payload))!.Text)));
    }
}
