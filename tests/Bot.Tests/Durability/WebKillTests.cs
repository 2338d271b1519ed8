using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace Bot.Tests.Durability;

/// <summary>kill -9 at ten moments of a story on the web pages: every word is heard once, every reply is read once, in order.</summary>
[Collection(Processes.Name)]
public sealed partial class WebKillTests(ITestOutputHelper log)
{
    private const int Kills = 10;
    private const string First = "I write about the paint, lot 85634585-ЗЦП1", Second = "The walls were painted with something else";
    private const string Question = "In which month did the paint arrive?", Answer = "it came at the end of February";
    private static readonly byte[] Photo = [.. Enumerable.Range(0, 50_000).Select(number => (byte)(number * 37))];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Every_word_is_heard_once_and_every_reply_is_read_once_across_ten_kills()
    {
        var seed = KillTests.Seed();
        log.WriteLine($"BOT_TEST_SEED={seed}");
        var url = $"http://127.0.0.1:{FreePort()}";
        await using var home = await Home.MakeSmall($"--Web:Url={url}");
        var fate = new Fate(seed, Kills, home);
        var bot = await home.StartReady();
        await using var author = await Browser.OfCitizen(url);
        await using var coordinator = await Browser.OfCoordinator(url, Key().Match(bot.Output).Groups[1].Value, "Айгүл");

        await Then(() => author.Offered("Done") is not null, fate.Around(() => author.Say(First)));
        await author.Say(Second);
        await fate.Around(() => author.Send("paint.jpg", Photo));
        if (author.Offered("More about it") is null)
            await author.Press("Done");    // the pause was longer than the bot waits: it has filed the first words already
        await Then(() => author.Has("Your number:") && coordinator.Offered("Claim") is not null, fate.Around(() => Task.CompletedTask));
        if (author.Offered("More about it") is not null)
            await author.Press("More about it");
        await Then(() => coordinator.Has("Айгүл has it"), fate.Around(() => coordinator.Press("Claim")));
        await Then(() => coordinator.Has("what shall the author be asked"), fate.Around(() => coordinator.Press("Ask the author…")));
        await Then(() => coordinator.Has("The author will read"), fate.Around(() => coordinator.Say(Question)));
        await Then(() => author.Offered("Show") is not null, fate.Around(() => coordinator.Press("Send")));
        await Then(() => author.Has(Question), fate.Around(() => author.Press("Show")));
        await Then(() => author.Has("Your answer went") && coordinator.Has(Answer), fate.Around(() => author.Say(Answer)));
        await fate.Rest();
        await home.Settled();

        await home.Look(EverythingIsKeptOnce);
        await home.Look((db, seal) => EverythingIsRead(db, seal, author));
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Then(Func<bool> seen, Task act)
    {
        await act;
        Assert.True(await Wait.For(seen, Patience));
    }

    private static async Task<bool> EverythingIsKeptOnce(BotDb db, Seal seal)
    {
        var tip = Assert.Single(await db.Tips.ToListAsync());
        var entries = await db.TipEntries.ToListAsync();
        var more = entries.Where(entry => entry.Kind == TipEntryKind.More).Select(entry => seal.Open(entry.Text));
        Assert.Equal($"{First}\n{Second}", string.Join('\n', [seal.Open(tip.Text), .. more]));
        Assert.Equal(Answer, seal.Open(Assert.Single(entries, entry => entry.Kind == TipEntryKind.Answer).Text));
        Assert.Equal(Photo, seal.OpenBytes(Assert.Single(await db.TipFiles.ToListAsync()).Content));
        Assert.Equal(CaseState.Claimed, Assert.Single(await db.Cases.ToListAsync()).State);
        return true;
    }

    /// <summary>The page has what the outbox has, each row once, in its order; the outbox told nothing as a repetition.</summary>
    private static async Task<bool> EverythingIsRead(BotDb db, Seal seal, Browser page)
    {
        var author = Assert.Single(await db.People.Where(person => !person.IsCoordinator).ToListAsync());
        var rows = await db.Outbox.Where(message => message.Lane == author.Lane).OrderBy(message => message.Position).ToListAsync();
        var expected = rows.Select(row => (row.Position, JsonSerializer.Deserialize<Reply>(seal.OpenBytes(row.Payload))!.Text));
        Assert.True(await Wait.For(() => page.Heard.Count >= rows.Count, Patience));
        Assert.Equal(expected, page.Heard.Select(said => (said.Position, said.Reply.Text)));
        Assert.All(rows, row => Assert.Equal(OutboxState.Sent, row.State));
        Assert.DoesNotContain(rows, row => row.Event.StartsWith("again:", StringComparison.Ordinal));
        return true;
    }

    [GeneratedRegex("key=([0-9a-f]+)")]
    private static partial Regex Key();
}
