using Bot.Storage;

namespace Bot.Channels;

/// <summary>
/// The one gate of a channel's account: nobody sends past it. Keeps the provider's pace as a whole, for alerts, for each person and each group,
/// and shuts when the provider asks for a pause. Used by one courier.
/// </summary>
internal sealed class Gate(Pace pace, TimeProvider clock)
{
    /// <summary>How far back a provider's limits look.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly Window all = new(pace.PerSecond, TimeSpan.FromSeconds(1));
    private readonly Turnstile alerts = new(pace.AlertsPerSecond);
    private readonly Dictionary<string, DateTimeOffset> people = [];
    private readonly Dictionary<string, Window> groups = [];
    private DateTimeOffset seen;
    private long shutUntil;    // ticks of UTC: a courier's workers shut the gate while it is used

    /// <summary>How long until a message of this kind may pass; zero when it may now.</summary>
    public TimeSpan Wait(OutboxKind kind)
    {
        var now = Now();
        var shut = TimeSpan.FromTicks(Math.Max(0, Volatile.Read(ref shutUntil) - now.UtcTicks));
        var turn = kind == OutboxKind.Alert ? Longer(all.Wait(now), alerts.Wait(now)) : all.Wait(now);
        return Longer(shut, turn);
    }

    /// <summary>How many messages of this kind may pass now; when none, how long until one may.</summary>
    public (int Room, TimeSpan Wait) Room(OutboxKind kind) => Wait(kind) is var wait && wait > TimeSpan.Zero ? (0, wait)
        : (kind == OutboxKind.Alert ? Math.Min(all.Room(seen), alerts.Room(seen)) : all.Room(seen), TimeSpan.Zero);

    /// <summary>Who must be left alone for now, and how long until the first of them may be written to again.</summary>
    public (IReadOnlyList<string> Lanes, TimeSpan? Next) Resting()
    {
        var now = Now();
        foreach (var rested in people.Where(person => person.Value <= now).Select(person => person.Key).ToList())
            people.Remove(rested);
        var full = groups.Select(group => (group.Key, Wait: group.Value.Wait(now))).Where(group => group.Wait > TimeSpan.Zero);
        var resting = full.Concat(people.Select(person => (person.Key, Wait: person.Value - now))).ToList();
        return ([.. resting.Select(one => one.Key)], resting.Count == 0 ? null : resting.Min(one => one.Wait));
    }

    /// <summary>One message passes, now or, when the gate is told of the past, at that moment.</summary>
    public void Pass(string lane, bool isGroup, OutboxKind kind, DateTimeOffset at)
    {
        all.Pass(at);
        if (kind == OutboxKind.Alert)
            alerts.Pass(at);
        if (isGroup)
            (groups.TryGetValue(lane, out var group) ? group : groups[lane] = new Window(pace.PerGroupAndMinute, Memory)).Pass(at);
        else if (pace.BetweenToOne > TimeSpan.Zero)
            people[lane] = at + pace.BetweenToOne;
    }

    /// <summary>Nobody passes before this moment; a shorter pause does not end a longer one.</summary>
    public void Shut(DateTimeOffset until)
    {
        for (var known = Volatile.Read(ref shutUntil); known < until.UtcTicks; known = Volatile.Read(ref shutUntil))
            Interlocked.CompareExchange(ref shutUntil, until.UtcTicks, known);
    }

    /// <summary>When the machine's clock is set back, everything that was counted moves back with it: else all would wait until it is that late again.</summary>
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        if (now < seen)
            Shift(now - seen);
        seen = now;
        return now;
    }

    private void Shift(TimeSpan by)
    {
        all.Shift(by);
        alerts.Shift(by);
        foreach (var group in groups.Values)
            group.Shift(by);
        foreach (var person in people.Keys.ToList())
            people[person] += by;
        Interlocked.Add(ref shutUntil, by.Ticks);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
