using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>What comes into the inbox stands there once, in the order in which it came, as if each had come alone.</summary>
public sealed class ReceivingTests
{
    [Theory, EachDatabase]
    public async Task The_same_message_stands_once_however_often_it_comes(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        await store.In(async db => { await db.Receive([Mail.In("A", 1), Mail.In("A", 1), Mail.In("B", 2)]); return 0; });
        await store.In(async db => { await db.Receive([Mail.In("B", 2), Mail.In("A", 3)]); return 0; });

        Assert.Equal(["A-1", "B-2", "A-3"], await store.In(db => db.Inbox.OrderBy(entry => entry.Position).Select(entry => entry.ExternalId).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_is_in_work_or_done_stays_so(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        await store.In(async db => { await db.Receive([Mail.In("A", 1)]); return 0; });
        await store.In(db => db.Inbox.ExecuteUpdateAsync(entry => entry.SetProperty(e => e.State, InboxState.Done)));
        await store.In(async db => { await db.Receive([Mail.In("A", 1)]); return 0; });

        Assert.Equal(InboxState.Done, (await store.In(db => db.Inbox.SingleAsync())).State);
    }

    [Theory, EachDatabase]
    public async Task Every_field_comes_back_as_it_was(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        var sent = Mail.In("A", 1);
        await store.In(async db => { await db.Receive([sent]); return 0; });
        var read = await store.In(db => db.Inbox.SingleAsync());

        Assert.Equal((sent.Channel, sent.ExternalId, sent.Lane, sent.State, sent.ReceivedAt, sent.NotBefore, sent.Attempts, sent.Holder),
            (read.Channel, read.ExternalId, read.Lane, read.State, read.ReceivedAt, read.NotBefore, read.Attempts, read.Holder));
        Assert.Equal(sent.Payload.Bytes, read.Payload.Bytes);
    }
}
