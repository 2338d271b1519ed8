namespace Benchmarks.Schemes;

/// <summary>Chance that falls the same way on every machine for the same seed (SplitMix64), one stream for each purpose.</summary>
internal sealed class Chance(ulong state)
{
    private ulong state = state;

    /// <summary>A stream of its own, so that more draws for one purpose do not move another.</summary>
    public static Chance For(long seed, string purpose)
    {
        var hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (var letter in purpose)
            hash = (hash ^ letter) * 1099511628211UL;

        return new Chance(hash);
    }

    /// <summary>0 up to but not 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int count) => (int)(Unit() * count);

    /// <summary>Both ends are possible.</summary>
    public int From(int least, int most) => least + Below(most - least + 1);

    public double Between(double least, double most) => least + (Unit() * (most - least));

    public bool Is(double probability) => Unit() < probability;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>Deviation 1 as the normal one, with heavier tails.</summary>
    public double Laplace()
    {
        var unit = Unit();
        return (unit < .5 ? Math.Log((2 * unit) + double.Epsilon) : -Math.Log(2 * (1 - unit))) / Math.Sqrt(2);
    }

    /// <summary>Even on a logarithmic scale: as often between 1 and 2 as between 2 and 4.</summary>
    public double Scaled(double least, double most) => least * Math.Exp(Unit() * Math.Log(most / least));

    public T Of<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    /// <summary>Early things of the list more often than late ones, as a few firms of a market do most of its trade.</summary>
    public T Skewed<T>(IReadOnlyList<T> things) => things[(int)(things.Count * Math.Pow(Unit(), 1.6))];

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;

        return mixed ^ (mixed >> 31);
    }
}
