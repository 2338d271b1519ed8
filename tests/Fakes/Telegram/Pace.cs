using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>
/// Counts what the bot sends and tells it to wait: all of it, one person or one group. A send that comes while the bot is told to wait,
/// wherever it goes, is counted as too early and makes the wait no longer. The caller holds the world's gate.
/// </summary>
internal sealed class Pace(TimeProvider clock, Limits limits)
{
    /// <summary>The key of the whole bot among those that are held.</summary>
    private const long Everybody = 0;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Bucket whole = new(limits.Whole, limits.Whole);
    private readonly Bucket webhooks = new(1, 1);
    private readonly Dictionary<long, Bucket> persons = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> groups = [];
    private readonly Dictionary<long, DateTimeOffset> held = [];
    private DateTimeOffset toldUntil;

    public int TooEarly { get; private set; }

    private bool IsOn => limits.Whole > 0;

    /// <summary>A call has come in, perhaps a send of a bot that was told to wait.</summary>
    public void Arrived(string method)
    {
        if (IsSend(method) && clock.GetUtcNow() < toldUntil)
            TooEarly++;
    }

    /// <summary>The bot is being told to wait.</summary>
    public void Told(int seconds)
    {
        var until = clock.GetUtcNow().AddSeconds(seconds);
        toldUntil = until > toldUntil ? until : toldUntil;
    }

    /// <summary>Refuses a call that comes too fast.</summary>
    public void Check(string method, JsonObject p)
    {
        if (!IsOn)
            return;
        if (method == "setWebhook")
            Spend((webhooks, 1), null);
        if (!IsSend(method) || p["chat_id"] is null)
            return;
        var count = p["media"] is JsonArray album ? album.Count : 1;
        var chat = long.TryParse(p["chat_id"]!.ToString(), out var id) ? id : Everybody;
        Refuse(Everybody, Held(Everybody));
        Refuse(chat, Held(chat));
        var now = clock.GetUtcNow();
        Refuse(Everybody, whole.WaitFor(count, now));
        if (chat < 0)
            Refuse(chat, GroupWait(chat, count, now));
        else if (!IsEdit(method))
            Spend((Of(chat), count), chat);
        whole.Take(count);
        for (var i = 0; chat < 0 && i < count; i++)
            groups[chat].Enqueue(now);
    }

    /// <summary>Sends and edits; presses are answered and actions shown without being counted.</summary>
    private static bool IsSend(string method) => method is "copyMessage" or "forwardMessage" || IsEdit(method)
        || (method.StartsWith("send", StringComparison.Ordinal) && method != "sendChatAction");

    private static bool IsEdit(string method) => method.StartsWith("editMessage", StringComparison.Ordinal);

    private Bucket Of(long chat) => persons.TryGetValue(chat, out var known) ? known : persons[chat] = new Bucket(limits.PrivateBurst, 1);

    private TimeSpan Held(long chat) => held.TryGetValue(chat, out var until) ? until - clock.GetUtcNow() : TimeSpan.Zero;

    private TimeSpan GroupWait(long chat, int count, DateTimeOffset now)
    {
        var sent = groups.TryGetValue(chat, out var known) ? known : groups[chat] = new Queue<DateTimeOffset>();
        while (sent.TryPeek(out var first) && first + Minute <= now)
            sent.Dequeue();
        var over = sent.Count + count - limits.Group;
        return over <= 0 ? TimeSpan.Zero : sent.ElementAt(Math.Min(over, sent.Count) - 1) + Minute - now;
    }

    private void Spend((Bucket Bucket, int Count) from, long? chat)
    {
        Refuse(chat, from.Bucket.WaitFor(from.Count, clock.GetUtcNow()));
        from.Bucket.Take(from.Count);
    }

    private void Refuse(long? chat, TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
            return;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        if (chat is { } one && Held(one) <= TimeSpan.Zero)
            held[one] = clock.GetUtcNow().AddSeconds(seconds);
        throw Refusal.TooMany(seconds);
    }
}
