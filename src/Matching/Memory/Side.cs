namespace Matching.Memory;

/// <summary>
/// One side of all purchases: who (each buyer at each place) or what (each thing in each wording), once for all its lots, found by its words.
/// </summary>
internal sealed class Side
{
    private readonly Column<ulong> keys;
    private readonly TermLists terms;
    private readonly Postings lots;
    private readonly Postings ofWord;
    private readonly Column<int> lotsWithWord;
    private readonly Chains byKey;

    public Side() : this(new(), new(), new(), new(), new())
    {
    }

    private Side(Column<ulong> keys, TermLists terms, Postings lots, Postings ofWord, Column<int> lotsWithWord)
    {
        (this.keys, this.terms, this.lots, this.ofWord, this.lotsWithWord) = (keys, terms, lots, ofWord, lotsWithWord);
        byKey = new Chains(KeyOf);
    }

    public int Count => keys.Count;

    /// <summary>The same however the lots were loaded: finds an entry again, and decides between equals.</summary>
    public ulong KeyOf(int entry) => keys[entry];

    /// <summary>The words of an entry, each once.</summary>
    public ReadOnlySpan<int> TermsOf(int entry) => terms[entry];

    public int? Find(ulong key) => byKey.First(key) is >= 0 and var entry ? entry : null;

    /// <summary>The rows of an entry's lots.</summary>
    public Postings.Reader LotsOf(int entry) => lots.Read(entry);

    public int NumberOfLots(int entry) => lots.LengthOf(entry);

    /// <summary>The entries in which a word stands.</summary>
    public Postings.Reader WithWord(int word) => word < ofWord.Count ? ofWord.Read(word) : default;

    /// <summary>How many present lots have a word on this side.</summary>
    public int LotsWith(int word) => word < lotsWithWord.Count ? lotsWithWord[word] : 0;

    public int Add(ulong key, ReadOnlySpan<int> words)
    {
        var entry = keys.Add(key);
        byKey.Add(entry);
        terms.Add(words);
        lots.AddList();
        foreach (var word in terms[entry])
        {
            for (; ofWord.Count <= word; lotsWithWord.Add(0))
                ofWord.AddList();
            ofWord.Append(word, entry);
        }

        return entry;
    }

    public void AddLot(int entry, int row)
    {
        lots.Append(entry, row);
        foreach (var word in terms[entry])
            lotsWithWord[word]++;
    }

    /// <summary>A lot that is no more counts no more; its row stays in the list.</summary>
    public void ForgetLot(int entry)
    {
        foreach (var word in terms[entry])
            lotsWithWord[word]--;
    }

    public void Write(BinaryWriter file)
    {
        keys.Write(file);
        terms.Write(file);
        lots.Write(file);
        ofWord.Write(file);
        lotsWithWord.Write(file);
        byKey.Write(file);
    }

    public static Side Read(BinaryReader file)
    {
        var side = new Side(Column<ulong>.Read(file), TermLists.Read(file), Postings.Read(file), Postings.Read(file), Column<int>.Read(file));
        side.byKey.Read(file);
        return side;
    }
}
