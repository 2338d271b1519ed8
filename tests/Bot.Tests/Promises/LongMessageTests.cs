using System.Text.Json;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Conversation;
using Bot.Storage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>What is too long for one message is several for Telegram, and for our gate: each part takes its turn, and none is repeated.</summary>
public sealed class LongMessageTests
{
    private static readonly string Three = string.Join("\n\n", Enumerable.Range(1, 3).Select(number => $"{number}" + new string('ә', 4000)));

    [Fact]
    public async Task A_person_gets_one_part_a_second_and_nobody_is_held_up_by_that()
    {
        await using var house = await TelegramHouse.Open(isPaced: true);
        house.Telegram.Open(1);
        house.Telegram.Open(2);
        await house.Write(1, Three);
        await house.Write(1, "after it");
        await house.Write(2, "to somebody else");
        for (var tick = 0; tick < 60; tick++, house.Clock.Advance(TimeSpan.FromMilliseconds(100)))
            await house.Send();

        var told = house.Telegram.Messages(1);
        Assert.Equal(["1", "2", "3", "a"], told.Select(message => message.Text[..1]));
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second.SentAt - pair.First.SentAt >= TimeSpan.FromSeconds(1)));
        Assert.Equal(told[0].SentAt, Assert.Single(house.Telegram.Messages(2)).SentAt);
        Assert.Equal([3, 1, 1], await house.Look(db => db.Outbox.OrderBy(row => row.Position).Select(row => row.Parts).ToListAsync()));
    }

    [Fact]
    public async Task A_story_of_fifty_parts_fills_a_group_no_faster_than_Telegram_takes_it()
    {
        const int All = 50, AMinute = 18;
        await using var house = await TelegramHouse.Open(isPaced: true);
        await WriteToGroup(house, string.Join("\n\n", Enumerable.Range(1, All).Select(number => $"{number:00}" + new string('а', 4000))));
        var counts = new List<int>();
        for (var minute = 0; minute < 3; minute++, house.Clock.Advance(TimeSpan.FromMinutes(1)))
        {
            await house.Send();
            counts.Add(house.Telegram.Messages(TelegramHouse.Desk).Count);
        }

        Assert.Equal([AMinute, 2 * AMinute, All], counts);
        Assert.Equal(Enumerable.Range(1, All).Select(number => $"{number:00}"), house.Telegram.Messages(TelegramHouse.Desk).Select(message => message.Text[..2]));
    }

    [Fact]
    public async Task After_a_pause_or_another_sender_the_next_part_follows_and_what_is_there_is_not_repeated()
    {
        await using var house = await TelegramHouse.Open();
        house.Telegram.Open(1);
        house.Telegram.FailNext("sendMessage", null, Fault.TooManyRequests(3));
        await house.Write(1, Three);
        await house.Send();
        Assert.Equal(["1"], house.Telegram.Messages(1).Select(message => message.Text[..1]));
        Assert.Equal((OutboxState.Pending, 1, "1"), await house.Look(db => db.Outbox.Select(row => new ValueTuple<OutboxState, int, string?>(row.State, row.Parts, row.ExternalId)).SingleAsync()));

        house.Clock.Advance(TimeSpan.FromSeconds(3));
        await house.Send();
        Assert.Equal(["1", "2", "3"], house.Telegram.Messages(1).Select(message => message.Text[..1]));
        Assert.Equal((OutboxState.Sent, 3, "1,2,3"), await house.Look(db => db.Outbox.Select(row => new ValueTuple<OutboxState, int, string?>(row.State, row.Parts, row.ExternalId)).SingleAsync()));
    }

    [Fact]
    public async Task A_node_that_takes_over_counts_every_part_that_left_within_the_minute()
    {
        await using var house = await TelegramHouse.Open();
        await WriteToGroup(house, Three);
        await house.Send();

        var lately = await house.Look(db => new OutboxQueue(db, house.Clock).Lately(TelegramChannel.ChannelName, Gate.Memory, default));
        Assert.Equal(3, lately.Count);
    }

    private static Task<int> WriteToGroup(TelegramHouse house, string text) => house.Look(async db =>
    {
        var seal = house.The<Seal>();
        db.Outbox.Add(new OutboxMessage
        {
            Channel = TelegramChannel.ChannelName,
            Lane = house.The<Groups>().LaneOf(TelegramChannel.ChannelName, $"{TelegramHouse.Desk}"),
            Recipient = seal.Close($"{TelegramHouse.Desk}"),
            Payload = seal.Close(JsonSerializer.SerializeToUtf8Bytes(new Reply(text, []))),
            Event = "long",
            Kind = OutboxKind.Answer,
            CreatedAt = house.Clock.GetUtcNow(),
            NotBefore = house.Clock.GetUtcNow(),
        });
        return await db.SaveChangesAsync();
    });
}
