namespace Risk.Populations;

/// <summary>Rows as they lie in memory, and the places of those that are known at a moment, in the order in which they are told.</summary>
internal sealed class Known<T>
    where T : unmanaged
{
    private readonly T[] rows;
    private readonly int[] places;

    private Known(T[] rows, int[] places) => (this.rows, this.places) = (rows, places);

    public Group<T> All => new(rows, places);

    /// <param name="keyOf">What the known rows are told by; rows of equal keys as they lie.</param>
    public static Known<T> Of(T[] rows, int count, KeyOf<T, bool> isKnown, KeyOf<T, SortKey> keyOf)
    {
        var (keys, places, known) = (new SortKey[count], new int[count], 0);
        for (var place = 0; place < count; place++)
            if (isKnown(rows[place]))
                (keys[known], places[known++]) = (keyOf(rows[place]), place);
        Array.Sort(keys, places, 0, known);
        for (var (start, end) = (0, 0); start < known; start = end)
        {
            for (end = start + 1; end < known && keys[end] == keys[start];)
                end++;
            Array.Sort(places, start, end - start);
        }

        return new Known<T>(rows, known == count ? places : places[..known]);
    }

    /// <summary>The known rows by a key of theirs.</summary>
    public GroupIndex<T> By(KeyOf<T, long> keyOf) => new(rows, places, keyOf);
}
