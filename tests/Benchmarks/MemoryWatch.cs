namespace Benchmarks;

/// <summary>Looks at this process's memory ten times a second and remembers the most.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer timer;
    private long peak;

    public MemoryWatch() => timer = new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, 0, 100);

    public long PeakMegabytes => peak >> 20;

    public void Dispose() => timer.Dispose();
}
