using System.Diagnostics;
using Bot.Channels;
using Bot.Conversation;
using Bot.Storage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace Bot.Tests.Durability;

/// <summary>A node on PostgreSQL is killed with a message in its hands and another on its way; the next one goes on, without waiting for long.</summary>
[Collection(Processes.Name)]
[Trait("Catalogue", "F1")]
public sealed class KilledNodeTests(ITestOutputHelper log)
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(15), Look = TimeSpan.FromSeconds(1);

    /// <summary>What a dead node holds runs out by itself: so long after its last sign of life, plus the look of the one who finds it.</summary>
    [Fact]
    public void No_hold_outlives_its_node_by_more_than_was_promised() =>
        Assert.All([InboxQueue.Hold, SendingClaim.Life], hold => Assert.True(hold + Look < Promise));

    [PostgresFact]
    public async Task What_a_killed_node_had_in_its_hands_is_answered_by_the_next_one()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(Townsfolk.Group, "Coordinators");
        await using var home = await Home.MakeOnPostgres(
            $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiUrl={telegram.Url}", $"--Telegram:CoordinatorsChat={Townsfolk.Group}");
        await home.StartReady();
        telegram.FailNext("getFile", Fault.Silence(carriedOut: false));
        telegram.SendDocument(Townsfolk.Author, "roof.jpg", "image/jpeg", Pictures.Jpeg, "the roof leaks");
        await Wait.Until(() => home.Look((db, _) => db.Inbox.AnyAsync(entry => entry.State == InboxState.Held)), "a message in its hands");
        telegram.FailNext("sendMessage", Fault.Silence(carriedOut: false));
        telegram.Say(1002, "/help");
        await Wait.Until(() => home.Look((db, _) => db.Outbox.AnyAsync(message => message.State == OutboxState.Leaving)), "a message on its way");
        await Wait.Until(() => Task.FromResult(telegram.Calls.Any(call => call.Method == "sendMessage")), "a call that nobody answers");

        await home.Kill();
        var since = Stopwatch.StartNew();
        Assert.True(await home.Look((db, _) => db.Inbox.AllAsync(entry => entry.State == InboxState.Done || entry.NotBefore <= DateTimeOffset.UtcNow + InboxQueue.Hold)));

        await home.StartReady();
        log.WriteLine($"The next node was ready {since.Elapsed.TotalSeconds:0.0} s after the kill.");
        await telegram.WaitForMessages(1002);
        await telegram.WaitForMessages(Townsfolk.Author);
        log.WriteLine($"All moved again {since.Elapsed.TotalSeconds:0.0} s after the kill.");
        await home.Settled();
        Assert.Contains("Got it", telegram.Messages(Townsfolk.Author)[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("(", telegram.Messages(1002)[0].Text, StringComparison.Ordinal);    // a word that it may be a repetition
    }
}
