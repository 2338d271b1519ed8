using System.Collections.Concurrent;
using Bot.Channels;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>The outbox hands out one recipient's messages in order, and writes down what became of each so that it fits its columns.</summary>
public sealed class OutboxQueueTests
{
    private static readonly OutboxKind[] Kinds = [OutboxKind.Answer, OutboxKind.Notice];
    private readonly TestClock clock = new(Mail.Start);

    [Fact]
    public async Task One_recipient_waits_for_the_earlier_message_even_when_it_must_be_tried_again_later()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await store.Save(Mail.Out("A", 1));
        await store.Save(Mail.Out("A", 2));
        await store.Save(Mail.Out("B", 3));

        Assert.Equal(["event:1", "event:3", ""], [await Take(store), await Take(store), await Take(store)]);
        await Settle(store, "event:1", new Delivery.Later(TimeSpan.FromSeconds(30), false, "busy"));
        Assert.Empty(await Take(store));
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("event:1", await Take(store));
        await Settle(store, "event:1", new Delivery.Sent("5"));
        Assert.Equal("event:2", await Take(store));
    }

    [Fact]
    public async Task A_closed_channel_holds_up_nobody_else()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await store.Save(Mail.Out("A", 1, channel: "web"));
        await store.Save(Mail.Out("B", 2));

        Assert.Equal("event:2", await Take(store));
    }

    [Fact]
    public async Task What_could_not_be_sent_within_a_day_is_given_up()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await store.Save(Mail.Out("A", 1));
        await Take(store);
        clock.Advance(OutboxQueue.Stale + TimeSpan.FromMinutes(1));

        await Settle(store, "event:1", new Delivery.Later(TimeSpan.FromSeconds(5), true, "no connection"));

        Assert.Equal(OutboxState.Refused, (await Row(store, "event:1")).State);
    }

    [Fact]
    public Task Long_words_of_a_channel_fit_on_SQLite() => LongWordsFit(onPostgres: false);

    [PostgresFact]
    public Task Long_words_of_a_channel_fit_on_PostgreSQL() => LongWordsFit(onPostgres: true);

    [Fact]
    public Task Many_workers_share_the_messages_on_SQLite() => ShareTheMessages(onPostgres: false, people: 6, each: 5);

    [PostgresFact]
    public Task Many_workers_share_the_messages_on_PostgreSQL() => ShareTheMessages(onPostgres: true, people: 20, each: 15);

    /// <summary>A story in fifty parts has fifty numbers, and a provider may explain itself at length: neither may look like a crash.</summary>
    private async Task LongWordsFit(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        await store.Save(Mail.Out("A", 1));
        await store.Save(Mail.Out("B", 2, card: "case-1"));
        await store.Save(Mail.Out("C", 3));
        var numbers = string.Join(',', Enumerable.Range(1_000_000, 50));
        Assert.Equal(["event:1", "event:2", "event:3"], [await Take(store), await Take(store), await Take(store)]);

        await Settle(store, "event:1", new Delivery.Sent(numbers));
        await Settle(store, "event:2", new Delivery.Sent(numbers));
        await Settle(store, "event:3", new Delivery.Refused(new string('x', 500)));

        Assert.Equal((OutboxState.Sent, null), ((await Row(store, "event:1")).State, (await Row(store, "event:1")).ExternalId));
        Assert.Equal((OutboxState.Sent, null), ((await Row(store, "event:2")).State, (await Row(store, "event:2")).ExternalId));
        Assert.Equal(200, (await Row(store, "event:3")).Reason!.Length);
    }

    private async Task ShareTheMessages(bool onPostgres, int people, int each)
    {
        await using var store = await Store.Empty(onPostgres);
        await store.Save([.. Enumerable.Range(0, each * people).Select(number => (object)Mail.Out($"P{number % people}", number))]);
        ConcurrentQueue<int> taken = new();
        async Task Work()
        {
            while (await Take(store) is { Length: > 0 } name)
            {
                taken.Enqueue(int.Parse(name[6..], System.Globalization.CultureInfo.InvariantCulture));
                await Settle(store, name, new Delivery.Sent("1"));
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Work)));
        await Work();    // a worker leaves when everybody left has a message on its way

        Assert.Equal(people * each, taken.Distinct().Count());
        Assert.Equal(people * each, taken.Count);
        foreach (var person in taken.GroupBy(number => number % people))
            Assert.Equal(person.Order(), person);
    }

    /// <summary>Its name, or nothing.</summary>
    private Task<string> Take(Store store) => store.In(async db => (await new OutboxQueue(db, clock).Take("telegram", Kinds, [], 1, default)).SingleOrDefault()?.Event ?? "");

    private static Task<OutboxMessage> Row(Store store, string name) => store.In(db => db.Outbox.SingleAsync(message => message.Event == name));

    private Task<bool> Settle(Store store, string name, Delivery delivery) => store.In(async db =>
    {
        var position = (await db.Outbox.SingleAsync(message => message.Event == name)).Position;
        await new OutboxQueue(db, clock).Settle(new Dictionary<long, Delivery> { [position] = delivery }, default);
        return true;
    });
}
