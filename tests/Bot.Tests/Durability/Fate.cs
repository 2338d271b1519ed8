using Fakes.Telegram;

namespace Bot.Tests.Durability;

/// <summary>
/// Kills the program around what people do, at moments drawn from a seed: before it can hear, a little later, while a message is on its way
/// to Telegram (carried out there or not), and while it is starting.
/// </summary>
internal sealed class Fate(int seed, int kills, Home home, FakeTelegram? telegram = null)
{
    private const int MostAtOnce = 3;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(150), Starting = TimeSpan.FromMilliseconds(2000), ForACall = TimeSpan.FromSeconds(2);
    private readonly Random random = new(seed);
    private readonly List<FakeCall> swallowed = [];
    private int left = kills;

    /// <summary>Calls that Telegram carried out and never answered.</summary>
    public IReadOnlyList<FakeCall> Swallowed => swallowed;

    /// <summary>Something that a person does, with as many kills around it as it is fated to have. The program runs afterwards.</summary>
    public async Task Around(Func<Task> act)
    {
        var times = Math.Min(left, random.Next(1, MostAtOnce + 1));
        left -= times;
        var acting = times == 0 ? act() : Task.CompletedTask;
        for (var time = 0; time < times; time++)
        {
            var nobodyListens = time == 0 && random.Next(4) == 0;
            if (time > 0)
                await Task.Delay(random.NextDouble() * Starting);
            else if (!nobodyListens)
                acting = await ActAndWait(act);
            await home.Kill();
            telegram?.Mend();
            if (nobodyListens)
                acting = act();
            home.Start();
        }

        await acting;
    }

    /// <summary>The kills that the story was too short for.</summary>
    public async Task Rest()
    {
        while (left > 0)
            await Around(() => Task.CompletedTask);
    }

    /// <returns>What the person does, when it takes longer than the program lives.</returns>
    private async Task<Task> ActAndWait(Func<Task> act)
    {
        var carriedOut = random.Next(2) == 0;
        var inTheCall = telegram is not null && random.Next(2) == 0;
        var before = telegram?.Calls.Count ?? 0;
        if (inTheCall)
            telegram!.FailNext("sendMessage", Fault.Silence(carriedOut));
        var acting = act();
        if (!inTheCall)
            await Task.Delay(random.NextDouble() * Soon);
        else if (await Wait.For(() => Hanging(before).Any(), ForACall) && carriedOut)
            swallowed.AddRange(Hanging(before));
        return acting;
    }

    private IEnumerable<FakeCall> Hanging(int before) =>
        telegram!.Calls.Skip(before).Where(call => call is { Method: "sendMessage", Status: 0 });
}
