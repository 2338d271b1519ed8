using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.Web;

/// <summary>Reads a page's messages from the outbox: the stored row is the delivery, so a page that comes back misses nothing.</summary>
public sealed class WebFeed(IServiceScopeFactory scopes, Groups groups, Seal seal, Signals signals) : IWebFeed
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);    // another node may have sent
    private const int Page = 100;

    public async IAsyncEnumerable<WebEvent> Read(string recipient, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lane = recipient == WebChannel.TriageGroup ? groups.LaneOf(WebChannel.ChannelName, recipient) : Person.LaneOf(seal, WebChannel.ChannelName, recipient, false);
        while (!cancellationToken.IsCancellationRequested)
        {
            var bell = signals.Sent.Next;
            foreach (var message in await Next(lane, after, cancellationToken))
            {
                after = message.Position;
                yield return new WebEvent(message.Position, JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!);
            }

            await Task.WhenAny(bell, Task.Delay(Look, cancellationToken));
        }
    }

    private async Task<List<OutboxMessage>> Next(string lane, long after, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.AsNoTracking()
                .Where(m => m.Lane == lane && m.Position > after && m.State == OutboxState.Sent)
                .OrderBy(m => m.Position).Take(Page).ToListAsync(cancellationToken)).FindAll(m => !m.Payload.IsNothing);
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database does not answer now.", fault);
        }
    }
}
