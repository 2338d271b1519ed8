namespace Bot.Lots;

/// <summary>Some thousand documents one behind the other, as bytes, to be parsed on all cores.</summary>
internal sealed class DocumentBlock
{
    private const int FirstBytes = 1 << 20;

    private readonly List<int> ends = [];
    private byte[] bytes = new byte[FirstBytes];

    public int Count => ends.Count;

    /// <summary>Takes the next documents instead of those it holds; with none left it is empty.</summary>
    public async Task Fill(DocumentRows rows, int most, CancellationToken cancellationToken)
    {
        ends.Clear();
        while (ends.Count < most && await rows.Next(cancellationToken))
            Add(rows.Document);
    }

    /// <summary>The documents as records, in their order; what is asked of each in the same query is worked out on all cores, too.</summary>
    public ParallelQuery<T> Parse<T>()
        where T : class => ParallelEnumerable.Range(0, ends.Count).AsOrdered().Select(place =>
        Documents.Read<T>(bytes.AsSpan(Start(place), ends[place] - Start(place))));

    private int Start(int place) => place == 0 ? 0 : ends[place - 1];

    private void Add(ReadOnlySpan<byte> document)
    {
        var start = Start(ends.Count);
        if (start + document.Length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, start + document.Length));
        document.CopyTo(bytes.AsSpan(start));
        ends.Add(start + document.Length);
    }
}
