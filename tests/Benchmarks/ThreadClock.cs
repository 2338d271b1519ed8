using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>What the thread that asks has used of a processor and of the heap: others on the machine do not count.</summary>
internal readonly record struct ThreadClock(double Microseconds, long Bytes)
{
    private const int OfThisThread = 3;    // CLOCK_THREAD_CPUTIME_ID of Linux

    public static ThreadClock Now
    {
        get
        {
            var failed = ClockGetTime(OfThisThread, out var time) != 0;
            return new(failed ? 0 : (time.Seconds * 1e6) + (time.Nanoseconds / 1e3), GC.GetAllocatedBytesForCurrentThread());
        }
    }

    public static ThreadClock operator -(ThreadClock one, ThreadClock other) => new(one.Microseconds - other.Microseconds, one.Bytes - other.Bytes);

    public static ThreadClock operator +(ThreadClock one, ThreadClock other) => new(one.Microseconds + other.Microseconds, one.Bytes + other.Bytes);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
