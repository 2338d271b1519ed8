namespace Bot.Tips;

/// <summary>
/// Gives each tip that is being filed here a number of its own; a tip that is not saved leaves a gap. When another node gives the same one, the
/// second of the two is tried again.
/// </summary>
public sealed class TipNumbers
{
    private readonly Lock gate = new();
    private int given;

    /// <param name="last">The highest number there is.</param>
    public int After(int last)
    {
        lock (gate)
            return given = Math.Max(given, last) + 1;
    }
}
