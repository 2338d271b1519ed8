namespace Risk.Populations;

/// <summary>Rows that share a key, in order of day and id, without copying them.</summary>
public readonly ref struct Group<T>(T[] rows, ReadOnlySpan<int> order)
    where T : struct
{
    private readonly ReadOnlySpan<int> order = order;

    public int Count => order.Length;

    public ref readonly T this[int place] => ref rows[order[place]];

    public Enumerator GetEnumerator() => new(rows, order);

    /// <summary>The rows as an array, for queries that are asked seldom.</summary>
    public T[] ToArray()
    {
        var copy = new T[order.Length];
        for (var place = 0; place < copy.Length; place++)
            copy[place] = rows[order[place]];
        return copy;
    }

    /// <summary>Steps through a group by reference.</summary>
    public ref struct Enumerator(T[] rows, ReadOnlySpan<int> order)
    {
        private readonly ReadOnlySpan<int> order = order;
        private int place = -1;

        public readonly ref readonly T Current => ref rows[order[place]];

        public bool MoveNext() => ++place < order.Length;
    }
}

/// <summary>Finds the rows of a key: keys in order with the place where the rows of each begin.</summary>
internal sealed class GroupIndex<T>
    where T : unmanaged
{
    private readonly T[] rows;
    private readonly int[] order;
    private readonly long[] keys;
    private readonly int[] starts;

    /// <param name="known">Places of the rows that count. The order within a group is theirs.</param>
    /// <param name="keyOf">Rows with key 0 belong to nobody and are left out.</param>
    public GroupIndex(T[] rows, int[] known, KeyOf<T, long> keyOf)
    {
        this.rows = rows;
        var (sorting, owned, groups) = (new long[known.Length], new int[known.Length], 0);
        for (var rank = 0; rank < known.Length; rank++)
            if (keyOf(rows[known[rank]]) is not 0 and var key)
                (sorting[groups], owned[groups++]) = (key, rank);
        order = groups == owned.Length ? owned : owned[..groups];
        Array.Sort(sorting, order, 0, groups);    // by key; ties are put right below
        keys = Distinct(sorting.AsSpan(0, groups));
        starts = new int[keys.Length + 1];
        for (var (group, start) = (0, 0); group < keys.Length; group++)
        {
            var end = start + 1;
            while (end < groups && sorting[end] == sorting[start])
                end++;
            if (end - start > 1)
                Array.Sort(order, start, end - start);
            start = starts[group + 1] = end;
        }

        for (var place = 0; place < order.Length; place++)
            order[place] = known[order[place]];
    }

    public IReadOnlyList<long> Keys => keys;

    public Group<T> Of(long key)
    {
        var group = key == 0 ? -1 : Array.BinarySearch(keys, key);
        return group < 0 ? new Group<T>(rows, []) : new Group<T>(rows, order.AsSpan(starts[group], starts[group + 1] - starts[group]));
    }

    private static long[] Distinct(ReadOnlySpan<long> sorted)
    {
        var count = 0;
        for (var place = 0; place < sorted.Length; place++)
            count += place == 0 || sorted[place] != sorted[place - 1] ? 1 : 0;
        var distinct = new long[count];
        for (var (place, next) = (0, 0); place < sorted.Length; place++)
            if (place == 0 || sorted[place] != sorted[place - 1])
                distinct[next++] = sorted[place];
        return distinct;
    }
}
