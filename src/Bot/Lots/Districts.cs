using Language;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// The district or city that a lot belongs to. Many lots carry no place of delivery; then the buyer's Russian name has to tell: "отдела
/// образования Сарканского района", "школа №12 города Тараз". A name that several oblasts share counts only beside its oblast.
/// </summary>
public sealed class Districts
{
    private const int DistrictDigits = 4, OblastDigits = 2, OblastLevel = 1, DistrictLevel = 2;
    private static readonly HashSet<string> OblastWords = Stems("область области");
    private static readonly HashSet<string> DistrictWords = Stems("район района району районного город города городу городского г");
    private readonly List<Known> oblasts, districts;

    public Districts(IEnumerable<Place> places)
    {
        var all = places.ToList();
        oblasts = Names(all, OblastLevel, OblastDigits);
        districts = Names(all, DistrictLevel, DistrictDigits);
    }

    /// <summary>The first four digits of the KATO code, or two when only the oblast is known; null when the lot does not tell.</summary>
    public string? Of(Lot lot)
    {
        if (lot.Places is [{ Length: >= DistrictDigits } code, ..])
            return code[..DistrictDigits];
        var words = Tokens.Of(lot.BuyerName.Ru ?? lot.BuyerName.Kz ?? "").Select(word => word.Stem).ToList();
        var oblast = Only(oblasts.Where(place => IsNamed(place, words, OblastWords)));
        return Only(districts.Where(place => oblast is null || place.Prefix.StartsWith(oblast, StringComparison.Ordinal))
            .Where(place => IsNamed(place, words, DistrictWords))) ?? oblast;
    }

    /// <summary>A place as a buyer's name shows it: all its words, one of them beside the word for what it is.</summary>
    private sealed record Known(string Prefix, IReadOnlyList<string> Words);

    private static List<Known> Names(List<Place> places, int level, int digits) =>
        [.. from place in places
            where place.Level == level
            let words = Tokens.Of(place.Name.Ru ?? "").Select(word => word.Stem)
                .Where(stem => stem.Length > 1 && !DistrictWords.Contains(stem) && !OblastWords.Contains(stem)).ToList()
            where words.Count > 0
            select new Known(place.Code[..digits], words)];

    private static bool IsNamed(Known place, List<string> words, HashSet<string> kinds) =>
        place.Words.All(words.Contains) && place.Words.Any(word => IsBeside(words, words.IndexOf(word), kinds));

    private static bool IsBeside(List<string> words, int at, HashSet<string> kinds) =>
        (at > 0 && kinds.Contains(words[at - 1])) || (at + 1 < words.Count && kinds.Contains(words[at + 1]));

    /// <summary>The place with the longest name, when it is the only one: "Восточно-Казахстанская" is not any other "Казахстанская".</summary>
    private static string? Only(IEnumerable<Known> named)
    {
        var best = named.GroupBy(place => place.Words.Count).OrderByDescending(group => group.Key).FirstOrDefault();
        return best?.Select(place => place.Prefix).Distinct().ToList() is [var only] ? only : null;
    }

    private static HashSet<string> Stems(string words) => [.. Tokens.Of(words).Select(word => word.Stem)];
}
