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
    private readonly Dictionary<string, Place> byCode = new(StringComparer.Ordinal);

    public PlaceBook(IEnumerable<Place> places)
    {
        foreach (var place in places.OrderBy(p => p.Code, StringComparer.Ordinal))
        {
            Key = Keys.Of(place.Code, place.Name.Ru, place.Name.Kz, place.ParentCode) ^ (Key * 31);
            byCode[place.Code] = place;
            Link([Core(place.Name.Ru), Core(place.Name.Kz)]);
        }

        foreach (var line in Tables.Lines("places.txt"))
            Link([.. line.Split(['=', ',']).Select(Core)]);
    }

    /// <summary>Differs when the places do.</summary>
    public ulong Key { get; }

    /// <summary>Whether these stems, joined, name a place.</summary>
    public bool Knows(string joinedStems) => others.ContainsKey(joinedStems);

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
                names.UnionWith(other.Where(stem => stem.Length > 2 && !form.Contains(stem)));
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
