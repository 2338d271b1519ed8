using System.Runtime.InteropServices;

namespace Matching.Memory;

/// <summary>Texts as numbers of 64 bits, the same in every process: two of a billion texts meet with a chance of one in thirty.</summary>
internal static class Keys
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>The key of several texts in this order; an absent one is an empty one. Never 0.</summary>
    public static ulong Of(params ReadOnlySpan<string?> texts)
    {
        var key = Odd;
        foreach (var text in texts)
            key = Mix(Of(key, text) ^ 0xFF);
        return key == 0 ? 1 : key;
    }

    private static ulong Of(ulong key, ReadOnlySpan<char> text)
    {
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var four in words)
            key = Mix(key ^ four);
        foreach (var letter in text[(words.Length * 4)..])
            key = Mix(key ^ letter);
        return key;
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Odd, out var low);
        return high ^ low;
    }
}
