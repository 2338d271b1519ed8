using System.Diagnostics;

namespace Benchmarks.Messengers;

/// <summary>Counts what goes to the database, from the events that Entity Framework tells to whoever listens.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> listening = [];
    private int commands, transactions;

    public CommandCount() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Does one step and adds what it cost. The whole process is counted: nothing else may run in it.</summary>
    public async Task Around(Cost cost, Func<Task> act)
    {
        var (cpu, bytes, sent, begun, clock) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), commands, transactions, Stopwatch.GetTimestamp());
        await act();
        cost.Add(Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(clock), GC.GetTotalAllocatedBytes() - bytes, commands - sent, transactions - begun);
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.EntityFrameworkCore")
            listening.Add(listener.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (told.Key.EndsWith(".CommandExecuted", StringComparison.Ordinal))
            Interlocked.Increment(ref commands);
        else if (told.Key.EndsWith(".TransactionCommitted", StringComparison.Ordinal))
            Interlocked.Increment(ref transactions);
    }

    public void OnError(Exception error) => throw error;

    public void OnCompleted()
    {
        // told when one stops listening: nothing is left to do
    }

    public void Dispose() => listening.ForEach(one => one.Dispose());
}

/// <summary>What one step has cost, over all times.</summary>
internal sealed class Cost
{
    private TimeSpan processor, wall;
    private long bytes, commands, transactions, times;

    public void Add(TimeSpan cpu, TimeSpan elapsed, long allocated, int sent, int committed)
    {
        processor += cpu;
        wall += elapsed;
        (bytes, commands, transactions, times) = (bytes + allocated, commands + sent, transactions + committed, times + 1);
    }

    /// <summary>Explicit transactions are those of several statements; a single statement commits by itself.</summary>
    public object PerTime() => new
    {
        times,
        commands = Math.Round(commands / (double)times, 2),
        explicitTransactions = Math.Round(transactions / (double)times, 2),
        processorMilliseconds = Math.Round(processor.TotalMilliseconds / times, 3),
        elapsedMilliseconds = Math.Round(wall.TotalMilliseconds / times, 2),
        kilobytes = Math.Round(bytes / 1024.0 / times, 1),
    };
}
