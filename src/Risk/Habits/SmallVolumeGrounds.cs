using Risk.Populations;

namespace Risk.Habits;

/// <summary>Which of the portal's numbers for grounds mean "small annual volume", art. 16(3)(28): read from their names.</summary>
internal sealed class SmallVolumeGrounds
{
    private readonly Dictionary<int, bool> small;

    private SmallVolumeGrounds(Dictionary<int, bool> small) => this.small = small;

    public static SmallVolumeGrounds Of(Population population)
    {
        var words = population.Catalogue.Methods.SmallVolumeGroundWords;
        return new(population.Justifications.ToDictionary(
            ground => ground.Key, ground => words.Any(word => ground.Value.Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Null when the meaning of the number was not loaded.</summary>
    public bool? Means(int justification) => small.TryGetValue(justification, out var means) ? means : null;
}
