using Benchmarks;
using Benchmarks.Language;
using Benchmarks.Matching;
using Benchmarks.Messengers;
using Benchmarks.Schemes;
using Benchmarks.Signs;

// dotnet run -c Release --project tests/Benchmarks -- list | NAME [options]; the last line that each prints is one JSON object.
Dictionary<string, (string About, Func<string[], Task<int>> Run)> benchmarks = new()
{
    ["language"] = ("tokens a second over the sample's texts; the class of labelled messages, right and how fast, beside lande, tinyld and hunspell", LanguageBenchmark.Run),
    ["matching"] = ("right lots first and among five, confidence, time and memory: [FOLDER] [--only quality,speed,store,growth,rivals,ablation] [--small] …", MatchingBenchmark.Run),
    ["fit"] = ("weights of a confidence, from rows of features and whether it was right: FILE.tsv (matching --rows) [--penalty N] [--folds N]", FitTool.Run),
    ["start"] = ("from the program's start to its first page: first start with the sample, then later starts", StartBenchmark.Run),
    ["import"] = ("a file of lots into an empty store and again unchanged, beside a bare insert loop; SQLite, and PostgreSQL if BOT_TEST_POSTGRES is set: [LOTS]", ImportBenchmark.Run),
    ["lag"] = ("from the commit of new lots to the index and to a follower's alert: [--pages N]", LagBenchmark.Run),
    ["risk"] = ("all indicators over every lot: population, lots a second, memory, one lot on demand, base rates: [--sample] | [--lots N] [--store FOLDER] [--profile]", RiskBenchmark.Run),
    ["ocds"] = ("risk --ocds over made-up releases of 1.25 and 8.5 KB: CPU seconds, MB/s, peak memory, two workers beside what the machine gives two processes, plain scans: [--small N] [--large N] [--long N]", OcdsBenchmark.Run),
    ["schemes"] = ("planted schemes among innocent look-alikes: what each engine finds and whom it flags wrongly: [--lots N] [--seed S]", SchemesBenchmark.Run),
    ["messengers"] = ("the bot as a process beside a made-up Telegram: webhook | tips | alerts | killed | soak [options; without any they are told]", MessengersBenchmark.Run),
    ["chat"] = ("tips told at once to a running bot: from the last word to the answer, p50, p95, p99: [--people N] [--per-second N] [--while-loading LOTS]", ChatBenchmark.Run),
};

if (args is ["list"] or [] || !benchmarks.TryGetValue(args[0], out var chosen))
{
    foreach (var (name, (about, _)) in benchmarks)
        Console.WriteLine($"{name,-10} {about}");
    return args is ["list"] ? 0 : 2;
}

return await chosen.Run(args[1..]);
