using Bot.Channels;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Xunit;

namespace Bot.Tests.Sending;

/// <summary>Several nodes on one PostgreSQL share one gate: one of them sends, another takes over when it is gone.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private static readonly SendingPace Slow = new() { PerSecond = 1000, BetweenToOne = TimeSpan.FromSeconds(6), PerGroupAndMinute = 18 };
    private readonly string folder = Directory.CreateTempSubdirectory("bot-nodes-").FullName;
    private readonly TestClock clock = new(Mail.Start);
    private readonly List<string> sent = [];
    private readonly List<WebApplication> nodes = [];

    [PostgresFact]
    public async Task One_node_sends_until_it_is_gone_and_the_next_one_keeps_the_pace_of_the_first()
    {
        await Put("aigul", 1, 2);
        Assert.True(await Send(0));
        Assert.False(await Send(1));    // the claim is the first one's
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(await Send(0));    // a second to go for this person

        await nodes[0].DisposeAsync();    // it dies, and its claim lives on for a while
        Assert.False(await Send(1));
        clock.Advance(SendingClaim.Life);
        Assert.True(await Send(1));
        Assert.Equal(["first:event:1", "second:event:2"], sent);
    }

    [PostgresFact]
    public async Task A_node_that_takes_over_looks_after_what_the_other_left_on_its_way()
    {
        await Put("aigul", 1);
        await using (var scope = nodes[0].Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Leaving)
                .SetProperty(x => x.NotBefore, clock.GetUtcNow() + OutboxQueue.Hold));
        while (await Send(1))
        {
        }

        await using var after = nodes[1].Services.CreateAsyncScope();
        var rows = await after.ServiceProvider.GetRequiredService<BotDb>().Outbox.OrderBy(m => m.Position).ToListAsync();
        Assert.Equal([OutboxState.Unknown, OutboxState.Sent], rows.Select(row => row.State));    // told once more, with a word that it may be a repetition
        Assert.Equal("again:" + rows[0].Position, rows[1].Event);
    }

    [PostgresFact, Trait("Catalogue", "F3")]
    public async Task A_pause_that_one_node_was_told_to_make_is_kept_by_the_others()
    {
        await Put("aigul", 1);
        answer = new Delivery.Later(TimeSpan.FromSeconds(3600), PauseAll: true, "429");
        Assert.True(await Send(0));
        await nodes[0].DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.False(await Send(1));
        clock.Advance(TimeSpan.FromSeconds(2));
        answer = new Delivery.Sent("1");
        Assert.True(await Send(1));
    }

    private Delivery answer = new Delivery.Sent("1");

    public async Task InitializeAsync()
    {
        if (Postgres.Server is null)
            return;
        var database = "nodes_" + Guid.NewGuid().ToString("n");
        await Postgres.Run($"CREATE DATABASE {database}");
        var connection = Postgres.Database(database);
        foreach (var name in new[] { "first", "second" })
        {
            Mock<IChannel> channel = new();
            channel.SetupGet(c => c.Name).Returns("test");
            channel.SetupGet(c => c.Pace).Returns(Slow);
            channel.Setup(c => c.Send(It.IsAny<Outgoing>(), It.IsAny<CancellationToken>()))
                .Callback((Outgoing message, CancellationToken _) => sent.Add($"{name}:{message.Reply.Text}")).ReturnsAsync(() => answer);
            var node = Bot.House.Build([$"--ConnectionStrings:Bot={connection}", $"--Keys:File={folder}/bot.key", $"--Log:Folder={folder}"],
                services => services.RemoveAll<IChannel>().AddSingleton(channel.Object).AddSingleton<TimeProvider>(clock));
            await node.Services.GetRequiredService<Bot.Operations.Opening>().Store(default);
            nodes.Add(node);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task<bool> Send(int node) => nodes[node].Services.GetRequiredService<Outbox>().SendNext(default);

    private async Task Put(string lane, params int[] numbers)
    {
        await using var scope = nodes[0].Services.CreateAsyncScope();
        var (db, seal) = (scope.ServiceProvider.GetRequiredService<BotDb>(), scope.ServiceProvider.GetRequiredService<Seal>());
        foreach (var number in numbers)
            db.Outbox.Add(Mail.Out(lane, number, seal.Close(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Reply($"event:{number}", []))), channel: "test"));
        await db.SaveChangesAsync();
    }
}
