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
    private readonly IReadOnlyList<(string Code, HashSet<string> Stems)> oblasts;

    public Districts(IEnumerable<Place> places)
    {
        var all = places.ToList();
        byStem = all.Where(place => place.Level == DistrictLevel).SelectMany(place => Stems(place).Select(stem => (stem, place)))
            .ToLookup(pair => pair.stem, pair => pair.place);
        oblasts = [.. all.Where(place => place.Level == 1).Select(place => (place.Code[..OblastDigits], Stems(place).ToHashSet())).Where(one => one.Item2.Count > 0)];
    }

    /// <summary>The first four digits of the KATO code, or two when only the oblast is known; null when the lot does not tell.</summary>
    public string? Of(Lot lot)
    {
        if (lot.Places is [{ Length: >= DistrictDigits } code, ..])
            return code[..DistrictDigits];
        var words = Tokens.Of(lot.BuyerName.Ru ?? lot.BuyerName.Kz ?? "");
        var oblast = OblastOf(words);
        var found = words.Where((word, at) => IsNear(words, at, District)).SelectMany(word => byStem[word.Stem])
            .Where(place => oblast is null || place.Code.StartsWith(oblast, StringComparison.Ordinal))
            .Select(place => place.Code[..DistrictDigits]).Distinct().ToList();
        return found is [var only] ? only : oblast;
    }

    /// <summary>Three oblasts are called Kazakhstan: a name counts only whole, and beside the word for an oblast.</summary>
    private string? OblastOf(IReadOnlyList<Token> words)
    {
        var said = words.Select(word => word.Stem).ToHashSet();
        var beside = words.Where((_, at) => IsNear(words, at, Oblast)).Select(word => word.Stem).ToHashSet();
        return oblasts.Where(one => one.Stems.Overlaps(beside) && one.Stems.IsSubsetOf(said))
            .OrderByDescending(one => one.Stems.Count).Select(one => one.Code).FirstOrDefault();
    }

    private static readonly HashSet<string> Oblast = [.. new[] { "область", "области" }.Select(word => Tokens.Of(word)[0].Stem)];
    private static readonly HashSet<string> District =
        [.. new[] { "район", "района", "районного", "городу", "город", "города", "г", "городского" }.Select(word => Tokens.Of(word)[0].Stem)];

    private static bool IsNear(IReadOnlyList<Token> words, int at, HashSet<string> kinds) =>
        (at > 0 && kinds.Contains(words[at - 1].Stem)) || (at + 1 < words.Count && kinds.Contains(words[at + 1].Stem));

    private static IEnumerable<string> Stems(Place place) => Tokens.Of(place.Name.Ru ?? "")
        .Where(word => word.Folded.Length > 2 && !District.Contains(word.Stem) && !Oblast.Contains(word.Stem)).Select(word => word.Stem);
}
