using Language;
using Matching.Memory;
using Procurement;

namespace Matching;

/// <summary>
/// Every place of the classifier in the forms in which it stands in buyers' names: Kazakh and Russian, noun and adjective, district of and
/// village of, and the old and everyday names from the table places.txt.
/// </summary>
internal sealed class PlaceBook
{
    private const int MostWords = 3;

    /// <summary>Words that say what kind of place it is; folded, without the dots.</summary>
    private static readonly HashSet<string> Kinds =
        [.. ("г а с о п к қ ә а.о с.о обл область облысы облыс район району районы районный р н ауданы аудан город қаласы қала г.а қ.ә " +
        "село ауылы ауыл поселок кенті кент станция ст бекеті сельский округ ауылдық округі поселковая " +
        "администрация кенттік әкімдігі разъезд жатпайтын аумақ").Split(' ')
        .Select(SearchText.Fold)];

    private readonly Dictionary<string, HashSet<string>> others = new(StringComparer.Ordinal);
    private readonly HashSet<string> wellKnown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> frequency = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> byCode = new(StringComparer.Ordinal);

    public PlaceBook(IEnumerable<Place> places)
    {
        var all = places.OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        foreach (var stem in all.SelectMany(place => Core(place.Name.Ru).Concat(Core(place.Name.Kz)).Select(Stem.Of).Distinct()))
            frequency[stem] = frequency.GetValueOrDefault(stem) + 1;
        foreach (var place in all)
        {
            Key = Keys.Of(place.Code, place.Name.Ru, place.Name.Kz, place.ParentCode) ^ (Key * 31);
            byCode[place.Code] = place;
            Link([Core(place.Name.Ru), Core(place.Name.Kz)]);
        }

        foreach (var forms in Tables.Lines("places.txt").Select(line => line.Split(['=', ',']).Select(Core).ToArray()))
        {
            Link(forms);
            wellKnown.UnionWith(forms.Select(form => string.Concat(form.Select(Stem.Of))));
        }
    }

    /// <summary>Differs when the places do.</summary>
    public ulong Key { get; }

    /// <summary>Whether these stems, joined, name a place.</summary>
    public bool Knows(string joinedStems) => others.ContainsKey(joinedStems);

    /// <summary>Whether these stems, joined, name a place that people know by several names: "Тараз" more likely than scales, "таразы".</summary>
    public bool KnowsWell(string joinedStems) => wellKnown.Contains(joinedStems);

    /// <summary>
    /// Stems of the other names of the place that these joined stems name; empty when it is no place or has only one name.
    /// </summary>
    public IReadOnlyCollection<string> OtherNames(string joinedStems) => others.GetValueOrDefault(joinedStems) ?? [];

    /// <summary>The names, in both languages, of a place and of those in which it lies.</summary>
    public IEnumerable<string> NamesUpwards(string code)
    {
        for (var depth = 0; depth < 6 && byCode.TryGetValue(code, out var place); depth++)
        {
            yield return string.Join(' ', [.. Core(place.Name.Ru), .. Core(place.Name.Kz)]);
            if (place.ParentCode is null || place.ParentCode == code)
                yield break;
            code = place.ParentCode;
        }
    }

    private static string[] Core(string? name) => name is null ? [] : [.. Tokens.Of(name, 12).Select(token => token.Folded)
        .Where(word => !Kinds.Contains(word) && word.Length > 1 && !char.IsAsciiDigit(word[0])).Take(MostWords)];

    /// <summary>The word of a name that fewest places share: "Шығыс" of "Шығыс Қазақстан".</summary>
    private string? Telling(string[] form) => form.Where(stem => stem.Length > 2).OrderBy(stem => frequency.GetValueOrDefault(stem)).FirstOrDefault();

    private void Link(string[][] forms)
    {
        var stems = forms.Where(form => form.Length > 0).Select(form => form.Select(Stem.Of).ToArray()).ToList();
        foreach (var form in stems)
        {
            var key = string.Concat(form);
            if (!others.TryGetValue(key, out var names))
                others.Add(key, names = new HashSet<string>(StringComparer.Ordinal));
            foreach (var other in stems.Where(other => !ReferenceEquals(other, form)))
            {
                if (Telling(other) is { } word && !form.Contains(word))
                    names.Add(word);
                if (other.Length > 1)
                    names.Add(string.Concat(other));
            }

            if (form.Length == 1)
            {
                names.Add(form[0] + "ин");    // Алматы – алматинский, Караганда – карагандинский
                names.Add(form[0] + "ов");
            }
        }
    }
}
