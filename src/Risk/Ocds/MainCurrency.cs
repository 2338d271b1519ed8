namespace Risk.Ocds;

/// <summary>
/// The currency whose prices are compared: the one that was set, else the first that is met in the file. Workers read blocks side by side;
/// who meets a currency waits until no earlier block can still name one, so the answer does not depend on who was faster.
/// </summary>
internal sealed class MainCurrency(string? set)
{
    private readonly object gate = new();
    private readonly SortedSet<int> done = [];    // blocks that are read, but not all before them
    private byte[]? chosen = set is null ? null : System.Text.Encoding.UTF8.GetBytes(set);
    private int next;                             // the first block that is not read to its end

    /// <summary>The main currency, which the met one becomes if it is the first of all.</summary>
    public ReadOnlySpan<byte> Choose(ReadOnlySpan<byte> met, int block)
    {
        lock (gate)
        {
            while (chosen is null && next < block)
                Monitor.Wait(gate);
            return chosen ??= met.ToArray();
        }
    }

    /// <summary>A block is read to its end, or given up.</summary>
    public void Finish(int block)
    {
        lock (gate)
        {
            done.Add(block);
            while (done.Remove(next))
                next++;
            Monitor.PulseAll(gate);
        }
    }
}
