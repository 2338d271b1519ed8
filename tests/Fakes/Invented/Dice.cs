namespace Fakes.Invented;

/// <summary>Random numbers that are the same on every machine: SplitMix64, whole numbers only.</summary>
internal sealed class Dice(ulong seed, ulong stream)
{
    private ulong state = Mixed(seed * 0x9E3779B97F4A7C15 + Mixed(stream + 1));

    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>From 0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        state += 0x9E3779B97F4A7C15;
        return (int)((Mixed(state) >> 32) * (ulong)count >> 32);
    }

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int perMille) => Below(1000) < perMille;

    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>The index of one of the weights, as often as its weight says.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
            sum += weight;
        var at = Below(sum);
        for (var i = 0; ; i++)
        {
            at -= weights[i];
            if (at < 0)
                return i;
        }
    }

    /// <summary>
    /// A value from a table of quantiles, points of (per mille, value): straight lines between them. The first point is 0, the last 1000.
    /// </summary>
    public long Spread(ReadOnlySpan<(int At, long Value)> quantiles)
    {
        var at = Below(1_000_000);
        var i = 1;
        while (quantiles[i].At * 1000 < at)
            i++;
        var (from, low) = quantiles[i - 1];
        var (to, high) = quantiles[i];
        return low + ((high - low) * (at - (from * 1000L)) / ((to - from) * 1000L));
    }
}
