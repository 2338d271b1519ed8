using System.Buffers;

namespace Matching;

/// <summary>The buyers, or the things bought, whose words fit a query best: one pass over the postings of its words.</summary>
internal static class Shortlist
{
    /// <summary>The units or items with the highest sum of their best words.</summary>
    public static List<int> Of(Query query, List<List<int>> postings, int total, int most, Func<int, ulong> key)
    {
        var scores = ArrayPool<double>.Shared.Rent(total);
        var done = ArrayPool<int>.Shared.Rent(total);
        Array.Clear(scores, 0, total);
        Array.Clear(done, 0, total);
        try
        {
            for (var term = 0; term < query.Terms.Count; term++)
                AddTerm(query.Terms[term], postings, total, term, scores, done);
            return Highest(scores, total, most, key);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<int>.Shared.Return(done);
        }
    }

    /// <summary>Adds the best meaning of one word to every unit or item in which it stands.</summary>
    private static void AddTerm(QueryTerm queryTerm, List<List<int>> postings, int total, int term, double[] scores, int[] done)
    {
        var ordered = queryTerm.Meanings
            .Select(m => (Word: m.Key, Worth: m.Value * Rarity(postings[m.Key], total)))
            .Where(m => m.Worth > 0).OrderByDescending(m => m.Worth).ThenBy(m => m.Word);
        foreach (var (word, worth) in ordered)
        {
            foreach (var id in postings[word])
            {
                if (done[id] == term + 1)
                    continue;
                done[id] = term + 1;
                scores[id] += worth;
            }
        }
    }

    private static List<int> Highest(double[] scores, int total, int most, Func<int, ulong> key)
    {
        var queue = new PriorityQueue<int, (double, ulong)>(most + 1);
        for (var id = 0; id < total; id++)
        {
            if (scores[id] <= 0)
                continue;
            if (queue.Count < most)
                queue.Enqueue(id, (scores[id], ~key(id)));
            else if (queue.TryPeek(out _, out var least) && scores[id] >= least.Item1)
                queue.EnqueueDequeue(id, (scores[id], ~key(id)));
        }

        var highest = new List<int>(queue.Count);
        while (queue.TryDequeue(out var id, out _))
            highest.Add(id);
        highest.Reverse();
        return highest;
    }

    /// <summary>How rare a word is, in nats: what it is worth.</summary>
    public static double Rarity(List<int> posting, int total) => posting.Count == 0 ? 0 : Math.Log((total + 1.0) / posting.Count);
}
