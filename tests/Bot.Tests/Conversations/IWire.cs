using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Conversations;

/// <summary>What lies between the people of a story and the bot.</summary>
internal interface IWire : IAsyncDisposable
{
    IEnumerable<string> Settings { get; }
    Task Enter(IServiceProvider services);
    Task Leave();
    Task Do(IServiceProvider services, Line line, bool again);
    Task<IReadOnlyList<(string Where, Reply Reply)>> Heard(IServiceProvider services);

    /// <summary>People do by themselves what they are asked for to get their messages. False when there was nothing to do.</summary>
    Task<bool> Wake() => Task.FromResult(false);
}

/// <summary>The shortest wire: messages go straight into the mailbox of the web channel, replies are read where its pages read them.</summary>
internal sealed class DirectWire(TestClock clock) : IWire
{
    private const string Channel = "web", Group = "triage";
    private readonly Dictionary<string, List<Button>> buttons = [];
    private long read;
    private int sent;

    public IEnumerable<string> Settings => [];

    public Task Enter(IServiceProvider services) => Task.CompletedTask;

    public Task Leave() => Task.CompletedTask;

    public async Task Do(IServiceProvider services, Line line, bool again)
    {
        if (!again)
            sent++;
        var coordinator = line.Who is not (Line.Author or Line.Other);
        await services.GetRequiredService<IMailbox>().Receive(new IncomingMessage
        {
            Channel = Channel,
            ExternalId = $"m{sent}",
            Sender = line.Who,
            Group = coordinator ? Group : null,
            SenderName = coordinator ? line.Who : null,
            Text = line.Press is null && line.File is null ? line.Text : "",
            Press = line.Press is { } label ? line.Forged ?? Token(coordinator ? Group : line.Who, label) : null,
            Files = line.File is { } file ? [new IncomingFile(file.Name, file.ContentType, file.Content.Length, file.Content, null)] : [],
            SentAt = clock.GetUtcNow(),
        }, default);
    }

    public async Task<IReadOnlyList<(string Where, Reply Reply)>> Heard(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var seal = services.GetRequiredService<Seal>();
        var fresh = await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.AsNoTracking()
            .Where(m => m.Position > read && m.State == OutboxState.Sent).OrderBy(m => m.Position).ToListAsync();
        List<(string, Reply)> heard = [];
        foreach (var message in fresh.Where(m => !m.Payload.IsNothing))
        {
            var where = seal.Open(message.Recipient);
            var reply = System.Text.Json.JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!;
            heard.Add((Offered(where, reply), reply));
        }

        read = fresh.Count > 0 ? fresh[^1].Position : read;
        return heard;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Remembers what can be pressed there.</summary>
    public string Offered(string where, Reply reply)
    {
        buttons.TryAdd(where, []);
        buttons[where].AddRange(reply.Buttons);
        return where;
    }

    private string Token(string where, string label) => buttons[where].LastOrDefault(button => button.Label == label)?.Token
        ?? throw new InvalidOperationException($"Nobody has offered [{label}]; last offered: {string.Join(' ', buttons[where].TakeLast(4).Select(button => button.Label))}");
}
