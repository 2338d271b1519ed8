using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace Risk;

/// <summary>The grounds on which the law lets a buyer sign a contract directly, art. 16(3): what each is called and what follows.</summary>
public sealed record Grounds
{
    /// <summary>The portal has some hundred names of grounds, and every direct purchase has one of them.</summary>
    private const int MostRead = 2_000;

    private Aside<Read> read;

    public required string Source { get; init; }

    /// <summary>All of them, by number; the field is named as in the file.</summary>
    [JsonPropertyName("grounds")]
    public required IReadOnlyList<Ground> All { get; init; }

    /// <summary>
    /// The ground that the portal's Russian name of a justification speaks of; null when no ground's words are in it, or those of two.
    /// </summary>
    public Ground? Of(string? nameRu)
    {
        if (string.IsNullOrWhiteSpace(nameRu))
        {
            return null;
        }

        var known = read.Kept;

        if (known is null || !ReferenceEquals(known.All, All))
        {
            read.Kept = known = new Read(All, []);
        }

        return known.Names.Count < MostRead ? known.Names.GetOrAdd(nameRu, Told) : Told(nameRu);
    }

    private Ground? Told(string nameRu)
    {
        var text = Fold(nameRu);
        var found = All.Where(ground => ground.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Take(2).ToList();

        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>A ground by its number, 1 to 43.</summary>
    public Ground? Of(int number) => All.FirstOrDefault(ground => ground.Number == number);

    private static string Fold(string text) =>
        string.Join(' ', text.ToLowerInvariant().Replace('ё', 'е').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Names that were read by some grounds.</summary>
    private sealed record Read(IReadOnlyList<Ground> All, ConcurrentDictionary<string, Ground?> Names);
}

/// <param name="Number">Subparagraph of art. 16(3).</param>
/// <param name="Ru">Short neutral title, at most 70 characters, like the Kazakh and the English one.</param>
/// <param name="Words">Words of the law's text that stand in this ground alone.</param>
/// <summary>One ground of direct purchase.</summary>
public sealed record Ground(
    int Number, string Ru, string Kk, string En, IReadOnlyList<GroundTrait> Traits, IReadOnlyList<string> Words)
{
    public bool Is(GroundTrait trait) => Traits.Contains(trait);
}

/// <summary>What follows from a ground.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GroundTrait>))]
public enum GroundTrait
{
    /// <summary>Allowed up to a yearly volume.</summary>
    SmallVolume,

    /// <summary>Monopolies, exclusive rights, persons named by law: no competition is to be expected.</summary>
    LawfulList,
    Emergency,

    /// <summary>Daily and weekly needs until a purchase has its results.</summary>
    UntilResults,

    /// <summary>Not published, art. 8(3).</summary>
    Secret,

    /// <summary>Three suppliers at least are asked for offers, Rules 687 p. 512.</summary>
    ThreeOffers,

    /// <summary>Need not be in the plan, art. 6(2), (8).</summary>
    OutsidePlan,

    /// <summary>The contract may be made outside the portal, Rules 687 p. 520.</summary>
    OutsidePortal,
}
