using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Updates that the bot has not acknowledged yet: 24 hours for messages, 150 seconds for presses.</summary>
internal sealed class UpdateQueue(TimeProvider clock)
{
    public static readonly TimeSpan MessageLife = TimeSpan.FromHours(24), PressLife = TimeSpan.FromSeconds(150);
    private static readonly string[] OnlyWhenAskedFor = ["chat_member", "message_reaction", "message_reaction_count"];

    /// <summary>After so long without an update the numbers go on anywhere.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromDays(7);

    /// <summary>An offset so far beyond the last update is not believed: it is from before the numbers went elsewhere.</summary>
    private const int Future = 10;

    private readonly List<Waiting> waiting = [];
    private string[] allowed = [];
    private readonly Random dice = new(7);
    private long nextId = 700_000_001;
    private DateTimeOffset? lastAdded;
    private Random? shuffle;
    private int repeats;

    /// <summary>One update: sent to the webhook in the order of its lane.</summary>
    public sealed class Waiting(long id, byte[] json, string lane, DateTimeOffset expires)
    {
        public long Id { get; } = id;
        public byte[] Json { get; } = json;
        public string Lane { get; } = lane;
        public DateTimeOffset Expires { get; } = expires;
        public bool InFlight { get; set; }
        public int Failures { get; set; }
        public DateTimeOffset NextTry { get; set; }
        public int RepeatsLeft { get; set; }
    }

    public int Count => Alive().Count;

    /// <summary>The kinds wanted from now on; null leaves the former choice, an empty list brings back the default.</summary>
    public void Allow(JsonArray? kinds) => allowed = kinds is null ? allowed : [.. kinds.Select(kind => kind!.GetValue<string>())];

    public JsonArray Allowed => new([.. allowed.Select(kind => (JsonNode)kind)]);

    /// <summary>Adds an update unless the bot did not ask for its kind; says which id it got.</summary>
    public long Add(string kind, JsonObject content, string lane, TimeSpan life)
    {
        var id = NextId();
        var isWanted = allowed.Length == 0 ? !OnlyWhenAskedFor.Contains(kind) : allowed.Contains(kind);
        var update = new JsonObject { ["update_id"] = id, [kind] = content };
        if (isWanted)
            AddRaw(id, Encoding.UTF8.GetBytes(update.ToJsonString()), lane, life);
        return id;
    }

    /// <summary>Adds bytes as they are, made from the id that they get.</summary>
    public long AddRaw(Func<long, byte[]> make)
    {
        var id = NextId();
        AddRaw(id, make(id), $"raw {id}", MessageLife);
        return id;
    }

    /// <summary>From now on each update comes so often more, and updates that wait together come in any order.</summary>
    public void Disturb(int? seed, int repeats) => (shuffle, this.repeats) = (seed is { } drawn ? new Random(drawn) : null, repeats);

    /// <summary>As the next read or push takes them.</summary>
    public IEnumerable<Waiting> InOrder(IEnumerable<Waiting> updates) => shuffle is null ? updates : updates.OrderBy(_ => shuffle.Next());

    /// <summary>The webhook has taken it: it goes away unless it is to come again.</summary>
    public void Acknowledge(Waiting update)
    {
        if (update.RepeatsLeft-- <= 0)
            waiting.Remove(update);
    }

    /// <summary>The numbering goes on here, as after a week of silence.</summary>
    public void JumpTo(long id) => nextId = id;

    /// <summary>Forgets what is before <paramref name="offset"/> (a negative one counts from the end) and shows what is next.</summary>
    public IReadOnlyList<Waiting> Read(long offset, int limit)
    {
        var alive = Alive();
        if (offset > nextId + Future)
            offset = 0;
        if (offset < 0)
            offset = alive.Count == 0 ? 0 : alive[Math.Max(0, alive.Count + (int)Math.Max(offset, -alive.Count))].Id;
        waiting.RemoveAll(update => update.Id < offset && update.RepeatsLeft-- <= 0);
        return [.. InOrder(waiting.Take(limit))];
    }

    public IReadOnlyList<Waiting> Alive()
    {
        var now = clock.GetUtcNow();
        waiting.RemoveAll(update => update.Expires <= now);
        return waiting;
    }

    public void Remove(Waiting update) => waiting.Remove(update);

    public void Clear() => waiting.Clear();

    private void AddRaw(long id, byte[] json, string lane, TimeSpan life) =>
        waiting.Add(new Waiting(id, json, lane, clock.GetUtcNow() + life) { RepeatsLeft = repeats });

    private long NextId()
    {
        var now = clock.GetUtcNow();
        if (now - lastAdded >= Silence)
            nextId = dice.Next(1, int.MaxValue);
        lastAdded = now;
        return nextId++;
    }
}
