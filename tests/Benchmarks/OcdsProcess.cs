using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>One run of the built program over a file of releases, start-up included: what it cost.</summary>
internal sealed record OcdsProcess(double CpuSeconds, double Seconds, long PeakMegabytes)
{
    private const int OfChildren = -1;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <param name="file">The releases.</param>
    /// <param name="threads">Workers side by side.</param>
    /// <param name="answer">Where the answer is kept.</param>
    public static async Task<OcdsProcess> Run(string file, int threads, string answer)
    {
        var before = CpuOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(Bot.House).Assembly.Location, "risk", "--ocds", file, "--threads", $"{threads}"])
        {
            RedirectStandardOutput = true,
        })!;
        await using var kept = File.Create(answer);
        var copying = process.StandardOutput.BaseStream.CopyToAsync(kept);
        long peak = 0;
        while (!process.WaitForExit(Glance))
            peak = Math.Max(peak, Peak(process.Id));
        await copying;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"risk --ocds ended with {process.ExitCode}.");
        return new OcdsProcess(CpuOfChildren() - before, clock.Elapsed.TotalSeconds, peak);
    }

    /// <summary>The high-water mark of resident memory, as the system keeps it.</summary>
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], null) >> 10;
        }
        catch (IOException)
        {
            return 0;    // it has ended meanwhile
        }
    }

    /// <summary>User and system seconds of all processes that this one started and that have ended.</summary>
    private static double CpuOfChildren()
    {
        var usage = new long[32];    // struct rusage begins with two times of two longs each: seconds, microseconds
        return getrusage(OfChildren, usage) == 0
            ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6)
            : throw new InvalidOperationException("The system does not tell the time of children.");
    }

    [DllImport("libc")]
    private static extern int getrusage(int who, [Out] long[] usage);
}
