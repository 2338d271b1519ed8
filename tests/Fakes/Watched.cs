namespace Fakes;

/// <summary>What every made-up world has: a gate, a clock, the log of calls, what is to go wrong, and a bell for whoever waits for a change.</summary>
/// <remarks>Whoever reads or changes the world holds <see cref="Gate"/>.</remarks>
internal abstract class Watched<TCall, TFault>(TimeProvider clock) where TFault : class
{
    /// <summary>After this long without what a test waits for, the test fails with what there is instead.</summary>
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(30);

    private readonly List<(string Call, TFault? Fault)> faults = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Lock Gate { get; } = new();
    public TimeProvider Clock { get; } = clock;
    public List<TCall> Calls { get; } = [];

    /// <summary>What goes wrong with the next calls of this name, one each; null: nothing.</summary>
    public void FailNext(string call, IEnumerable<TFault?> next)
    {
        lock (Gate)
            faults.AddRange(next.Select(fault => (call, fault)));
    }

    /// <summary>Whatever was to go wrong and has not yet, goes right.</summary>
    public void Mend()
    {
        lock (Gate)
            faults.Clear();
    }

    /// <summary>What is to go wrong with this call, if anything.</summary>
    public TFault? TakeFault(string call)
    {
        lock (Gate)
        {
            var at = faults.FindIndex(fault => fault.Call == call);
            if (at < 0)
                return null;
            var fault = faults[at].Fault;
            faults.RemoveAt(at);
            return fault;
        }
    }

    public void Note(TCall call)
    {
        lock (Gate)
            Calls.Add(call);
        Changed();
    }

    /// <summary>The next change of the world.</summary>
    public Task NextChange()
    {
        lock (Gate)
            return changed.Task;
    }

    public void Changed()
    {
        TaskCompletionSource former;
        lock (Gate)
        {
            former = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        former.SetResult();
    }

    /// <summary>Waits until <paramref name="look"/> sees something that is neither null nor false.</summary>
    /// <param name="instead">What there is when it never comes.</param>
    public async Task<T> WaitFor<T>(Func<T?> look, Func<string> instead)
    {
        using var patience = new CancellationTokenSource(GiveUp);
        while (true)
        {
            var change = NextChange();
            if (look() is { } found and not false)
                return found;
            if (await Task.WhenAny(change, Task.Delay(Timeout.Infinite, patience.Token)) != change)
                throw new TimeoutException($"It did not come. {instead()}");
        }
    }
}
