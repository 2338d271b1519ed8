using Language;

namespace Matching;

/// <summary>
/// The bridge between everyday words and the register's: each row of the tables names one thing or one kind of buyer in Kazakh, Russian and
/// English as people say it, and as the register writes it.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>A word of the register weighs more than another everyday word, which a buyer may have used in the details.</summary>
    private const float Register = 0.93f;
    private const float Everyday = 0.6f;

    private readonly Dictionary<string, Dictionary<string, float>> meanings = new(StringComparer.Ordinal);
    private readonly HashSet<string> things = new(StringComparer.Ordinal), buyers = new(StringComparer.Ordinal);
    private readonly HashSet<string> silent, silentAsWritten;

    private Lexicon()
    {
        foreach (var line in Tables.Things())
            AddRow(line, things);
        foreach (var line in Tables.Lines("buyers.txt"))
            AddRow(line, buyers);
        var words = Tables.Lines("silent.txt").SelectMany(line => Tokens.Of(line)).ToList();
        silent = [.. words.Select(token => token.Folded)];
        silentAsWritten = new HashSet<string>(words.Select(token => token.Written), StringComparer.OrdinalIgnoreCase);
        Numbered = [.. Tables.Lines("numbered.txt").SelectMany(line => Tokens.Of(line)).Select(token => token.Stem)];
    }

    public static Lexicon Default { get; } = new();

    /// <summary>Stems of the kinds of buyers that bear numbers: school, kindergarten, hospital.</summary>
    public HashSet<string> Numbered { get; }

    /// <summary>
    /// Whether a word says nothing about what is bought or who buys: "please", "how", "they bought". One that only folds to such a word
    /// is not silent when it names a thing: "лес" beside "less", "соль" beside "сол".
    /// </summary>
    public bool IsSilent(Token token) => silentAsWritten.Contains(token.Written)
        || silent.Contains(token.Folded) && !IsThing(token.Stem) && !IsBuyer(token.Stem) && !things.Contains(EnglishKey(token));

    /// <summary>Stems of the words that mean the same as these joined stems, with a weight up to 1.</summary>
    public IReadOnlyDictionary<string, float> Meanings(string joinedStems) =>
        meanings.TryGetValue(joinedStems, out var found) ? found : System.Collections.ObjectModel.ReadOnlyDictionary<string, float>.Empty;

    /// <summary>Whether these joined stems name a thing that is bought, or a kind of buyer.</summary>
    public bool IsThing(string joinedStems) => things.Contains(joinedStems);

    public bool IsBuyer(string joinedStems) => buyers.Contains(joinedStems);

    private void AddRow(string line, HashSet<string> kind)
    {
        var cells = line.Split('|');
        if (cells.Length != 4)
            throw new InvalidOperationException($"A row of the tables needs four cells: {line}");
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var token in Phrases(cells[0]).Concat(Phrases(cells[1])).Where(phrase => phrase.Count == 1).SelectMany(phrase => phrase))
            words[token.Stem] = Everyday;
        foreach (var token in Tokens.Of(cells[3]).Where(token => token.Folded.Length > 2))
            words[token.Stem] = Register;
        foreach (var key in cells.SelectMany(Phrases).Select(phrase => string.Concat(phrase.Select(token => token.Stem)))
            .Concat(Phrases(cells[2]).Select(phrase => string.Concat(phrase.Select(EnglishKey)))).Distinct())
        {
            kind.Add(key);
            if (!meanings.TryGetValue(key, out var known))
                meanings.Add(key, known = new Dictionary<string, float>(StringComparer.Ordinal));
            foreach (var (stem, weight) in words)
                known[stem] = Math.Max(weight, known.GetValueOrDefault(stem));
        }
    }

    /// <summary>The key of an English word, whatever its ending: a mark before its stem keeps it from words of the other languages.</summary>
    public static string EnglishKey(Token token) => "en:" + EnglishStem.Of(token.Written.ToLowerInvariant());

    private static IEnumerable<IReadOnlyList<Token>> Phrases(string cell) =>
        cell.Split(',').Select(phrase => Tokens.Of(phrase)).Where(phrase => phrase.Count > 0);
}
