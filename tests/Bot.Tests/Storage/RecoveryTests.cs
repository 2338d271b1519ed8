using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>What was leaving when the program died: told once more with an honest word, or not at all, and never blindly.</summary>
[Trait("Catalogue", "F1")]
public sealed class RecoveryTests : IAsyncLifetime
{
    private const string Group = "-1009000000001";
    private readonly string folder = Directory.CreateTempSubdirectory("bot-recovery-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication app = null!;
    private Seal seal = null!;
    private string groupLane = "";

    public async Task InitializeAsync()
    {
        app = Bot.House.Build(
        [
            $"--ConnectionStrings:Bot=Data Source={Path.Combine(folder, "bot.db")};Pooling=False", $"--Keys:File={Path.Combine(folder, "bot.key")}",
            $"--Log:Folder={folder}", "--Triage:Language=en",
            "--Telegram:Token=7000000001:AAFakeFakeFakeFakeFakeFakeFakeFake-_x", $"--Telegram:CoordinatorsChat={Group}",
        ]);
        await app.Services.GetRequiredService<Bot.Operations.Opening>().Store(default);
        seal = app.Services.GetRequiredService<Seal>();
        groupLane = app.Services.GetRequiredService<Groups>().LaneOf("telegram", Group);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_answer_is_told_once_more_with_a_word_and_never_a_third_time()
    {
        await Left("A", 1, "your receipt");

        Assert.Equal(["(Байланыс үзілді. Мұны бұрын алған болсаңыз, назар аудармаңыз.)\n\nyour receipt"], await Recovered());
        await Leave("again:1");
        Assert.Empty(await Recovered());
    }

    [Fact]
    public async Task In_the_group_the_word_is_in_the_language_of_the_group()
    {
        await Left(groupLane, 1, "№1: sent.");

        Assert.StartsWith("(The connection broke.", Assert.Single(await Recovered()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_is_not_told_again()
    {
        await Left("A", 1, "a new lot", OutboxKind.Alert);

        Assert.Empty(await Recovered());
    }

    [Fact]
    public async Task A_card_that_may_hang_twice_says_so_and_an_edit_of_one_that_hangs_is_just_done_again()
    {
        await Left(groupLane, 1, "card, first version", OutboxKind.Card, "case-1");
        Assert.StartsWith("(The connection broke.", Assert.Single(await Recovered()), StringComparison.Ordinal);

        await Left(groupLane, 10, "another card", OutboxKind.Card, "case-2");
        await Change("event:10", row => (row.State, row.ExternalId) = (OutboxState.Sent, "77"));
        await Left(groupLane, 11, "another card, claimed", OutboxKind.Card, "case-2");
        Assert.Equal(["another card, claimed"], await Recovered());
    }

    [Fact]
    public async Task A_card_that_never_arrived_is_told_until_it_hangs()
    {
        await Left(groupLane, 1, "a new tip", OutboxKind.Card, "case-1");
        var first = Assert.Single(await Recovered());
        await Leave("again:1");

        Assert.Equal([first], await Recovered());
    }

    [Fact]
    public async Task An_old_version_of_a_card_never_covers_a_newer_one()
    {
        await Left(groupLane, 1, "card, claimed", OutboxKind.Card, "case-1");
        await Put(Mail.Out(groupLane, 2, Sealed("card, closed"), OutboxKind.Card, "case-1"));

        Assert.Empty(await Recovered());
        Assert.Equal(["event:2"], await Names(OutboxState.Pending));
    }

    [Fact]
    public async Task A_page_reads_what_was_leaving_as_if_nothing_had_happened()
    {
        await Put(Mail.Out("W", 1, Sealed("hello"), channel: "web"));
        await Leave("event:1");

        Assert.Empty(await Recovered());
        Assert.Equal(["event:1"], await Names(OutboxState.Pending));
    }

    [Fact]
    public async Task Words_that_were_taken_away_meanwhile_stay_away()
    {
        await Put(Mail.Out("A", 1), Mail.Out("W", 2, channel: "web"));
        await Leave("event:1");
        await Leave("event:2");

        Assert.Empty(await Recovered());
        Assert.Equal(["event:1", "event:2"], await Names(OutboxState.Superseded));
    }

    [Fact]
    public async Task What_surely_had_not_left_leaves_now_and_nobody_is_told_of_a_repetition()
    {
        Assert.Empty(await Recovered());
        await Put(Mail.Out("A", 1, Sealed("your receipt")));
        await Change("event:1", row => row.State = OutboxState.Leaving);

        Assert.Empty(await Recovered());
        Assert.Equal(["event:1"], await Names(OutboxState.Pending));
    }

    [Fact]
    public async Task What_surely_arrived_is_sent_under_its_id()
    {
        Assert.Empty(await Recovered());
        await Left(groupLane, 1, "card, first version", OutboxKind.Card, "case-1");
        await Change("event:1", row => app.Services.GetRequiredService<Bot.Channels.Departures>().Arrive(row, new Bot.Channels.Delivery.Sent("77")));

        Assert.Empty(await Recovered());
        Assert.Equal([("77", 1)], await In(async db => (await db.Outbox.Where(row => row.State == OutboxState.Sent).ToListAsync()).ConvertAll(row => (row.ExternalId!, row.Parts))));
    }

    private async Task Left(string lane, int number, string text, OutboxKind kind = OutboxKind.Answer, string? card = null)
    {
        await Put(Mail.Out(lane, number, Sealed(text), kind, card));
        await Leave($"event:{number}");
    }

    private Sealed Sealed(string text) => seal.Close(JsonSerializer.SerializeToUtf8Bytes(new Reply(text, [])));

    private Task<int> Leave(string name) => Change(name, row =>
    {
        row.State = OutboxState.Leaving;
        app.Services.GetRequiredService<Bot.Channels.Departures>().Leave(row);
    });

    private Task<int> Put(params object[] rows) => In(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    private Task<int> Change(string name, Action<OutboxMessage> change) => In(async db =>
    {
        change(await db.Outbox.SingleAsync(row => row.Event == name));
        return await db.SaveChangesAsync();
    });

    /// <summary>What the next start puts into the outbox anew.</summary>
    private async Task<List<string>> Recovered()
    {
        var before = await In(db => db.Outbox.Select(row => row.Position).ToListAsync());
        await app.Services.GetRequiredService<Bot.Operations.Opening>().Recover(default);
        var fresh = await In(db => db.Outbox.Where(row => !before.Contains(row.Position)).ToListAsync());
        return fresh.ConvertAll(row => JsonSerializer.Deserialize<Reply>(seal.OpenBytes(row.Payload))!.Text);
    }

    private Task<List<string>> Names(OutboxState state) =>
        In(db => db.Outbox.Where(row => row.State == state).OrderBy(row => row.Position).Select(row => row.Event).ToListAsync());

    private async Task<T> In<T>(Func<BotDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<BotDb>());
    }
}
