using System.Collections.Concurrent;
using Matching.Memory;

namespace Matching;

/// <summary>
/// How well each buyer, or each thing bought, fits the words of a text: one pass over the entries in which these words stand. Its arrays
/// are used again by later searches; <see cref="Dispose"/> gives them back.
/// </summary>
internal sealed class Tally : IDisposable
{
    private static readonly ConcurrentBag<Tally> Idle = [];

    private readonly List<int> touched = [];
    private float[] scores = [];
    private byte[] marks = [];    // the term that counted last, later whether the entry is done with
    private Side side = null!;

    private const byte Ticked = 255;

    /// <summary>The sum of the best words of an entry.</summary>
    public float this[int entry] => scores[entry];

    public static Tally Of(IReadOnlyList<Worths> terms, Side side)
    {
        if (!Idle.TryTake(out var tally))
            tally = new Tally();
        tally.side = side;
        if (tally.scores.Length < side.Count)
            (tally.scores, tally.marks) = (new float[side.Count + side.Count / 8], new byte[side.Count + side.Count / 8]);
        for (var term = 0; term < terms.Count; term++)
            tally.Add(terms[term], (byte)(term + 1));
        return tally;
    }

    /// <summary>The entries with the highest scores, best first.</summary>
    public List<int> Highest(int most)
    {
        var queue = new PriorityQueue<int, (float Score, ulong Key)>(most + 1);
        var least = 0f;
        foreach (var entry in touched)
        {
            if (queue.Count >= most && scores[entry] < least)
                continue;
            queue.Enqueue(entry, (scores[entry], ~side.KeyOf(entry)));
            if (queue.Count > most)
                queue.Dequeue();
            least = scores[queue.Peek()];
        }

        var highest = new int[queue.Count];
        for (var place = highest.Length - 1; place >= 0; place--)
            highest[place] = queue.Dequeue();
        return [.. highest];
    }

    /// <summary>Notes that all lots of an entry were looked at.</summary>
    public void Tick(int entry) => marks[entry] = Ticked;

    public bool IsTicked(int entry) => marks[entry] == Ticked;

    public void Dispose()
    {
        foreach (var entry in touched)
            (scores[entry], marks[entry]) = (0, 0);
        touched.Clear();
        Idle.Add(this);
    }

    /// <summary>Adds the best meaning of one word to every entry in which it stands.</summary>
    private void Add(Worths term, byte mark)
    {
        foreach (var (word, worth) in term.OfWord)
        {
            foreach (var run in side.WithWord(word))
            {
                foreach (var entry in run)
                    Add(entry, worth, mark);
            }
        }
    }

    private void Add(int entry, float worth, byte mark)
    {
        if (marks[entry] == mark)
            return;
        marks[entry] = mark;
        if (scores[entry] == 0)
            touched.Add(entry);
        scores[entry] += worth;
    }
}
