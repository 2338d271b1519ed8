namespace Matching.Memory;

/// <summary>Short lists of numbers that do not change once they are there: the words of a name.</summary>
internal sealed class TermLists
{
    /// <summary>Numbers in one list at most; a name of more words is a technical specification.</summary>
    public const int Longest = 400;

    private readonly Column<Place> places;
    private readonly Column<int> terms;

    public TermLists() => (places, terms) = (new(), new());

    private TermLists(Column<Place> places, Column<int> terms) => (this.places, this.terms) = (places, terms);

    public ReadOnlySpan<int> this[int list] => terms.Run(places[list].Start, places[list].Length);

    public void Add(ReadOnlySpan<int> list)
    {
        var kept = list[..Math.Min(list.Length, Longest)];
        var start = terms.Reserve(kept.Length);
        kept.CopyTo(terms.Run(start, kept.Length));
        places.Add(new Place { Start = start, Length = kept.Length });
    }

    public void Write(BinaryWriter file)
    {
        places.Write(file);
        terms.Write(file);
    }

    public static TermLists Read(BinaryReader file) => new(Column<Place>.Read(file), Column<int>.Read(file));

    private struct Place
    {
        public int Start, Length;
    }
}
