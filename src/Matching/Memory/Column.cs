using System.Runtime.InteropServices;

namespace Matching.Memory;

/// <summary>
/// A growing list of plain values in pages, so that it grows without copying; it is written to a file and read back as it lies in memory.
/// </summary>
internal sealed class Column<T> where T : unmanaged
{
    /// <summary>Values in a page; a run that must lie together may be as long.</summary>
    public const int PageLength = 1 << Bits;

    private const int Bits = 13;
    private const int Mask = PageLength - 1;
    private T[][] pages = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref pages[index >> Bits][index & Mask];

    /// <summary>Appends one value and says where it stands.</summary>
    public int Add(T value)
    {
        var at = Reserve(1);
        this[at] = value;
        return at;
    }

    /// <summary>Makes room for a run of values that lie together; what is left of a page too short for it stays empty.</summary>
    public int Reserve(int length)
    {
        if ((Count & Mask) + length > PageLength)
            Count = (Count | Mask) + 1;
        var at = Count;
        Count += length;
        while (pages.Length << Bits < Count)
            AddPage();
        return at;
    }

    /// <summary>A run of values that was reserved together.</summary>
    public Span<T> Run(int start, int length) => length == 0 ? [] : pages[start >> Bits].AsSpan(start & Mask, length);

    public void Write(BinaryWriter file)
    {
        file.Write(Count);
        for (var start = 0; start < Count; start += PageLength)
            file.Write(MemoryMarshal.AsBytes(Run(start, Math.Min(PageLength, Count - start))));
    }

    public static Column<T> Read(BinaryReader file)
    {
        var column = new Column<T>();
        var count = file.ReadInt32();
        for (var start = 0; start < count; start += PageLength)
        {
            var length = Math.Min(PageLength, count - start);
            file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.Run(column.Reserve(length), length)));
        }

        return column;
    }

    private void AddPage()
    {
        Array.Resize(ref pages, pages.Length + 1);
        pages[^1] = new T[PageLength];
    }
}
