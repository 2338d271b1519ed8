namespace Benchmarks.Messengers;

/// <summary>
/// Tips told through the made-up Telegram: from "done" to the answer that it takes over (the lots that may be meant, or the signs of the one
/// that was named), and from the choice of a lot to its signs. Each person tells one tip. Pace is off on both sides: three messages to each of 20 authors a
/// second are twice what Telegram lets through.
/// </summary>
internal static class TipsMeasure
{
    private const int Warm = 40;    // tips before those that count
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(3), Deciding = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(60);

    public static async Task<object> Run(string[] args, bool onPostgres)
    {
        var (rate, seconds) = (args.Number("--per-second", 20), args.Number("--seconds", 300));
        await using var stage = await Stage.Set(onPostgres, realPace: false, people: 0);
        await stage.StartReady();
        using var letters = new Letterbox(stage.Telegram);
        await Tell(stage, letters, 0, Warm, rate / 4.0);
        var cpu = stage.Bot.ProcessorTime;
        var told = await Tell(stage, letters, Warm, rate * seconds, rate);
        var (answers, signs) = (Times(told.Select(tip => tip.Answer)), Times(told.Select(tip => tip.Signs)));
        return new
        {
            tips = told.Count,
            perSecond = rate,
            answerP50Milliseconds = answers.P50,
            answerP95Milliseconds = answers.P95,
            answerP99Milliseconds = answers.P99,
            notAnswered = told.Count(tip => tip.Answer is null),
            signsAfterChoice = signs.Sorted.Count,
            signsP50Milliseconds = signs.P50,
            signsP95Milliseconds = signs.P95,
            botProcessorMillisecondsPerTip = Math.Round((stage.Bot.ProcessorTime - cpu).TotalMilliseconds / told.Count, 1),
        };
    }

    private static async Task<IReadOnlyList<Told>> Tell(Stage stage, Letterbox letters, int first, int count, double rate)
    {
        List<Task<Told>> running = [];
        var start = DateTimeOffset.UtcNow;
        for (var number = 0; number < count; number++)
        {
            var (person, at) = (new Townsman(first + number), start.AddSeconds(number / rate));
            await Until(at);
            running.Add(Task.Run(() => TellOne(stage, letters, person, at)));
        }

        return await Task.WhenAll(running);
    }

    private static async Task<Told> TellOne(Stage stage, Letterbox letters, Townsman person, DateTimeOffset at)
    {
        await stage.Telegram.Say(person, person.Story(new Random(person.Number)));
        if (await letters.Wait(person.Chat, at, Patience) is not { } welcome)
            return new Told(null, null);
        var asked = Later(welcome.At, at + Reading);
        await Until(asked);
        await stage.Telegram.Say(person, person.Done);
        if (await letters.Wait(person.Chat, asked, Patience) is not { } answer)
            return new Told(null, null);
        if (answer.FirstButton?.StartsWith("pick:", StringComparison.Ordinal) != true)
            return new Told(answer.At - asked, null);
        var chosen = Later(answer.At, asked) + Deciding;
        await Until(chosen);
        await stage.Telegram.Say(person, "1");
        return new Told(answer.At - asked, (await letters.Wait(person.Chat, chosen, Patience))?.At - chosen);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static Task Until(DateTimeOffset at) => at - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero ? Task.Delay(left) : Task.CompletedTask;

    private static Latencies Times(IEnumerable<TimeSpan?> times) => new([.. times.OfType<TimeSpan>().Select(time => time.TotalMilliseconds).Order()], 0);

    private sealed record Told(TimeSpan? Answer, TimeSpan? Signs);
}
