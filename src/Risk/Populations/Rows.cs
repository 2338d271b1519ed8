using System.Runtime.InteropServices;

namespace Risk.Populations;

/// <summary>A key of a row, which is not copied to tell it.</summary>
internal delegate TKey KeyOf<T, out TKey>(in T row);

/// <summary>
/// Rows of one table: added at the end, put in order in place and lent to populations without a copy. What was lent is never changed:
/// a table that changes afterwards moves to an array of its own.
/// </summary>
internal sealed class Rows<T>
    where T : unmanaged, IEquatable<T>
{
    private const int First = 16;

    private T[] rows = [];
    private int lent;    // so many rows are read by somebody
    private bool isOrdered = true;

    public int Count { get; private set; }
    public ReadOnlySpan<T> Span => rows.AsSpan(0, Count);
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(Span);

    public void Add(in T row)
    {
        if (Count == rows.Length)
            Array.Resize(ref rows, Math.Max(First, rows.Length + (rows.Length / 2)));
        rows[Count++] = row;
        isOrdered = false;
    }

    /// <summary>Room for so many rows, so that a table that is filled at once does not move again and again.</summary>
    public void Expect(int count)
    {
        if (count > rows.Length)
            Array.Resize(ref rows, count);
    }

    /// <summary>Room for exactly so many rows, to be filled by the caller.</summary>
    public Span<T> Fill(int count)
    {
        (rows, Count, isOrdered) = (new T[count], count, false);
        return rows;
    }

    public void RemoveAll(Predicate<T> isGone)
    {
        if (!Any(isGone))
            return;
        var kept = lent > 0 ? new T[rows.Length] : rows;
        var count = 0;
        for (var place = 0; place < Count; place++)
            if (!isGone(rows[place]))
                kept[count++] = rows[place];
        (rows, Count, lent) = (kept, count, 0);
    }

    /// <summary>The rows as they lie; later ones may follow behind <see cref="Count"/>.</summary>
    public T[] Lend()
    {
        lent = Count;
        Trim();
        return rows;
    }

    /// <summary>The rows in order of the key, equal rows once. Rows of equal keys are ordered by their contents.</summary>
    public T[] Lend(KeyOf<T, SortKey> keyOf)
    {
        if (!isOrdered)
        {
            if (lent > 0)
                rows = rows[..Count];
            Order(keyOf);
            isOrdered = true;
        }

        return Lend();
    }

    private void Order(KeyOf<T, SortKey> keyOf)
    {
        var (keys, places) = (new SortKey[Count], new int[Count]);
        for (var place = 0; place < Count; place++)
            (keys[place], places[place]) = (keyOf(rows[place]), place);
        Array.Sort(keys, places);
        Move(places);
        for (var (start, end) = (0, 1); start < Count; start = end++)
        {
            while (end < Count && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                rows.AsSpan(start, end - start).Sort(ByContents);
        }

        DropEqual();
    }

    /// <summary>Puts the row of each place where it belongs, along the circles that the places make.</summary>
    private void Move(int[] places)
    {
        for (var start = 0; start < places.Length; start++)
        {
            var (row, place) = (rows[start], start);
            while (places[place] != start && places[place] != place)
            {
                var from = places[place];
                rows[place] = rows[from];
                (places[place], place) = (place, from);
            }

            rows[place] = row;
            places[place] = place;
        }
    }

    private void DropEqual()
    {
        var count = Math.Min(Count, 1);
        for (var place = 1; place < Count; place++)
            if (!rows[place].Equals(rows[count - 1]))
                rows[count++] = rows[place];
        Count = count;
    }

    private static int ByContents(T one, T other) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref one)).SequenceCompareTo(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref other)));

    private bool Any(Predicate<T> isGone)
    {
        foreach (ref readonly var row in Span)
            if (isGone(row))
                return true;
        return false;
    }

    private void Trim()
    {
        if (rows.Length - Count > rows.Length / 8)
            Array.Resize(ref rows, Count);
    }
}
