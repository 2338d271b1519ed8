using Language;

namespace Matching;

/// <summary>
/// The bridge between everyday words and the register's: each row of the tables names one thing or one kind of buyer in Kazakh, Russian and
/// English as people say it, and as the register writes it.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>A word of the register weighs more than another everyday word, which a buyer may have used in the details.</summary>
    private static readonly float Register = (float)Tune.Get("REGISTER", 0.93);
    private static readonly float Everyday = (float)Tune.Get("EVERYDAY", 0.6);

    private readonly Dictionary<string, Dictionary<string, float>> meanings = new(StringComparer.Ordinal);
    private readonly HashSet<string> silent;

    private Lexicon()
    {
        foreach (var line in Tables.Things().Concat(Tables.Lines("buyers.txt")))
            AddRow(line);
        silent = [.. Tables.Lines("silent.txt").SelectMany(line => Tokens.Of(line)).Select(token => token.Folded)];
        Numbered = [.. Tables.Lines("numbered.txt").SelectMany(line => Tokens.Of(line)).Select(token => token.Stem)];
    }

    public static Lexicon Default { get; } = new();

    /// <summary>Stems of the kinds of buyers that bear numbers: school, kindergarten, hospital.</summary>
    public HashSet<string> Numbered { get; }

    /// <summary>Whether a folded word says nothing about what is bought or who buys: "please", "how", "they bought".</summary>
    public bool IsSilent(string folded) => silent.Contains(folded);

    /// <summary>Stems of the words that mean the same as these joined stems, with a weight up to 1.</summary>
    public IReadOnlyDictionary<string, float> Meanings(string joinedStems) =>
        meanings.TryGetValue(joinedStems, out var found) ? found : System.Collections.ObjectModel.ReadOnlyDictionary<string, float>.Empty;

    private void AddRow(string line)
    {
        var cells = line.Split('|');
        if (cells.Length != 4)
            throw new InvalidOperationException($"A row of the tables needs four cells: {line}");
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var token in Phrases(cells[0]).Concat(Phrases(cells[1])).Where(phrase => phrase.Count == 1).SelectMany(phrase => phrase))
            words[token.Stem] = Everyday;
        foreach (var token in Tokens.Of(cells[3]).Where(token => token.Folded.Length > 2))
            words[token.Stem] = Register;
        foreach (var phrase in cells.SelectMany(Phrases))
        {
            var key = string.Concat(phrase.Select(token => token.Stem));
            if (!meanings.TryGetValue(key, out var known))
                meanings.Add(key, known = new Dictionary<string, float>(StringComparer.Ordinal));
            foreach (var (stem, weight) in words)
                known[stem] = Math.Max(weight, known.GetValueOrDefault(stem));
        }
    }

    private static IEnumerable<IReadOnlyList<Token>> Phrases(string cell) =>
        cell.Split(',').Select(phrase => Tokens.Of(phrase)).Where(phrase => phrase.Count > 0);
}
