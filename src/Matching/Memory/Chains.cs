using System.Runtime.InteropServices;

namespace Matching.Memory;

/// <summary>
/// A hash table from keys to rows that hold these keys themselves, several rows a key: a head for each bucket and a link for each row.
/// </summary>
/// <param name="keyOf">The key of a row; 0 for a row that has none and is never looked for.</param>
internal sealed class Chains(Func<int, ulong> keyOf)
{
    private const int None = -1;

    private int[] heads = Empty(16);
    private Column<int> links = new();

    /// <summary>Takes in the next row: they come in the order of their numbers, from 0.</summary>
    public void Add(int row)
    {
        if (row >= heads.Length)
            Grow();
        links.Add(None);
        Link(row);
    }

    /// <summary>The newest row with this key, or -1.</summary>
    public int First(ulong key) => key == 0 ? None : Seek(heads[Bucket(key)], key);

    /// <summary>The next older row with the same key, or -1.</summary>
    public int Next(int row, ulong key) => Seek(links[row], key);

    /// <summary>All rows with this key, newest first.</summary>
    public List<int> All(ulong key)
    {
        var rows = new List<int>();
        for (var row = First(key); row != None; row = Next(row, key))
            rows.Add(row);
        return rows;
    }

    public void Write(BinaryWriter file)
    {
        file.Write(heads.Length);
        file.Write(MemoryMarshal.AsBytes(heads.AsSpan()));
        links.Write(file);
    }

    public void Read(BinaryReader file)
    {
        var length = file.ReadInt32();
        if (!int.IsPow2(length))
            throw new InvalidDataException("A table of rows is spoilt.");
        heads = new int[length];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(heads.AsSpan()));
        links = Column<int>.Read(file);
    }

    private int Seek(int row, ulong key)
    {
        while (row != None && keyOf(row) != key)
            row = links[row];
        return row;
    }

    private void Link(int row)
    {
        if (keyOf(row) is not (not 0 and var key))
            return;
        ref var head = ref heads[Bucket(key)];
        (links[row], head) = (head, row);
    }

    private void Grow()
    {
        heads = Empty(2 * heads.Length);
        for (var row = 0; row < links.Count; row++)
            Link(row);
    }

    /// <summary>Fibonacci hashing: the golden ratio spreads keys that follow each other.</summary>
    private int Bucket(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - int.Log2(heads.Length)));

    private static int[] Empty(int length)
    {
        var heads = new int[length];
        Array.Fill(heads, None);
        return heads;
    }
}
