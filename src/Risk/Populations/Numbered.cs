namespace Risk.Populations;

/// <summary>Things that repeat, each with a small number. 0 is "none".</summary>
internal sealed class Numbered<T>(T none)
    where T : notnull
{
    private readonly List<T> things = [none];
    private readonly Dictionary<T, ushort> numbers = new() { [none] = 0 };

    public IReadOnlyList<T> Things => things;

    /// <summary>What comes after 65,535 different things counts as none.</summary>
    public ushort Of(T thing)
    {
        if (numbers.TryGetValue(thing, out var known))
            return known;
        if (things.Count > ushort.MaxValue)
            return 0;
        numbers[thing] = (ushort)things.Count;
        things.Add(thing);
        return numbers[thing];
    }

    /// <summary>Numbers the things as they were numbered before; the first of them is "none".</summary>
    public void Restore(IReadOnlyList<T> known)
    {
        foreach (var thing in known.Skip(1))
            Of(thing);
    }

    public ushort? Find(T thing) => numbers.TryGetValue(thing, out var known) ? known : null;
}
