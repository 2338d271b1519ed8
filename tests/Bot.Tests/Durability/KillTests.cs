using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Bot.Triage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace Bot.Tests.Durability;

/// <summary>kill -9 at thirty moments of the whole story: no tip is lost, nothing confirmed is told twice, the story ends the same.</summary>
[Collection(Processes.Name)]
[Trait("Catalogue", "F1")]
public sealed partial class KillTests(ITestOutputHelper log)
{
    private const int Kills = 30;
    private const string First = "I write about the paint, lot 85634585-ЗЦП1", Second = "The walls were painted with something else";
    private const string Question = "In which month did the paint arrive?", Answer = "it came at the end of February";
    private static readonly byte[] Photo = [.. Enumerable.Range(0, 5000).Select(number => (byte)(number * 31))];

    [Fact]
    public async Task The_whole_story_ends_the_same_when_the_program_is_killed_thirty_times()
    {
        var seed = Seed();
        log.WriteLine($"BOT_TEST_SEED={seed}");
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(Townsfolk.Group, "Coordinators");
        await using var home = await Home.MakeSmall(
            $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiUrl={telegram.Url}", $"--Telegram:CoordinatorsChat={Townsfolk.Group}");
        var fate = new Fate(seed, Kills, home, telegram);
        var people = new Townsfolk(telegram, fate);

        await home.StartReady();
        await TellATip(people, telegram, fate);
        await AskTheAuthor(people);
        await CloseTheCase(people);
        await ReadTheResult(people, telegram);
        await fate.Rest();
        await home.Settled();
        log.WriteLine(people.Transcript());

        await home.Look(TheTipIsWhole);
        await home.Look(TheCaseIsClosed);
        await home.Look((db, seal) => NothingWasToldTwice(db, seal, telegram, fate));
        Assert.Equal(0, telegram.Unacknowledged);
    }

    internal static int Seed() => int.TryParse(Environment.GetEnvironmentVariable("BOT_TEST_SEED"), out var seed) ? seed : Environment.TickCount & 0xFFFF;

    private static async Task TellATip(Townsfolk people, FakeTelegram telegram, Fate fate)
    {
        await people.Try(() => people.Offered(Townsfolk.Author, "Done"), () => people.Say(Townsfolk.Author, First));
        await people.Try(() => true, () => people.Say(Townsfolk.Author, Second));
        await people.Try(() => true, () => telegram.SendPhoto(Townsfolk.Author, Photo));
        await people.Get("the receipt", () => people.Heard(Townsfolk.Author, "Your number:") || people.Heard(Townsfolk.Group, "№1 "), () =>
        {
            if (people.Offered(Townsfolk.Author, "More about it"))
                people.PressOr(Townsfolk.Author, "More about it", "");
            else if (people.Offered(Townsfolk.Author, "Done"))
                people.PressOr(Townsfolk.Author, "Done", "");
        });
    }

    private static async Task AskTheAuthor(Townsfolk people)
    {
        await Wait.For(() => people.Offered(Townsfolk.Group, "Claim"), TimeSpan.FromSeconds(7));
        await people.Get("the claim", () => people.Heard(Townsfolk.Group, "Айгүл has it") || people.Heard(Townsfolk.Group, "is yours already"),
            () => people.PressOr(Townsfolk.Group, "Claim", "/claim 1"), () => people.Say(Townsfolk.Group, "/claim 1"));
        await people.Get("the coordinator's question", () => people.Heard(Townsfolk.Group, "what shall the author be asked"),
            () => people.PressOr(Townsfolk.Group, "Ask the author…", "/ask 1"), () => people.Say(Townsfolk.Group, "/ask 1"));
        await people.Get("the words to the author", () => people.Heard(Townsfolk.Group, "The author will read"),
            () => people.Say(Townsfolk.Group, Question));
        await people.Get("the sending of the question",
            () => people.Heard(Townsfolk.Group, "№1: sent") || people.Heard(Townsfolk.Group, "Asked the author") || people.Offered(Townsfolk.Author, "Show"),
            () => people.PressOr(Townsfolk.Group, "Send", "/text 1"));
        await people.Get("the question", () => people.Heard(Townsfolk.Author, Question),
            () => people.PressOr(Townsfolk.Author, "Show", "/status"), () => people.PressOr(Townsfolk.Author, "Show the question", "/status"));
        var answered = false;
        await people.Get("the answer", () => people.Heard(Townsfolk.Author, "Your answer went") || people.Heard(Townsfolk.Group, Answer), () =>
        {
            if (!answered)
                people.Say(Townsfolk.Author, Answer);
            answered = true;
        });
    }

    /// <summary>When a question of the bot does not come, the coordinator begins again: an answer without its question would go astray.</summary>
    private static async Task CloseTheCase(Townsfolk people)
    {
        (string Seen, Action Act)[] steps =
        [
            ("what did it lead to", () => people.PressOr(Townsfolk.Group, "Outcome…", "/close 1")),
            ("How much?", () => people.PressOr(Townsfolk.Group, "money returned", "")),
            ("Which authority", () => people.Say(Townsfolk.Group, "120 thousand")),
            ("On which day?", () => people.Say(Townsfolk.Group, "Department of State Audit")),
            ("The author will read", () => people.Say(Townsfolk.Group, "1.03.2026")),
            ("№1: sent", () => people.PressOr(Townsfolk.Group, "Send", "")),
        ];
        bool IsClosed() => people.Heard(Townsfolk.Group, "Closed: money returned") || people.Heard(Townsfolk.Group, "№1 is closed");
        for (var time = 0; !IsClosed(); time++)
        {
            Assert.True(time < 8, "The case could not be closed.\n" + people.Transcript());
            people.Begin();
            foreach (var (seen, act) in steps)
                if (!await people.Try(() => people.HeardNow(seen) || IsClosed(), act) || IsClosed())
                    break;
        }
    }

    private static async Task ReadTheResult(Townsfolk people, FakeTelegram telegram)
    {
        await Wait.For(() => telegram.Messages(Townsfolk.Author).Count(message => message.Text.Contains("There is news", StringComparison.Ordinal)) > 1,
            TimeSpan.FromSeconds(5));
        await people.Get("the result", () => people.Heard(Townsfolk.Author, "there is a result"),
            () => people.PressOr(Townsfolk.Author, "Show", "/status"), () => people.Say(Townsfolk.Author, "/status"));
        var receipt = telegram.Messages(Townsfolk.Author).Select(message => Digits().Match(message.Text)).FirstOrDefault(match => match.Success);
        if (receipt is null)
            return;    // lost twice: its author can only ask for the status
        int Results() => telegram.Messages(Townsfolk.Author).Count(message => message.Text.Contains("there is a result", StringComparison.Ordinal));
        var before = Results();
        await people.Get("the receipt's answer", () => Results() > before, () => people.Say(Townsfolk.Author, receipt.Value));
    }

    private static async Task<bool> TheTipIsWhole(BotDb db, Seal seal)
    {
        var tip = Assert.Single(await db.Tips.ToListAsync());
        var entries = await db.TipEntries.ToListAsync();
        var more = entries.Where(entry => entry.Kind == TipEntryKind.More).Select(entry => seal.Open(entry.Text));
        Assert.Equal($"{First}\n{Second}", string.Join('\n', [seal.Open(tip.Text), .. more]));
        Assert.Equal(Answer, seal.Open(Assert.Single(entries, entry => entry.Kind == TipEntryKind.Answer).Text));
        Assert.Equal(TipState.Result, tip.State);
        var file = Assert.Single(await db.TipFiles.ToListAsync());
        Assert.Equal(Photo, seal.OpenBytes(file.Content));
        Assert.Equal(tip.Id, file.TipId);
        return true;
    }

    private static async Task<bool> TheCaseIsClosed(BotDb db, Seal seal)
    {
        var closed = Assert.Single(await db.Cases.ToListAsync());
        Assert.Equal((CaseState.Closed, OutcomeKind.MoneyReturned, 120_000m), (closed.State, closed.Outcome, closed.OutcomeAmount));
        Assert.Equal(("Department of State Audit", new DateOnly(2026, 3, 1)), (closed.OutcomeAuthority, closed.OutcomeDay));
        Assert.All(await db.Inbox.ToListAsync(), entry => Assert.Equal((InboxState.Done, true), (entry.State, entry.Payload.IsNothing)));
        return true;
    }

    /// <summary>Every row of the outbox was accepted at most once, and only what was of unknown fate was told again, with a word.</summary>
    private static async Task<bool> NothingWasToldTwice(BotDb db, Seal seal, FakeTelegram telegram, Fate fate)
    {
        var rows = await db.Outbox.Where(message => message.Channel == "telegram").ToListAsync();
        var told = rows.ToLookup(row => (seal.Open(row.Recipient), JsonSerializer.Deserialize<Reply>(seal.OpenBytes(row.Payload))!.Text.Trim()));
        var accepted = telegram.Calls.Where(call => call is { Method: "sendMessage", Status: 200 }).Concat(fate.Swallowed);
        foreach (var same in accepted.GroupBy(call => (call["chat_id"]!, call["text"]!)))
            Assert.True(same.Count() <= told[same.Key].Count(), $"Told {same.Count()} times: {same.Key}");

        foreach (var again in rows.Where(row => row.Event.StartsWith("again:", StringComparison.Ordinal)))
            Assert.Equal(OutboxState.Unknown, rows.Single(row => row.Position == long.Parse(again.Event[6..], CultureInfo.InvariantCulture)).State);
        Assert.DoesNotContain(rows, row => row.Event.StartsWith("apology:", StringComparison.Ordinal));
        Assert.Empty(rows.Where(row => row.State == OutboxState.Refused).Select(row => row.Reason));
        return true;
    }

    [GeneratedRegex(@"\d{4}\u00A0\d{4}\u00A0\d{4}\u00A0\d{4}")]
    private static partial Regex Digits();
}
