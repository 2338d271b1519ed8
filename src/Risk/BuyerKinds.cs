using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Procurement;

namespace Risk;

/// <summary>
/// What a buyer is – a school, a clinic, a rural akim's office – by the words of its name, so that it is compared with its like.
/// A name that fits no kind has none: such a buyer is compared with nobody.
/// </summary>
public sealed record BuyerKinds
{
    /// <summary>
    /// A name may hold the name of a department that the buyer belongs to, in quotation marks of its own: what stands beyond them says
    /// nothing about the buyer. Other kinds may stand one mark deeper: «Комплекс «Школа».
    /// </summary>
    private const int MarksAroundTheOwnName = 1;

    /// <summary>Every lot of a buyer has its name, and reading one takes longer than most checks; there are fewer buyers than this.</summary>
    private const int MostRead = 50_000;

    private Aside<Read> read;

    public required string Source { get; init; }

    /// <summary>Kinds in order: where two begin at the same place of a name, the earlier one counts.</summary>
    public required IReadOnlyList<BuyerKind> Kinds { get; init; }

    /// <summary>The key of the buyer's kind, for example rural_akim; null when its names do not tell.</summary>
    public string? Of(Bilingual name)
    {
        var known = read.Kept;

        if (known is null || !ReferenceEquals(known.Kinds, Kinds))
        {
            read.Kept = known = new Read(Kinds, []);
        }

        if (known.Names.TryGetValue(name, out var kind))
        {
            return kind;
        }

        kind = Told(name);

        if (known.Names.Count < MostRead)
        {
            known.Names[name] = kind;
        }

        return kind;
    }

    private string? Told(Bilingual name) => InRussian(name.Ru) ?? InKazakh(name.Ru) ?? InKazakh(name.Kz) ?? InRussian(name.Kz);

    /// <summary>A Russian name says what the buyer is before it says whose: the first words count.</summary>
    private string? InRussian(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var text = Fold(name);

        return Kinds.Select(kind => (kind, match: kind.Russian.Match(text)))
            .Where(found => found.match.Success && Marks(text[..found.match.Index]) <= Deepest(found.kind))
            .OrderBy(found => found.match.Index)
            .Select(found => found.kind.Kind)
            .FirstOrDefault();
    }

    /// <summary>A Kazakh name says whose the buyer is before it says what: the last words count.</summary>
    private string? InKazakh(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var text = Fold(name);

        return Kinds.SelectMany(kind => kind.Kazakh.Matches(text).Select(match => (kind, end: match.Index + match.Length)))
            .Where(found => !found.kind.MayBeParent || Marks(text[found.end..]) <= MarksAroundTheOwnName)
            .OrderByDescending(found => found.end)
            .Select(found => found.kind.Kind)
            .FirstOrDefault();
    }

    private static int Deepest(BuyerKind kind) => kind.MayBeParent ? MarksAroundTheOwnName : MarksAroundTheOwnName + 1;

    private static int Marks(string text) => text.Count("\"«»“”".Contains);

    private static string Fold(string name) =>
        string.Join(' ', name.ToLowerInvariant().Replace('ё', 'е').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Names that were read by some kinds.</summary>
    private sealed record Read(IReadOnlyList<BuyerKind> Kinds, ConcurrentDictionary<Bilingual, string?> Names);
}

/// <param name="Kind">Key of the kind.</param>
/// <param name="MayBeParent">Names of this kind stand in the names of buyers that belong to it.</param>
/// <param name="Ru">Patterns of Russian names.</param>
/// <param name="Kk">Patterns of Kazakh names.</param>
/// <summary>One kind of buyer.</summary>
public sealed record BuyerKind(string Kind, bool MayBeParent, IReadOnlyList<string> Ru, IReadOnlyList<string> Kk)
{
    private readonly Lazy<Regex> russian = new(() => OneOf(Ru));
    private readonly Lazy<Regex> kazakh = new(() => OneOf(Kk));

    internal Regex Russian => russian.Value;
    internal Regex Kazakh => kazakh.Value;

    /// <summary>Patterns repeat nothing without end within a repetition, so going back is short; an automaton of all kinds takes 130 MB.</summary>
    private static Regex OneOf(IReadOnlyList<string> patterns) => new(string.Join('|', patterns), RegexOptions.CultureInvariant);
}
