using System.Diagnostics;
using System.Globalization;
using Matching;
using Procurement;

namespace Bot.Evaluation;

/// <summary>An index ready to be asked, and what it took to have it.</summary>
/// <param name="Bytes">Of memory that the index holds.</param>
/// <param name="How">built, or opened from a file.</param>
internal sealed record ReadyIndex(LotIndex Index, TimeSpan Took, long Bytes, string How)
{
    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Index.Count} lots {How} in {Took.TotalSeconds:F2} s: {Index.Count / Took.TotalSeconds:F0} lots/s, "
        + $"{(double)Bytes / Index.Count:F0} bytes per lot");

    /// <summary>
    /// The index of a file of lots. Where it is saved, it is opened from there; when that file is absent, cannot be used, or was made from
    /// other lots or places, the index is built and saved anew.
    /// </summary>
    public static ReadyIndex Of(FileInfo lots, IReadOnlyList<Place> places, FileInfo? saved)
    {
        if (!lots.Exists)
            throw new BadFileException($"There is no file {lots}.");
        if (saved is { Exists: true } && Opened(saved, places) is { } opened)
        {
            if (opened.Index.Mark == MarkOf(lots))
                return opened;
            opened.Index.Dispose();
        }

        var built = Built(lots, places);
        if (saved is not null)
        {
            built.Index.Mark = MarkOf(lots);
            built.Index.Save(saved.FullName);
        }

        return built;
    }

    private static ReadyIndex Built(FileInfo lots, IReadOnlyList<Place> places)
    {
        var built = Measured("built", () => LotIndex.Build(LotFile.Read(lots), places));
        return built.Index.Count > 0 ? built : throw new BadFileException($"There are no lots in {lots}.");
    }

    private static ReadyIndex? Opened(FileInfo saved, IReadOnlyList<Place> places)
    {
        try
        {
            return Measured("opened", () => LotIndex.Open(saved.FullName, places));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ReadyIndex Measured(string how, Func<LotIndex> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var index = make();
        clock.Stop();
        return new ReadyIndex(index, clock.Elapsed, GC.GetTotalMemory(forceFullCollection: true) - before, how);
    }

    /// <summary>Tells one file of lots from another without reading it.</summary>
    private static string MarkOf(FileInfo lots) =>
        string.Create(CultureInfo.InvariantCulture, $"{lots.Length} bytes, written {lots.LastWriteTimeUtc:O}");
}
