namespace Matching.Memory;

/// <summary>Which words of the register's Russian names stand where its Kazakh names have a word, as mined from names in both languages.</summary>
internal sealed class Bridge
{
    private readonly Dictionary<int, int[]> across;

    public Bridge() : this([])
    {
    }

    public Bridge(Dictionary<int, int[]> across) => this.across = across;

    /// <summary>How many words lead across.</summary>
    public int Count => across.Count;

    /// <summary>The Russian words for a Kazakh one; none when nothing was learnt of it.</summary>
    public IReadOnlyList<int> Across(int word) => across.GetValueOrDefault(word) ?? [];

    public void Write(BinaryWriter file)
    {
        file.Write(across.Count);
        foreach (var (word, others) in across.OrderBy(pair => pair.Key))
        {
            file.Write(word);
            file.Write(others.Length);
            foreach (var other in others)
                file.Write(other);
        }
    }

    public static Bridge Read(BinaryReader file)
    {
        var across = new Dictionary<int, int[]>();
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            var word = file.ReadInt32();
            across[word] = [.. Enumerable.Range(0, file.ReadInt32()).Select(_ => file.ReadInt32())];
        }

        return new Bridge(across);
    }
}
