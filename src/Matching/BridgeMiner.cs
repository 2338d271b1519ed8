using Language;
using Matching.Memory;
using Procurement;

namespace Matching;

/// <summary>
/// Learns from names that stand in both languages which Russian words a Kazakh word stands for: IBM model 1 (Brown and others, 1993). It looks
/// at a sample that depends on the names alone, not on the order in which they come.
/// </summary>
internal sealed class BridgeMiner
{
    /// <summary>Pairs of names that are learnt from: enough for every word that is at all common, and a second's work.</summary>
    private const int MostPairs = 60_000;
    private const int Rounds = 6;

    /// <summary>Pairs in which two words must stand together, and the probability from which one stands for the other.</summary>
    private const int LeastTogether = 2;
    private const float LeastProbability = 0.25f;
    private const int MostMeanings = 2;
    private const int MostWords = 12;    // of one name; long names are lists, in which everything stands beside everything

    private readonly Dictionary<ulong, (int[] Kazakh, int[] Russian)> pairs = [];
    private ulong stride = 1;

    /// <summary>Takes in a name of a thing; one without a Kazakh half of its own says nothing.</summary>
    public void Hear(Bilingual name, Vocabulary words)
    {
        var key = Keys.Of(name.Ru, name.Kz);
        if (name.Ru is null || name.Kz is null || key % stride != 0 || pairs.ContainsKey(key))
            return;
        var (kazakh, russian) = (Ids(name.Kz, words), Ids(name.Ru, words));
        if (kazakh.Length is 0 or > MostWords || russian.Length is 0 or > MostWords || kazakh.ToHashSet().SetEquals(russian))
            return;
        pairs.Add(key, (kazakh, russian));
        if (pairs.Count > MostPairs)
            Thin();
    }

    /// <summary>The bridge that the pairs heard so far give; of equally likely words the first by the alphabet.</summary>
    public Bridge Learn(Vocabulary words)
    {
        var together = Together();
        var chance = together.Keys.ToDictionary(pair => pair, _ => 1f);
        for (var round = 0; round < Rounds; round++)
            chance = Round(chance);
        return new Bridge(chance.Where(c => c.Key.Kazakh != c.Key.Russian && c.Value >= LeastProbability && together[c.Key] >= LeastTogether)
            .GroupBy(c => c.Key.Kazakh).ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(c => c.Value).ThenBy(c => words[c.Key.Russian], StringComparer.Ordinal)
                    .Take(MostMeanings).Select(c => c.Key.Russian).ToArray()));
    }

    private Dictionary<(int Kazakh, int Russian), int> Together()
    {
        var together = new Dictionary<(int, int), int>();
        foreach (var (kazakh, russian) in pairs.Values)
        {
            foreach (var one in kazakh)
            {
                foreach (var other in russian)
                    together[(one, other)] = together.GetValueOrDefault((one, other)) + 1;
            }
        }

        return together;
    }

    /// <summary>Shares each Russian word among the Kazakh words beside it, and counts anew what each Kazakh word is given.</summary>
    private Dictionary<(int Kazakh, int Russian), float> Round(Dictionary<(int Kazakh, int Russian), float> chance)
    {
        var given = new Dictionary<(int Kazakh, int Russian), float>(chance.Count);
        var total = new Dictionary<int, float>();
        foreach (var (kazakh, russian) in pairs.OrderBy(pair => pair.Key).Select(pair => pair.Value))
        {
            foreach (var word in russian)
            {
                var sum = kazakh.Sum(one => chance[(one, word)]);
                foreach (var one in kazakh)
                {
                    var share = chance[(one, word)] / sum;
                    given[(one, word)] = given.GetValueOrDefault((one, word)) + share;
                    total[one] = total.GetValueOrDefault(one) + share;
                }
            }
        }

        return given.ToDictionary(pair => pair.Key, pair => pair.Value / total[pair.Key.Kazakh]);
    }

    private void Thin()
    {
        stride *= 2;
        foreach (var key in pairs.Keys.Where(key => key % stride != 0).ToList())
            pairs.Remove(key);
    }

    private static int[] Ids(string name, Vocabulary words) =>
        [.. Tokens.Of(name, 2 * MostWords).Where(token => !token.IsNumber && token.Folded.Length > 2).Select(token => words.Add(token.Stem)).Distinct()];
}
