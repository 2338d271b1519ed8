namespace Matching.Memory;

/// <summary>Stems as small numbers.</summary>
internal sealed class Vocabulary
{
    private const int PrefixLength = 5;
    private const string Letters = "абвгдежзиклмнопрстуфхцчшюя";
    private const int LongestNear = 24;    // a longer stem is no misspelt word

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> words = [];

    public Vocabulary() => bySpan = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => words.Count;

    public string this[int id] => words[id];

    public int Add(string stem)
    {
        if (ids.TryGetValue(stem, out var id))
            return id;
        id = words.Count;
        ids.Add(stem, id);
        words.Add(stem);
        if (stem.Length >= PrefixLength)
        {
            var prefix = stem[..PrefixLength];
            if (!prefixes.TryGetValue(prefix, out var list))
                prefixes.Add(prefix, list = new List<int>(1));
            list.Add(id);
        }

        return id;
    }

    public bool TryFind(string stem, out int id) => ids.TryGetValue(stem, out id);

    /// <summary>Stems that begin with the same five letters, when few do: a class of many says nothing.</summary>
    public IReadOnlyList<int> WithPrefixOf(string stem, int most) =>
        stem.Length >= PrefixLength && prefixes.TryGetValue(stem[..PrefixLength], out var list) && list.Count <= most ? list : [];

    /// <summary>Stems that differ by one letter: missing, added, other, or two swapped. Costs nothing but for unknown words.</summary>
    public List<int> OneLetterAway(string stem)
    {
        var found = new List<int>();
        if (stem.Length > LongestNear)
            return found;
        Span<char> near = stackalloc char[LongestNear + 1];
        for (var i = 0; i <= stem.Length; i++)
        {
            var after = stem.AsSpan(i);
            stem.AsSpan(0, i).CopyTo(near);
            if (after.Length > 0)
            {
                after[1..].CopyTo(near[i..]);
                Collect(near[..(stem.Length - 1)], found);
            }

            if (after.Length > 1 && after[0] != after[1])
            {
                (near[i], near[i + 1]) = (after[1], after[0]);
                after[2..].CopyTo(near[(i + 2)..]);
                Collect(near[..stem.Length], found);
            }

            foreach (var letter in Letters)
                TryLetter(near, letter, i, after, found);
        }

        return found;
    }

    public void Write(BinaryWriter file)
    {
        file.Write(words.Count);
        foreach (var word in words)
            file.Write(word);
    }

    public static Vocabulary Read(BinaryReader file)
    {
        var vocabulary = new Vocabulary();
        for (var left = file.ReadInt32(); left > 0; left--)
            vocabulary.Add(file.ReadString());
        return vocabulary;
    }

    /// <summary>The letter put in at this place, and put there instead of the one that stands there.</summary>
    private void TryLetter(Span<char> near, char letter, int at, ReadOnlySpan<char> after, List<int> found)
    {
        near[at] = letter;
        after.CopyTo(near[(at + 1)..]);
        Collect(near[..(at + 1 + after.Length)], found);
        if (after.Length == 0 || after[0] == letter)
            return;
        after[1..].CopyTo(near[(at + 1)..]);
        Collect(near[..(at + after.Length)], found);
    }

    private void Collect(ReadOnlySpan<char> near, List<int> found)
    {
        if (bySpan.TryGetValue(near, out var id) && !found.Contains(id))
            found.Add(id);
    }
}
