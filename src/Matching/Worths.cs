using Matching.Memory;

namespace Matching;

/// <summary>
/// What each meaning of one word of a text is worth, in nats: how surprising it is that a lot taken at random has this meaning or one as
/// near to the word. So a word with twenty everyday meanings says less than its rarest one would.
/// </summary>
internal sealed class Worths
{
    public static readonly double Any = Tune.Get("ANY", 0.5);

    public Worths(QueryTerm term, Shelves shelves)
    {
        var share = 0.0;
        var worths = new List<(int Word, float Worth)>();
        foreach (var near in term.Meanings.GroupBy(meaning => meaning.Value).OrderByDescending(group => group.Key))
        {
            share += near.Sum(meaning => shelves.ShareWith(meaning.Key));
            foreach (var (word, weight) in near)
            {
                var own = shelves.ShareWith(word);
                if (own > 0 && share < 1)
                    worths.Add((word, (float)(weight * -(Any * Math.Log(share) + (1 - Any) * Math.Log(own)))));
            }
        }

        OfWord = [.. worths.OrderByDescending(pair => pair.Worth).ThenBy(pair => pair.Word)];
    }

    /// <summary>The meanings that are worth something, the best first.</summary>
    public IReadOnlyList<(int Word, float Worth)> OfWord { get; }
    public float Best => OfWord.Count == 0 ? 0 : OfWord[0].Worth;
}
