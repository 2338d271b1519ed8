using Bot.Evaluation;
using Bot.Lots;
using Procurement;

namespace Benchmarks.Matching;

/// <summary>Lots, the places in which they lie, and files of tips about them.</summary>
internal sealed record LotSet(string Name, Func<IEnumerable<Lot>> Lots, IReadOnlyList<Place> Places, IReadOnlyList<TipSet> Tips)
{
    /// <summary>The bundled lots with the tips that were written about them here.</summary>
    public static async Task<LotSet> Sample(Options options)
    {
        var lots = LotFile.Read(new FileInfo(Path.Combine(SampleLoading.Folder, "lots-2026-02.jsonl.gz"))).ToList();
        var own = options.Tips is { } given ? [given] : Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Matching"), "tips*.jsonl");
        return new LotSet("sample", () => lots, await PlacesOf(options), [.. own.Order().Select(TipSet.Read)]);
    }

    /// <summary>A folder with one file of lots (lots*.jsonl, plain or .gz) and files of tips (tips*.jsonl).</summary>
    public static async Task<LotSet> Folder(Options options)
    {
        var folder = options.Folder ?? Path.GetDirectoryName(Path.GetFullPath(options.Lots!))!;
        var lots = options.Lots ?? Directory.GetFiles(folder, "lots*.jsonl").Concat(Directory.GetFiles(folder, "lots*.jsonl.gz")).FirstOrDefault()
            ?? throw new BadFileException($"There is no lots*.jsonl in {folder}; unpack it, or name one with --lots.");
        var tips = options.Tips is { } given ? [given] : Directory.GetFiles(folder, "tips*.jsonl");
        return new LotSet(Path.GetFileName(lots) + (options.IsSmall ? ", small" : ""), () => LotFile.Read(new FileInfo(lots))
            .Where(lot => !options.IsSmall || lot.Id is <= 200_000 or > 1_000_000), await PlacesOf(options), [.. tips.Order().Select(TipSet.Read)]);
    }

    private static Task<IReadOnlyList<Place>> PlacesOf(Options options) => PlaceFile.Read(options.Kato is { } kato ? new FileInfo(kato) : null, default);
}

/// <summary>A file of labelled tips.</summary>
internal sealed record TipSet(string Name, IReadOnlyList<LabelledTip> Tips)
{
    public static TipSet Read(string file) => new(Path.GetFileNameWithoutExtension(file), LabelledTip.ReadAll(new FileInfo(file), areAsked: true));
}
