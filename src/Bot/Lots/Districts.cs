using Language;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// The district or city that a lot belongs to. Many lots carry no place of delivery; then the buyer's Russian name has to tell: "отдела
/// образования Сарканского района", "школа №12 города Тараз". A name that several oblasts share counts only beside its oblast.
/// </summary>
public sealed class Districts
{
    private const int DistrictDigits = 4, OblastDigits = 2, DistrictLevel = 2;
    private readonly ILookup<string, Place> byStem;
    private readonly ILookup<string, Place> oblasts;

    public Districts(IEnumerable<Place> places)
    {
        var all = places.ToList();
        byStem = all.Where(place => place.Level == DistrictLevel).SelectMany(place => Stems(place).Select(stem => (stem, place)))
            .ToLookup(pair => pair.stem, pair => pair.place);
        oblasts = all.Where(place => place.Level == 1).SelectMany(place => Stems(place).Select(stem => (stem, place)))
            .ToLookup(pair => pair.stem, pair => pair.place);
    }

    /// <summary>The first four digits of the KATO code, or two when only the oblast is known; null when the lot does not tell.</summary>
    public string? Of(Lot lot)
    {
        if (lot.Places is [{ Length: >= DistrictDigits } code, ..])
            return code[..DistrictDigits];
        var words = Tokens.Of(lot.BuyerName.Ru ?? lot.BuyerName.Kz ?? "");
        var oblast = words.Where((word, at) => IsNear(words, at, Oblast)).SelectMany(word => oblasts[word.Stem]).FirstOrDefault()?.Code[..OblastDigits];
        var found = words.Where((word, at) => IsNear(words, at, District)).SelectMany(word => byStem[word.Stem])
            .Where(place => oblast is null || place.Code.StartsWith(oblast, StringComparison.Ordinal))
            .Select(place => place.Code[..DistrictDigits]).Distinct().ToList();
        return found is [var only] ? only : oblast;
    }

    private static readonly HashSet<string> Oblast = [.. new[] { "область", "области" }.Select(word => Tokens.Of(word)[0].Stem)];
    private static readonly HashSet<string> District =
        [.. new[] { "район", "района", "районного", "городу", "город", "города", "г", "городского" }.Select(word => Tokens.Of(word)[0].Stem)];

    private static bool IsNear(IReadOnlyList<Token> words, int at, HashSet<string> kinds) =>
        (at > 0 && kinds.Contains(words[at - 1].Stem)) || (at + 1 < words.Count && kinds.Contains(words[at + 1].Stem));

    private static IEnumerable<string> Stems(Place place) => Tokens.Of(place.Name.Ru ?? "")
        .Where(word => word.Folded.Length > 2 && !District.Contains(word.Stem) && !Oblast.Contains(word.Stem)).Select(word => word.Stem);
}
