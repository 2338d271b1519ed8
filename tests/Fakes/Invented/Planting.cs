namespace Fakes.Invented;

/// <summary>Hides schemes among ordinary purchases, evenly over the time, and remembers where.</summary>
internal sealed class Planting
{
    private readonly List<(int AtLot, IScheme Scheme, int Number)> waiting = [];
    private readonly Stage stage;
    private readonly ulong seed;
    private readonly List<Planted> all = [];
    private int planted;

    public Planting(InventOptions options, Stage stage)
    {
        (this.stage, seed) = (stage, options.Seed);
        foreach (var (code, count) in options.Schemes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var scheme = Schemes.All.FirstOrDefault(scheme => scheme.Code == code) ?? throw new ArgumentException(
                $"{code} cannot be planted. There are: {string.Join(' ', Schemes.All.Select(known => known.Code))}.");
            for (var i = 0; i < count; i++)
                waiting.Add(((int)((i + 0.5m) * options.Lots / count), scheme, i));
        }

        waiting = [.. waiting.OrderBy(item => item.AtLot).ThenBy(item => item.Scheme.Code, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Planted> All => all;

    /// <summary>What stands before the lot with this number.</summary>
    public IEnumerable<Bundle> Due(int lots, DateTime at)
    {
        while (planted < waiting.Count && waiting[planted].AtLot <= lots)
            yield return Next(at);
    }

    public IEnumerable<Bundle> Rest(DateTime at)
    {
        while (planted < waiting.Count)
            yield return Next(at);
    }

    private Bundle Next(DateTime at)
    {
        var (_, scheme, number) = waiting[planted++];
        var code = int.Parse(scheme.Code.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture);
        var dice = new Dice(seed + 0x5C4E3E, ((ulong)code << 32) + (ulong)number);
        var bundle = scheme.Plant(new Scene(stage, dice, at));
        all.AddRange(bundle.Planted);
        return bundle;
    }
}

/// <summary>A pattern of the list of signs that can be planted.</summary>
internal interface IScheme
{
    /// <summary>KZ-01 and so on.</summary>
    string Code { get; }

    Bundle Plant(Scene scene);
}
