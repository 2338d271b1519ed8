using System.Buffers.Binary;
using System.Text;

namespace Bot.Storage;

/// <summary>
/// Rows on their way into a table, value after value in one piece of memory: fifty thousand rows are one object, and texts stay the UTF-8
/// that they are read and stored as.
/// </summary>
public sealed class RowBuffer
{
    private const byte Nothing = 0, Whole = 1, Words = 2;
    private readonly List<int> starts = [];
    private byte[] bytes = new byte[1 << 16];
    private int length;

    public int Count => starts.Count;
    public int Bytes => length;

    public RowBuffer Begin()
    {
        starts.Add(length);
        return this;
    }

    public RowBuffer Number(long? value)
    {
        var at = Take(value is null ? 1 : 9);
        bytes[at] = value is null ? Nothing : Whole;
        if (value is { } number)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + 1), number);
        return this;
    }

    public RowBuffer Moment(DateTimeOffset? value) => Number(value?.ToUnixTimeMilliseconds());

    public RowBuffer Text(string? value)
    {
        if (value is null)
            return Number(null);
        var size = Encoding.UTF8.GetByteCount(value);
        var at = TakeText(size);
        Encoding.UTF8.GetBytes(value, bytes.AsSpan(at, size));
        return this;
    }

    public RowBuffer Text(ReadOnlySpan<byte> utf8)
    {
        var at = TakeText(utf8.Length);
        utf8.CopyTo(bytes.AsSpan(at));
        return this;
    }

    /// <summary>Copies one row of another buffer as it is.</summary>
    public void Copy(RowBuffer from, int row)
    {
        Begin();
        var start = from.starts[row];
        var size = (row + 1 < from.starts.Count ? from.starts[row + 1] : from.length) - start;
        var at = Take(size);
        from.bytes.AsSpan(start, size).CopyTo(bytes.AsSpan(at));
    }

    public void Clear()
    {
        starts.Clear();
        length = 0;
    }

    public Values Row(int row) => new(this, starts[row]);

    /// <summary>Reads the values of a row, in order.</summary>
    public ref struct Values(RowBuffer rows, int at)
    {
        public long? Number { get; private set; }
        public ReadOnlySpan<byte> Text { get; private set; }
        public bool IsText { get; private set; }

        /// <summary>The same text in memory that outlives a span.</summary>
        public ReadOnlyMemory<byte> Memory { get; private set; }

        public void Next()
        {
            (Number, IsText) = (null, rows.bytes[at] == Words);
            switch (rows.bytes[at++])
            {
                case Whole:
                    Number = BinaryPrimitives.ReadInt64LittleEndian(rows.bytes.AsSpan(at));
                    at += 8;
                    break;
                case Words:
                    var size = BinaryPrimitives.ReadInt32LittleEndian(rows.bytes.AsSpan(at));
                    Memory = rows.bytes.AsMemory(at + 4, size);
                    Text = Memory.Span;
                    at += 4 + size;
                    break;
            }
        }
    }

    private int TakeText(int size)
    {
        var at = Take(5 + size);
        bytes[at] = Words;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 1), size);
        return at + 5;
    }

    private int Take(int size)
    {
        if (length + size > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + size));
        length += size;
        return length - size;
    }
}
