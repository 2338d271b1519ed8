using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>getUpdates: one reader at a time, open until there is an update or the time is over.</summary>
internal sealed class LongPoll(World world)
{
    private static readonly Refusal Replaced = new(409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    private static readonly Refusal WebhookActive = new(409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");

    /// <returns>The bytes of the whole answer.</returns>
    public async Task<byte[]> Read(JsonObject p, CancellationToken aborted)
    {
        var limit = (int)Math.Clamp(p["limit"]?.GetValue<long>() ?? 100, 1, 100);
        var wait = TimeSpan.FromSeconds(Math.Clamp(p["timeout"]?.GetValue<long>() ?? 0, 0, 50));
        using var me = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        lock (world.Gate)
        {
            if (world.Webhook is not null)
                throw WebhookActive;
            world.Reader?.Cancel();
            world.Reader = me;
            world.Queue.Allow(p["allowed_updates"]?.AsArray());
        }

        try
        {
            return await Wait(p["offset"]?.GetValue<long>() ?? 0, limit, wait, me.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            throw Replaced;
        }
        finally
        {
            lock (world.Gate)
                world.Reader = world.Reader == me ? null : world.Reader;
            await me.CancelAsync();
        }
    }

    private async Task<byte[]> Wait(long offset, int limit, TimeSpan wait, CancellationToken stopped)
    {
        var over = Task.Delay(wait, world.Clock, stopped);
        while (true)
        {
            var change = world.NextChange();
            IReadOnlyList<UpdateQueue.Waiting> updates;
            int before, after;
            lock (world.Gate)
            {
                stopped.ThrowIfCancellationRequested();
                if (world.Webhook is not null)
                    throw WebhookActive;
                before = world.Queue.Count;
                updates = world.Queue.Read(offset, limit);
                after = world.Queue.Count;
            }

            if (after < before)
                world.Changed();    // acknowledged

            if (updates.Count > 0 || over.IsCompletedSuccessfully)
                return Answer(updates);
            await Task.WhenAny(change, over);
        }
    }

    private static byte[] Answer(IReadOnlyList<UpdateQueue.Waiting> updates)
    {
        using var answer = new MemoryStream();
        answer.Write("{\"ok\":true,\"result\":["u8);
        for (var i = 0; i < updates.Count; i++)
        {
            answer.Write(Encoding.ASCII.GetBytes(i == 0 ? "" : ","));
            answer.Write(updates[i].Json);
        }

        answer.Write("]}"u8);
        return answer.ToArray();
    }
}
