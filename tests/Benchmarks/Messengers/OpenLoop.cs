using System.Collections.Concurrent;
using System.Diagnostics;

namespace Benchmarks.Messengers;

/// <summary>
/// Calls whose moments are fixed before the first of them. Latency counts from the moment that was meant: a call that waits because others
/// are slow is as late as its sender would find it.
/// </summary>
internal static class OpenLoop
{
    /// <param name="call">Gets the number of the call; says whether it went well.</param>
    public static async Task<Latencies> Run(double perSecond, int count, Func<int, Task<bool>> call)
    {
        var (clock, times, failed) = (Stopwatch.StartNew(), new ConcurrentBag<double>(), 0);
        List<Task> running = new(count);
        for (var next = 0; next < count; next++)
        {
            var meant = TimeSpan.FromSeconds(next / perSecond);
            while (clock.Elapsed < meant)
                await Task.Delay(1);
            running.Add(One(next, meant));
        }

        await Task.WhenAll(running);
        return new Latencies([.. times.Order()], failed);

        async Task One(int number, TimeSpan meant)
        {
            await Task.Yield();
            if (await call(number))
                times.Add((clock.Elapsed - meant).TotalMilliseconds);
            else
                Interlocked.Increment(ref failed);
        }
    }
}

/// <summary>Milliseconds, the shortest first, and how many calls failed.</summary>
internal sealed record Latencies(IReadOnlyList<double> Sorted, int Failed)
{
    public double? P50 => At(.5);
    public double? P95 => At(.95);
    public double? P99 => At(.99);
    public double? Worst => At(1);

    private double? At(double share) => Sorted.Count == 0 ? null : Math.Round(Sorted.At(share), 1);
}
