namespace Matching.Memory;

/// <summary>
/// Many growing lists of numbers in one pool. A list is a chain of runs, each twice as long as the one before up to a bound; the last place
/// of a run says where the next one begins.
/// </summary>
internal sealed class Postings
{
    private const int First = 2, Longest = 512;

    private readonly Column<Head> heads;
    private readonly Column<int> pool;

    public Postings() => (heads, pool) = (new(), new());

    private Postings(Column<Head> heads, Column<int> pool) => (this.heads, this.pool) = (heads, pool);

    /// <summary>How many lists there are.</summary>
    public int Count => heads.Count;

    /// <summary>Adds an empty list and gives its number, which are consecutive.</summary>
    public int AddList() => heads.Add(default);

    public int LengthOf(int list) => heads[list].Length;

    public void Append(int list, int value)
    {
        ref var head = ref heads[list];
        if (head.Length == 0)
        {
            head.Start = head.End = pool.Reserve(First + 1);
            head.Run = head.Room = First;
        }
        else if (head.Room == 0)
        {
            head.Run = head.Room = (short)Math.Min(Longest, 2 * head.Run);
            var next = pool.Reserve(head.Run + 1);
            (pool[head.End], head.End) = (next, next);
        }

        pool[head.End++] = value;
        head.Room--;
        head.Length++;
    }

    /// <summary>The values of a list, run by run, in the order in which they were added.</summary>
    public Reader Read(int list) => new(pool, heads[list]);

    public void Write(BinaryWriter file)
    {
        heads.Write(file);
        pool.Write(file);
    }

    public static Postings Read(BinaryReader file) => new(Column<Head>.Read(file), Column<int>.Read(file));

    /// <summary>Where a list begins, where its next value goes, how long its last run is and how much room is left in it.</summary>
    internal struct Head
    {
        public int Start, End, Length;
        public short Run, Room;
    }

    /// <summary>Walks over the runs of one list.</summary>
    public ref struct Reader(Column<int> pool, Head head)
    {
        private int at = head.Start, left = head.Length, length = First;

        public ReadOnlySpan<int> Current { get; private set; }

        public bool MoveNext()
        {
            if (left == 0)
                return false;
            var taken = Math.Min(left, length);
            Current = pool.Run(at, taken);
            left -= taken;
            if (left > 0)
                at = pool[at + length];
            length = Math.Min(Longest, 2 * length);
            return true;
        }

        public readonly Reader GetEnumerator() => this;
    }
}
