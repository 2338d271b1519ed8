using System.Text.RegularExpressions;
using Language;

namespace Matching;

/// <summary>
/// Reads a person's text into terms of the index: stems, the register's words for them, other names of places, near spellings.
/// </summary>
internal sealed partial class QueryReader(LotIndex index, Lexicon lexicon, Parts parts = Parts.All)
{
    /// <summary>Words that are read of a message: far more than people write, and a bound on the time for hostile ones.</summary>
    public const int MostWords = 160;

    /// <summary>Digits from which a number may be a piece of a lot number of eight: a person remembers most of them.</summary>
    private const int LeastPiece = 6;
    private const int LongestPhrase = 3;
    private const int MostOfPrefix = 25;
    private const float Bold = 0.9f;
    private const float OtherName = 0.95f;
    private const float Bridged = 0.85f;
    private const float Prefix = 0.5f;
    private static readonly Dictionary<string, float> Nothing = [];
    private const float Near = 0.6f;

    public Query Read(string text)
    {
        var tokens = Tokens.Of(text, MostWords);
        var mentions = Quantities.Of(text.Length > 20 * MostWords ? text[..(20 * MostWords)] : text);
        var numbers = OrganisationNumbers.In(tokens, mentions, lexicon);
        return new Query
        {
            Terms = TermsOf(tokens),
            Numbers = Has(Parts.OrganisationNumbers) ? numbers : [],
            Mentions = !Has(Parts.Sums) ? [] : [.. mentions.Where(m => !numbers.Any(n => m.Value == n.Value && m.Kind == MentionKind.Number)).Take(12)],
            Pieces = !Has(Parts.Pieces) ? [] : [.. tokens.Where(t => t.IsNumber && t.Folded.Length is >= LeastPiece and <= 9).Select(t => t.Folded)
                .Take(4)],
            Year = Has(Parts.Years) && YearPattern().Match(text) is { Success: true } year ? int.Parse(year.Value, null) : null,
        };
    }

    private bool Has(Parts part) => parts.HasFlag(part);

    private List<QueryTerm> TermsOf(IReadOnlyList<Token> tokens)
    {
        var terms = new List<QueryTerm>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            var term = TermAt(tokens, i);
            if (term.Meanings.Count > 0 && seen.Add(tokens[i].Stem))
                terms.Add(term);
        }

        return terms;
    }

    private QueryTerm TermAt(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        var meanings = new Dictionary<int, float>();
        var (isPlace, isThing, isBuyer) = (false, false, false);
        var isAlone = token.IsNumber || token.Folded.Length < 2;    // says something only with the next: x-ray, 8 марта
        var silent = isAlone || lexicon.IsSilent(token);
        if (!silent)
            AddStems(meanings, token);
        for (var length = 1; length <= LongestPhrase && at + length <= tokens.Count; length++)
        {
            if (length == 1 && silent)
                continue;
            foreach (var key in Keys(tokens, at, length).Where(key => !isAlone || lexicon.IsThing(key) || lexicon.IsBuyer(key)))
            {
                foreach (var (stem, weight) in Has(Parts.Lexicon) ? lexicon.Meanings(key) : Nothing)
                    Put(meanings, stem, weight);
                foreach (var stem in Has(Parts.Places) ? index.Places.OtherNames(key) : [])
                    Put(meanings, stem, OtherName);
                isThing |= lexicon.IsThing(key);
                isBuyer |= lexicon.IsBuyer(key);
                isPlace |= index.Places.Knows(key)    // "мектеп" is a village, too
                    && (lexicon.Meanings(key).Count == 0 || index.Places.KnowsWell(key) || IsName(tokens, at));
                if (length > 1)
                    Put(meanings, key, 1);
            }
        }

        if (Has(Parts.Near) && meanings.Count == 0 && !silent && token.Folded.Length >= 5)
            AddNear(meanings, token);
        return new QueryTerm { Written = token.Written, IsPlace = isPlace, IsThing = isThing, IsBuyer = isBuyer, Meanings = meanings };
    }

    /// <summary>A capital letter in the middle of a sentence, or the suffix of places: Зубовск, Зубовской.</summary>
    private static bool IsName(IReadOnlyList<Token> tokens, int at) => tokens[at].Folded.LastIndexOf("ск", StringComparison.Ordinal) > 2
        || (at > 0 && char.IsUpper(tokens[at].Written[0]) && tokens[at].Start == tokens[at - 1].Start + tokens[at - 1].Written.Length + 1);

    private void AddStems(Dictionary<int, float> meanings, Token token)
    {
        var candidates = Stem.Candidates(token.Folded);
        Put(meanings, candidates[0], 1);
        Put(meanings, token.Folded, 1);    // a name that looks like a word with an ending: Көкдөнен
        if (candidates.Count > 1 && Has(Parts.KazakhEndings))
            Put(meanings, candidates[1], meanings.Count > 0 ? Bold : 1);
        foreach (var word in Has(Parts.Bridge) ? meanings.Keys.ToList() : [])
        {
            foreach (var other in index.Shelves.Bridge.Across(word))
                meanings.TryAdd(other, Bridged);
        }
    }

    /// <summary>For a word that nothing explains: spellings one letter away, else words with the same beginning.</summary>
    private void AddNear(Dictionary<int, float> meanings, Token token)
    {
        foreach (var stem in Stem.Candidates(token.Folded).Where(stem => stem.Length >= 4))
        {
            foreach (var id in index.Shelves.Words.OneLetterAway(stem))
                meanings.TryAdd(id, Near);
        }

        if (meanings.Count == 0)
        {
            foreach (var id in index.Shelves.Words.WithPrefixOf(token.Folded, MostOfPrefix))
                meanings.TryAdd(id, Prefix);
        }
    }

    private void Put(Dictionary<int, float> meanings, string stem, float weight)
    {
        if (index.Shelves.Words.TryFind(stem, out var id))
            meanings[id] = Math.Max(weight, meanings.GetValueOrDefault(id));
    }

    /// <summary>The stems of a phrase joined: careful ones, and with the last word cut as Kazakh.</summary>
    private static IEnumerable<string> Keys(IReadOnlyList<Token> tokens, int at, int length)
    {
        var beginning = string.Concat(Enumerable.Range(at, length - 1).Select(i => tokens[i].Stem));
        var keys = Stem.Candidates(tokens[at + length - 1].Folded).Select(last => beginning + last);
        var phrase = tokens.Skip(at).Take(length).ToList();
        return phrase.TrueForAll(token => token.Written.All(char.IsAsciiLetter)) ? keys.Append(string.Concat(phrase.Select(Lexicon.EnglishKey))) : keys;
    }

    [GeneratedRegex(@"\b20[12]\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();
}
