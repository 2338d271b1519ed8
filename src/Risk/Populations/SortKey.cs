namespace Risk.Populations;

/// <summary>What rows are ordered by; the parts count from the first to the last.</summary>
internal readonly record struct SortKey(long First, long Second, long Third = 0) : IComparable<SortKey>
{
    public int CompareTo(SortKey other) =>
        First != other.First ? First.CompareTo(other.First)
        : Second != other.Second ? Second.CompareTo(other.Second)
        : Third.CompareTo(other.Third);
}
