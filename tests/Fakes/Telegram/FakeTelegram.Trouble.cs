namespace Fakes.Telegram;

/// <summary>What goes wrong in this Telegram, when a test wants it.</summary>
public sealed partial class FakeTelegram
{
    /// <summary>Sends the bot bytes that no Telegram would send, made from the update's id.</summary>
    public long SendRaw(Func<long, byte[]> make)
    {
        lock (world.Gate)
        {
            var id = world.Queue.AddRaw(make);
            return Then(id);
        }
    }

    /// <summary>The numbering of updates goes on elsewhere, as after a week of silence.</summary>
    public void JumpTo(long updateId)
    {
        lock (world.Gate)
            world.Queue.JumpTo(updateId);
    }

    /// <summary>What goes wrong with the next calls of a method, one each; null: nothing. ("download" is the fetching of a file.)</summary>
    public void FailNext(string method, params Fault?[] faults) => world.FailNext(method, faults);

    /// <summary>Draws on a seed what goes wrong with so many coming calls of a method: refusals, gateways, broken and late answers.</summary>
    /// <param name="perMille">How many calls in a thousand go wrong.</param>
    public void Fail(int seed, int perMille, int calls, string method)
    {
        var dice = new Random(seed);
        FailNext(method, [.. Enumerable.Range(0, calls).Select(_ => dice.Next(1000) < perMille ? Fault.Any(dice) : null)]);
    }

    /// <summary>
    /// From now on every update comes <paramref name="repeats"/> times more after it was acknowledged, and those that wait together come
    /// in an order drawn on the seed; null and 0 bring peace back.
    /// </summary>
    public void Disturb(int? seed, int repeats)
    {
        lock (world.Gate)
            world.Queue.Disturb(seed, repeats);
    }

    /// <summary>How many messages and edits the bot has sent, wherever, while it was told to wait (429, its own or scripted).</summary>
    public int TooEarly
    {
        get
        {
            lock (world.Gate)
                return world.Pace.TooEarly;
        }
    }

    /// <summary>Whatever was to go wrong and has not yet, goes right.</summary>
    public void Mend() => world.Mend();
}
