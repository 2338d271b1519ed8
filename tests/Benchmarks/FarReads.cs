using System.Diagnostics;

namespace Benchmarks;

/// <summary>
/// What one read from memory costs that nothing could foresee: tables of a million lots are read so, and it is what neighbours on a shared
/// machine change most. A figure beside others, to tell a slow program from a slow day.
/// </summary>
internal static class FarReads
{
    private const int Places = 64 << 20;    // of eight bytes each, more than any cache holds
    private const int Reads = 4_000_000;

    /// <returns>Nanoseconds for each read, one after the other.</returns>
    public static double Nanoseconds()
    {
        var places = new long[Places];
        new Random(1).NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(places.AsSpan()));
        var place = 0L;
        var clock = Stopwatch.StartNew();
        for (var read = 0; read < Reads; read++)
            place = (places[place] + read) & (Places - 1);    // where to read next stands in what was read
        var nanoseconds = clock.Elapsed.TotalNanoseconds / Reads;
        return place < 0 ? throw new InvalidOperationException("Not reached.") : Math.Round(nanoseconds);
    }
}
