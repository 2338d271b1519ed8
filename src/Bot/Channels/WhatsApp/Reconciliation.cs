using System.Globalization;
using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.WhatsApp;

/// <summary>
/// Reads Twilio's own list of messages to us: what never came here is taken in now, and what is kept here is taken away there. So a webhook
/// that was lost is late and nothing more.
/// </summary>
internal sealed class Reconciliation(
    BotDb db, TwilioClient client, Reception reception, WhatsAppSettings settings, TimeProvider clock, ILogger<Reconciliation> log)
{
    /// <summary>How far before the last reading it begins: a message is listed with its own time, and may be listed late.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    /// <summary>Never further back: the inbox remembers what it had for two days at least, and must not take it for new.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromHours(47);

    /// <summary>A webhook on its way right now is left to come by itself.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private const string Mark = "whatsapp:read";
    private const string Listed = "whatsapp:listed";

    /// <returns>False when Twilio did not give its list.</returns>
    /// <exception cref="StoreUnavailableException">The store was closed again.</exception>
    public async Task<bool> Run(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = await Since(now, cancellationToken);
        var (found, cleaned, done) = (0, 0, new List<JsonElement>());
        var waiting = now - Fresh;
        try
        {
            List<JsonElement> listed = [];
            await foreach (var message in client.Received(since, cancellationToken))
                listed.Add(message);
            foreach (var message in Enumerable.Reverse(listed))    // oldest first, as they were written
                switch (await Look(message, now, cancellationToken))
                {
                    case Kept.Missing:
                        found++;
                        break;
                    case Kept.Done when settings.CleansUp:
                        done.Add(message);
                        break;
                    case Kept.Waiting when Sent(message) is { } at && at < waiting:
                        waiting = at;    // not answered yet: its files are still needed there
                        break;
                }

            await Write(Listed, now, cancellationToken);    // with it the disk has what an answer did not wait for: only then is the other copy taken away
            foreach (var message in done)
                cleaned += await CleanUp(message, cancellationToken) ? 1 : 0;
            await Write(Mark, waiting, cancellationToken);
            if (found + cleaned > 0)
                log.Reconciled(found, cleaned);
            return true;
        }
        catch (TwilioException fault)
        {
            log.NotReconciled(fault.Message);
            return false;
        }
    }

    private enum Kept { Missing, Waiting, Done, Nothing }

    private async Task Write(string mark, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await db.Remember(mark, moment.ToString("O", CultureInfo.InvariantCulture), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<DateTimeOffset> Since(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var furthest = now - Furthest;
        return await db.Remembered(Mark, cancellationToken) is { } mark
            && DateTimeOffset.Parse(mark, CultureInfo.InvariantCulture) - Overlap is var since && since > furthest ? since : furthest;
    }

    private async Task<Kept> Look(JsonElement message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (message.Text("sid") is not { } sid || Sent(message) is not { } at || at > now - Fresh)
            return Kept.Nothing;
        var known = await db.Inbox.AsNoTracking().Where(entry => entry.Channel == WhatsAppChannel.ChannelName && entry.ExternalId == sid)
            .Select(entry => (InboxState?)entry.State).FirstOrDefaultAsync(cancellationToken);
        if (known is { } state)
            return state == InboxState.Done ? Kept.Done : Kept.Waiting;
        if (message.Text("body") is not { Length: > 0 } && message.Text("num_media") is null or "0")
            return Kept.Nothing;    // taken away already, or a place, which the list does not tell
        return await TakeIn(message, sid, at, cancellationToken) ? Kept.Missing : Kept.Nothing;
    }

    private async Task<bool> TakeIn(JsonElement message, string sid, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Dictionary<string, string> fields = new() { ["MessageSid"] = sid, ["From"] = message.Text("from") ?? "", ["Body"] = message.Text("body") ?? "" };
        if (message.Text("num_media") is not (null or "0"))
            foreach (var (file, number) in (await client.Media(sid, cancellationToken)).Select((file, number) => (file, number)))
            {
                fields[$"MediaUrl{number}"] = file.Url;
                fields[$"MediaContentType{number}"] = file.ContentType;
            }

        return await reception.Take(Form.Of(fields), at, cancellationToken);
    }

    private async Task<bool> CleanUp(JsonElement message, CancellationToken cancellationToken)
    {
        var sid = message.Text("sid")!;
        var has = (Words: message.Text("body") is { Length: > 0 }, Files: message.Text("num_media") is not (null or "0"));
        try
        {
            if (has.Files)
                foreach (var (url, _) in await client.Media(sid, cancellationToken))
                    await client.DeleteMedia(url, cancellationToken);
            if (has.Words)
                await client.Redact(sid, cancellationToken);
            return has.Words || has.Files;
        }
        catch (TwilioException gone) when (gone.Status is 404 or 409)
        {
            return false;    // taken away by somebody else, or not over yet: the next reading sees
        }
    }

    private static DateTimeOffset? Sent(JsonElement message) =>
        DateTimeOffset.TryParse(message.Text("date_sent") ?? message.Text("date_created"), CultureInfo.InvariantCulture, out var at) ? at : null;
}
