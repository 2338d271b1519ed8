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

/// <summary>Finds the rows of a key.</summary>
internal sealed class GroupIndex<T>
    where T : struct
{
    private readonly T[] rows;
    private readonly int[] order;
    private readonly Dictionary<long, (int Start, int Count)> groups = [];

    /// <summary>Rows with key 0 belong to nobody and are left out. The order within a group is that of the rows.</summary>
    public GroupIndex(T[] rows, Func<T, long> keyOf)
    {
        this.rows = rows;
        var keys = Array.ConvertAll(rows, row => keyOf(row));
        order = [.. Enumerable.Range(0, rows.Length)];
        var sorting = (long[])keys.Clone();
        Array.Sort(sorting, order);    // by key; ties are put right below
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && sorting[end] == sorting[start])
                end++;
            Array.Sort(order, start, end - start);
            if (sorting[start] != 0)
                groups[sorting[start]] = (start, end - start);
            start = end;
        }
    }

    public IEnumerable<long> Keys => groups.Keys;

    public Group<T> Of(long key)
    {
        var (start, count) = groups.GetValueOrDefault(key);
        return new Group<T>(rows, order.AsSpan(start, count));
    }
}
