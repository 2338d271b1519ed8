using Risk.Populations;

namespace Risk.Habits;

/// <summary>Which of the portal's numbers for grounds mean "small annual volume", art. 16(3)(28): read from their names.</summary>
internal sealed class SmallVolumeGrounds
{
    private readonly Dictionary<int, bool> small;

    private SmallVolumeGrounds(Dictionary<int, bool> small) => this.small = small;

    public static SmallVolumeGrounds Of(Population population)
    {
        var grounds = population.Catalogue.Grounds;
        return new(population.Justifications
            .Select(named => (named.Key, Ground: grounds.Of(named.Value)))
            .Where(named => named.Ground is not null)
            .ToDictionary(named => named.Key, named => named.Ground!.Is(GroundTrait.SmallVolume)));
    }

    /// <summary>Null when the number has no name, or one that is no ground of the law.</summary>
    public bool? Means(int justification) => small.TryGetValue(justification, out var means) ? means : null;
}
