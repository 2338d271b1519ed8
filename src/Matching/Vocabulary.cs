namespace Matching;

/// <summary>Stems as small numbers, with the units and items in which each stands.</summary>
internal sealed class Vocabulary
{
    private const int PrefixLength = 5;
    private const string Letters = "абвгдежзиклмнопрстуфхцчшюя";

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> prefixes = new(StringComparer.Ordinal);

    public List<string> Words { get; } = [];
    public List<List<int>> Units { get; } = [];
    public List<List<int>> Items { get; } = [];

    public int Add(string stem)
    {
        if (ids.TryGetValue(stem, out var id))
            return id;
        id = Words.Count;
        ids.Add(stem, id);
        Words.Add(stem);
        Units.Add([]);
        Items.Add([]);
        if (stem.Length >= PrefixLength)
        {
            var prefix = stem[..PrefixLength];
            if (!prefixes.TryGetValue(prefix, out var list))
                prefixes.Add(prefix, list = []);
            list.Add(id);
        }

        return id;
    }

    public bool TryFind(string stem, out int id) => ids.TryGetValue(stem, out id);

    /// <summary>Stems that begin with the same five letters, when few do: a class of many says nothing.</summary>
    public IReadOnlyList<int> WithPrefixOf(string stem, int most) =>
        stem.Length >= PrefixLength && prefixes.TryGetValue(stem[..PrefixLength], out var list) && list.Count <= most ? list : [];

    /// <summary>Stems that differ by one letter: missing, added, other, or two swapped. Costs nothing but for unknown words.</summary>
    public IEnumerable<int> OneLetterAway(string stem)
    {
        foreach (var near in Neighbours(stem))
        {
            if (ids.TryGetValue(near, out var id))
                yield return id;
        }
    }

    private static IEnumerable<string> Neighbours(string stem)
    {
        for (var i = 0; i <= stem.Length; i++)
        {
            if (i < stem.Length)
                yield return stem.Remove(i, 1);
            if (i + 1 < stem.Length && stem[i] != stem[i + 1])
                yield return stem[..i] + stem[i + 1] + stem[i] + stem[(i + 2)..];
            foreach (var letter in Letters)
            {
                yield return stem.Insert(i, letter.ToString());
                if (i < stem.Length && stem[i] != letter)
                    yield return stem[..i] + letter + stem[(i + 1)..];
            }
        }
    }
}
