using System.Collections.Concurrent;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>The inbox hands out one person's entries in order, different people's side by side, and takes back what nobody finished.</summary>
public sealed class InboxQueueTests
{
    private readonly TestClock clock = new(Mail.Start);

    [Fact]
    public async Task One_person_waits_for_the_earlier_entry_and_another_does_not()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await store.Save(Mail.In("A", 1));
        await store.Save(Mail.In("A", 2));
        await store.Save(Mail.In("B", 1));

        Assert.Equal(["A-1", "B-1", ""], [await Take(store), await Take(store), await Take(store)]);
        await Finish(store, "A-1");
        Assert.Equal("A-2", await Take(store));
    }

    [Fact]
    public async Task A_hold_expires_and_who_has_lost_it_can_neither_finish_nor_return_the_entry()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await store.Save(Mail.In("A", 1));
        await using var slow = store.Open();
        var held = (await Queue(slow).Take(1, default)).Single();
        slow.Attach(held);
        var holder = held.Holder;

        clock.Advance(InboxQueue.Hold + TimeSpan.FromSeconds(1));
        Assert.Equal("A-1", await Take(store));
        held.State = InboxState.Done;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync());
        await Finish(store, "A-1");

        Assert.False(await store.In(db => Queue(db).Return(held.Position, holder, default)));
        Assert.Equal(InboxState.Done, (await Entry(store, "A-1")).State);
    }

    [Theory, EachDatabase]
    public async Task A_hold_that_is_in_use_is_prolonged_and_one_that_is_not_runs_out(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        await store.Save(Mail.In("A", 1), Mail.In("B", 1), Mail.In("C", 1));
        await using var services = new ServiceCollection().AddScoped(_ => store.Open()).BuildServiceProvider();
        using var holding = new Holding(services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<Holding>.Instance);
        Assert.Equal(["A-1", "B-1"], [await Take(store), await Take(store)]);
        using var mine = holding.Keep(await Entry(store, "A-1"));
        holding.Keep(await Entry(store, "B-1")).Dispose();    // its worker is done with it, or dead
        Assert.Equal(0, await holding.Renew(default));    // taken a moment ago

        for (var beat = 0; beat < 3; beat++)
        {
            clock.Advance(InboxQueue.Hold / 3);
            Assert.Equal(1, await holding.Renew(default));
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["B-1", "C-1", ""], [await Take(store), await Take(store), await Take(store)]);
    }

    [Fact]
    public async Task What_breaks_comes_back_at_growing_distances_and_at_last_is_set_aside()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await store.Save(Mail.In("A", 1));
        List<double> waits = [];
        for (var attempt = 1; attempt <= InboxQueue.MostAttempts; attempt++)
        {
            Assert.Equal("A-1", await Take(store));
            var held = await Entry(store, "A-1");
            Assert.Equal(attempt == 1, await store.In(db => Queue(db).Return(held.Position, held.Holder, default)));
            waits.Add(((await Entry(store, "A-1")).NotBefore - clock.GetUtcNow()).TotalSeconds);
            Assert.Empty(await Take(store));
            clock.Advance(TimeSpan.FromSeconds(waits[^1]));
        }

        Assert.Equal([5, 20, 80, 320, 1280, 5120], waits);
        Assert.Empty(await Take(store));
        Assert.Equal(InboxState.SetAside, (await Entry(store, "A-1")).State);
    }

    [Fact]
    public async Task While_one_entry_waits_for_its_next_try_the_same_person_is_heard()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await store.Save(Mail.In("A", 1));
        await store.Save(Mail.In("A", 2));
        await Take(store);
        var held = await Entry(store, "A-1");
        await store.In(db => Queue(db).Return(held.Position, held.Holder, default));

        Assert.Equal("A-2", await Take(store));
    }

    [Fact]
    public Task Many_workers_share_the_entries_on_SQLite() => ShareTheEntries(onPostgres: false, people: 6, each: 5);

    [PostgresFact]
    public Task Many_workers_share_the_entries_on_PostgreSQL() => ShareTheEntries(onPostgres: true, people: 20, each: 15);

    /// <summary>No entry is taken twice, and nobody's second one before their first one is done.</summary>
    private async Task ShareTheEntries(bool onPostgres, int people, int each)
    {
        await using var store = await Store.Empty(onPostgres);
        await store.Save(
            [.. Enumerable.Range(1, each).SelectMany(number => Enumerable.Range(1, people).Select(person => (object)Mail.In($"P{person}", number)))]);
        ConcurrentQueue<string> taken = new();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            while (await Take(store) is { Length: > 0 } id)
            {
                taken.Enqueue(id);
                await Finish(store, id);
            }
        })));

        var stranded = await store.In(db => db.Inbox.CountAsync(entry => entry.State != InboxState.Done));
        while (stranded-- > 0 && await Take(store) is { Length: > 0 } id)    // a worker leaves when everybody left has somebody's hold before them
        {
            taken.Enqueue(id);
            await Finish(store, id);
        }

        Assert.Equal(people * each, taken.Distinct().Count());
        Assert.Equal(people * each, taken.Count);
        foreach (var person in taken.GroupBy(id => id.Split('-')[0]))
            Assert.Equal(Enumerable.Range(1, each), person.Select(id => int.Parse(id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private InboxQueue Queue(BotDb db) => new(db, clock);

    /// <summary>Its name, or nothing.</summary>
    private Task<string> Take(Store store) => store.In(async db => (await Queue(db).Take(1, default)).SingleOrDefault()?.ExternalId ?? "");

    private static Task<InboxEntry> Entry(Store store, string id) => store.In(db => db.Inbox.SingleAsync(entry => entry.ExternalId == id));

    private static Task<int> Finish(Store store, string id) => store.In(async db =>
    {
        (await db.Inbox.SingleAsync(entry => entry.ExternalId == id)).State = InboxState.Done;
        return await db.SaveChangesAsync();
    });
}
