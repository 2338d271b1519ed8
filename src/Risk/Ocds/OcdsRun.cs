namespace Risk.Ocds;

/// <summary>
/// The international red flags over a file of OCDS compiled releases, one a line: R003 R018 R024 R025 R028 R030 R035 R036 R038 R048 R058 of
/// the guide of the Open Contracting Partnership, by the definitions of its engine Cardinal (v0.0.8).
/// </summary>
public static class OcdsRun
{
    /// <summary>Large enough that asking for the next block costs nothing, small enough to stay in a processor's cache.</summary>
    public const int BlockBytes = 1 << 18;

    /// <summary>
    /// Reads the stream to its end; the answer does not depend on <paramref name="threads"/> and <paramref name="blockBytes"/>.
    /// </summary>
    /// <param name="stream">Line-delimited JSON in UTF-8; read once, not closed.</param>
    /// <param name="settings">Which indicators run, and their limits.</param>
    /// <param name="threads">Workers side by side, at least 1; one works on the caller's thread.</param>
    /// <param name="blockBytes">How much is read at once, at least 1; a longer line is read whole.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static OcdsAnswer Over(Stream stream, OcdsSettings settings, int threads = 1, int blockBytes = BlockBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockBytes);
        var blocks = new Blocks(stream, blockBytes);
        var currency = new MainCurrency(settings.Currency);
        var workers = Enumerable.Range(0, threads).Select(_ => new Worker(settings, currency)).ToArray();
        var beside = workers[1..].Select(worker => Task.Factory.StartNew(
            () => worker.Work(blocks), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        workers[0].Work(blocks);
        foreach (var other in beside)
            other.GetAwaiter().GetResult();
        foreach (var other in workers[1..])
            workers[0].Absorb(other);
        workers[0].Conclude();
        return new OcdsAnswer(workers[0].Desk)
        {
            Malformed = workers[0].Malformed,
            Releases = workers[0].Releases,
            Others = workers[0].Others,
            LeftOutCurrencies = workers.Any(worker => worker.MetOtherCurrencies),
        };
    }
}
