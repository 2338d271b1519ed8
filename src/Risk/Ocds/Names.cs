using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Risk.Ocds;

/// <summary>
/// Texts by number: each different UTF-8 text is kept once, so that identifiers are compared and counted as small numbers.
/// </summary>
internal sealed class Names
{
    private const ulong Mix = 0x9E3779B97F4A7C15;    // 2^64 over the golden ratio: spreads neighbouring numbers
    private const int FirstSlots = 64;               // a power of two, as every later size

    private byte[] bytes = new byte[1024];
    private Entry[] entries = new Entry[FirstSlots];
    private int[] slots = new int[FirstSlots];       // number of the newest entry of the slot, plus one
    private int used;

    public Names()
    {
    }

    public Names(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            Of(System.Text.Encoding.UTF8.GetBytes(text));
    }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number] => bytes.AsSpan(entries[number].At, entries[number].Length);

    /// <summary>The text's number, or −1 if it was never given one.</summary>
    public int Find(ReadOnlySpan<byte> text) => Find(text, Hash(text));

    /// <summary>The text's number: the next free one if the text is new.</summary>
    public int Of(ReadOnlySpan<byte> text) => Of(text, Hash(text));

    /// <summary>Takes all texts of another over: their numbers here, by their numbers there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]    // entered once
    public int[] Absorb(Names other)
    {
        Grow(Count + other.Count);
        var numbers = new int[other.Count];
        for (var number = 0; number < numbers.Length; number++)
            numbers[number] = Of(other[number], other.entries[number].Hash);
        return numbers;
    }

    private int Of(ReadOnlySpan<byte> text, int hash)
    {
        var known = Find(text, hash);
        if (known >= 0)
            return known;
        Grow(Count + 1);
        while (bytes.Length - used < text.Length)
            Array.Resize(ref bytes, bytes.Length * 2);
        text.CopyTo(bytes.AsSpan(used));
        ref var slot = ref slots[hash & (slots.Length - 1)];
        entries[Count] = new Entry(used, text.Length, hash, slot);
        used += text.Length;
        return (slot = ++Count) - 1;
    }

    private int Find(ReadOnlySpan<byte> text, int hash)
    {
        for (var at = slots[hash & (slots.Length - 1)] - 1; at >= 0; at = entries[at].Next - 1)
            if (entries[at].Hash == hash && text.SequenceEqual(this[at]))
                return at;
        return -1;
    }

    private void Grow(int least)
    {
        if (least <= entries.Length)
            return;
        Array.Resize(ref entries, (int)BitOperations.RoundUpToPowerOf2((uint)least));
        slots = new int[entries.Length];
        for (var number = 0; number < Count; number++)
        {
            ref var slot = ref slots[entries[number].Hash & (slots.Length - 1)];
            entries[number] = entries[number] with { Next = slot };
            slot = number + 1;
        }
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Mix, 29);
        ulong rest = 0;
        foreach (var letter in text)
            rest = (rest << 8) | letter;
        hash = (hash ^ rest) * Mix;
        return (int)(hash >> 32) & int.MaxValue;
    }

    private readonly record struct Entry(int At, int Length, int Hash, int Next);
}
