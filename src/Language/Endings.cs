namespace Language;

/// <summary>A set of word endings in folded letters, asked from the last letter backwards: a step a letter however many endings there are.</summary>
internal sealed class Endings
{
    private const int Letters = 33;    // а–я, the end of an ending
    private readonly List<short[]> nodes = [new short[Letters]];

    public Endings(string endings)
    {
        foreach (var ending in endings.Split(' '))
            Add(ending);
    }

    /// <summary>The length of the longest ending that leaves at least so many letters of the word; 0 when none does.</summary>
    public int Longest(ReadOnlySpan<char> word, int leave)
    {
        var longest = 0;
        var node = nodes[0];
        for (var i = word.Length - 1; i >= leave; i--)
        {
            if (word[i] is < 'а' or > 'я' || node[word[i] - 'а'] == 0)
                break;
            node = nodes[node[word[i] - 'а']];
            if (node[Letters - 1] != 0)
                longest = word.Length - i;
        }

        return longest;
    }

    private void Add(string ending)
    {
        var node = nodes[0];
        for (var i = ending.Length - 1; i >= 0; i--)
        {
            ref var next = ref node[ending[i] - 'а'];
            if (next == 0)
            {
                next = (short)nodes.Count;
                nodes.Add(new short[Letters]);
            }

            node = nodes[next];
        }

        node[Letters - 1] = 1;
    }
}
