using Bot.Channels;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Xunit;

namespace Bot.Tests.Sending;

/// <summary>What the only sender does with each answer of a channel. The channel is the border, and made up; the outbox is real.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-outbox-").FullName;
    private readonly TestClock clock = new(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));
    private readonly Mock<IChannel> channel = new();
    private readonly List<string> sent = [];
    private WebApplication app = null!;

    [Fact]
    public async Task Sends_one_persons_messages_in_their_order()
    {
        Answering(_ => new Delivery.Sent("1"));
        await Put("first", "second", "third");
        await SendAll();

        Assert.Equal(["first", "second", "third"], sent);
        Assert.All(await Rows(), row => Assert.Equal(OutboxState.Sent, row.State));
    }

    [Fact, Trait("Catalogue", "F2")]
    public async Task Never_sends_again_what_may_have_arrived()
    {
        Answering(_ => new Delivery.Unknown("time-out after the request left"));
        await Put("once");
        await SendAll();
        clock.Advance(TimeSpan.FromDays(1));
        await SendAll();

        Assert.Equal(["once"], sent);
        Assert.Equal(OutboxState.Unknown, Assert.Single(await Rows()).State);
    }

    [Fact, Trait("Catalogue", "F3")]
    public async Task Holds_the_whole_channel_back_for_as_long_as_it_was_told_to()
    {
        Answering(_ => new Delivery.Later(TimeSpan.FromSeconds(37), PauseAll: true, "429"));
        await Put("slow");
        await Put(["other"], lane: "somebody else");
        await SendAll();
        Answering(_ => new Delivery.Sent("1"));
        clock.Advance(TimeSpan.FromSeconds(36));
        await SendAll();
        Assert.Equal(["slow"], sent);

        clock.Advance(TimeSpan.FromSeconds(1));
        await SendAll();
        Assert.Equal(["slow", "slow", "other"], sent);
    }

    [Fact]
    public async Task A_message_that_must_wait_is_not_overtaken_by_the_next_one_to_the_same_person()
    {
        Answering(text => text == "first" && sent.Count == 1 ? new Delivery.Later(TimeSpan.FromSeconds(5), PauseAll: false, "503") : new Delivery.Sent("1"));
        await Put("first", "second");
        await SendAll();
        clock.Advance(TimeSpan.FromSeconds(5));
        await SendAll();

        Assert.Equal(["first", "first", "second"], sent);
    }

    [Fact]
    public async Task Gives_up_after_a_day_and_says_so()
    {
        Answering(_ => new Delivery.Later(TimeSpan.FromHours(5), PauseAll: false, "503"));
        await Put("stale");
        for (var hours = 0; hours < 30; hours += 5)
        {
            await SendAll();
            clock.Advance(TimeSpan.FromHours(5));
        }

        var row = Assert.Single(await Rows());
        Assert.Equal(OutboxState.Refused, row.State);
        Assert.Contains("within a day", row.Reason, StringComparison.Ordinal);
    }

    [Fact, Trait("Catalogue", "F8")]
    public async Task Somebody_who_has_blocked_us_is_left_in_peace()
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            db.People.Add(new Person { Id = Guid.CreateVersion7(), Channel = "test", Lane = "aigul", Address = new Sealed([1]), SeenAt = clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        Answering(_ => new Delivery.Refused("bot was blocked by the user", Gone: true));
        await Put("hello");
        await SendAll();

        await using var after = app.Services.CreateAsyncScope();
        Assert.True((await after.ServiceProvider.GetRequiredService<BotDb>().People.SingleAsync()).Stopped);
    }

    [Fact]
    public async Task Of_a_card_only_the_newest_version_is_sent_and_it_replaces_the_one_that_hangs()
    {
        List<string?> edits = [];
        channel.Setup(c => c.Send(It.IsAny<Outgoing>(), It.IsAny<CancellationToken>())).Callback((Outgoing message, CancellationToken _) =>
        {
            sent.Add(message.Reply.Text);
            edits.Add(message.EditOf);
        }).ReturnsAsync(new Delivery.Sent("77"));
        await Put(["v1"], card: "case-1");
        await SendAll();
        await Put(["v2", "v3"], card: "case-1");
        await SendAll();

        Assert.Equal(["v1", "v3"], sent);
        Assert.Equal([null, "77"], edits);
    }

    [Fact, Trait("Catalogue", "F1")]
    public async Task That_a_message_leaves_is_written_down_before_and_that_it_arrived_at_once()
    {
        var departures = app.Services.GetRequiredService<Departures>();
        departures.Begin();
        await Put("first", "second");
        var first = (await Rows())[0];
        first.Attempts = 1;
        var (before, during) = (departures.Read()!, new List<Departures.Known>());
        Answering(_ =>
        {
            during.Add(departures.Read()!);
            return new Delivery.Sent("77");
        });
        await SendAll();

        Assert.False(before.HasLeft(first));
        Assert.Equal([true, true], during.ConvertAll(known => known.HasLeft(first)));
        Assert.Equal([null, new Delivery.Sent("77")], during.ConvertAll(known => known.Outcome(first)));
    }

    public async Task InitializeAsync()
    {
        channel.SetupGet(c => c.Name).Returns("test");
        channel.SetupGet(c => c.Pace).Returns(SendingPace.Free);
        app = Bot.House.Build([$"--ConnectionStrings:Bot=Data Source={folder}/bot.db;Pooling=False", $"--Keys:File={folder}/bot.key", $"--Log:Folder={folder}"],
            services => services.RemoveAll<IChannel>().AddSingleton(channel.Object).AddSingleton<TimeProvider>(clock));
        await app.Services.GetRequiredService<Bot.Operations.Opening>().Store(default);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Answering(Func<string, Delivery> answer) => channel.Setup(c => c.Send(It.IsAny<Outgoing>(), It.IsAny<CancellationToken>()))
        .Callback((Outgoing message, CancellationToken _) => sent.Add(message.Reply.Text))
        .ReturnsAsync((Outgoing message, CancellationToken _) => answer(message.Reply.Text));

    private Task Put(params string[] texts) => Put(texts, "aigul");

    private async Task Put(string[] texts, string lane = "aigul", string? card = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, seal) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<Seal>());
        db.Outbox.AddRange(texts.Select(text => new OutboxMessage
        {
            Channel = "test",
            Lane = lane,
            Recipient = seal.Close(lane),
            Event = text,
            Kind = OutboxKind.Answer,
            Card = card,
            Payload = seal.Close(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Reply(text, []) { Card = card })),
            CreatedAt = clock.GetUtcNow(),
            NotBefore = clock.GetUtcNow(),
        }));
        await db.SaveChangesAsync();
    }

    private async Task SendAll()
    {
        while (await app.Services.GetRequiredService<Outbox>().SendNext(default))
        {
        }
    }

    private async Task<List<OutboxMessage>> Rows()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.OrderBy(row => row.Position).ToListAsync();
    }
}
