using Bot.Evaluation;
using Matching;

namespace Benchmarks.Matching;

/// <summary>
/// How well and how fast lots are found: on the bundled sample with the tips written for it, or on a large set in a folder. README.md says
/// what each part measures.
/// </summary>
internal static class MatchingBenchmark
{
    private const int BadUse = 2;

    public static async Task<int> Run(string[] args)
    {
        var options = new Options(args);
        if (options.Fault() is { } fault)
            return Complain(fault);
        try
        {
            var isLarge = options.Folder is not null || options.Lots is not null;
            if (!isLarge)
                Say.Line($"No folder with a large set is given: only the sample is measured.");
            var set = isLarge ? await LotSet.Folder(options) : await LotSet.Sample(options);
            return set.Tips.Count == 0 ? Complain($"There are no tips*.jsonl for {set.Name}.") : TemporaryHouse.Print(await Measure(set, options));
        }
        catch (BadFileException wrong)
        {
            return Complain(wrong.Message);
        }
    }

    private static async Task<object> Measure(LotSet set, Options options)
    {
        Say.Line($"{set.Name}: {set.Tips.Sum(tips => tips.Tips.Count)} tips in {set.Tips.Count} files");
        var (index, built) = Speed.Build(set);
        using var held = index;
        var matching = new TipMatching(index);
        var isFitted = options.Folds > 1 && options.Does("quality");
        var rows = isFitted || options.Rows is not null ? FeatureRows.Of(matching, set) : [];
        if (options.Rows is { } file)
            FeatureRows.Write(file, rows);
        var fitted = isFitted ? FoldedFit.Of(rows, options.Folds) : null;
        var quality = options.Does("quality") ? set.Tips.Select(tips => Quality.Measure(matching, tips, options.Folds, fitted)).ToList() : null;
        if (options.Out is { } answers)
            Write(matching, set, answers);
        var ablation = options.Does("ablation")
            ? Ablation.Measure<Parts>(set, parts => new TipMatching(new Matcher(index, new NumbersInTips(index).In, parts)), options.Without) : null;
        object? speed = null;
        if (options.Does("speed"))
        {
            matching.Warm();
            Say.Line($"\nspeed");
            speed = new
            {
                latency = Speed.Latency(matching, set),
                throughput = Speed.Throughput(matching, set),
                saving = Speed.Saving(index, set),
                adding = Adding.Measure(index, matching, set),    // last: it leaves copies behind
            };
        }

        return new
        {
            set = set.Name,
            built,
            quality,
            ablation,
            speed,
            store = options.Does("store") ? await FromStore.Measure(set) : null,
            growth = options.Does("growth") ? Growth.Measure(set, matching, options.Copies) : null,
            rivals = options.Does("rivals") ? await Rivals.Measure(set) : null,
        };
    }

    private static void Write(TipMatching matching, LotSet set, string file)
    {
        using var answers = new StreamWriter(file);
        foreach (var tips in set.Tips)
            matching.Answer(tips.Tips, answers, default);
    }

    private static int Complain(string line)
    {
        Console.Error.WriteLine(line);
        return BadUse;
    }
}
