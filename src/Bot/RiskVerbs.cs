using System.CommandLine;
using Bot.Evaluation;
using Bot.Operations;
using Risk.Ocds;

namespace Bot;

/// <summary>Checking from the command line: one lot of the store, or a file of releases of the contracting standard.</summary>
internal static class RiskVerbs
{
    private const string StandardInput = "-";

    /// <summary>A second one takes a sixth more of the processor to be a quarter sooner done, and it may be needed elsewhere: for who asks.</summary>
    private const int OneWorker = 1;

    public static Command Risk(IReadOnlyList<string> settings)
    {
        var lot = new Argument<string?>("LOT") { Description = "A lot's number or id, or a direct contract's number", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every lot of the store" };
        var into = new Option<FileInfo>("--out") { Description = "Where the answers of --all go: .csv is a table, anything else JSON lines" };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "Judge with the knowledge of the end of this day, like 2026-03-05; else of now" };
        var ocds = new Option<string>("--ocds") { Description = "OCDS compiled releases, one a line (\"-\": piped in), instead of a lot" };
        var limits = new Option<FileInfo>("--settings") { Description = "Which indicators run over them, and by which limits; else all" };
        var cardinal = new Option<bool>("--cardinal") { Description = "Answer as Cardinal does where we know better: R030, R048" };
        var threads = new Option<int?>("--threads") { Description = "Workers side by side; else one, which takes the least of the processor" };
        var verb = new Command("risk", "All checks of one lot, or the international indicators over a file of releases")
        {
            lot, all, into, asOf, ocds, limits, cardinal, threads,
        };
        verb.Validators.Add(given =>
        {
            if (new[] { given.GetValue(lot) is not null, given.GetValue(all), given.GetValue(ocds) is not null }.Count(chosen => chosen) != 1)
                given.AddError("risk needs a LOT, --all or --ocds FILE");
            else if (given.GetValue(all) == given.GetValue(into) is null)
                given.AddError("--all and --out FILE go together");
            else if (given.GetValue(ocds) is null && (given.GetValue(limits) is not null || given.GetValue(cardinal)))
                given.AddError("--settings and --cardinal belong to --ocds");
            else if (given.GetValue(threads) is < 1)
                given.AddError("--threads wants a number from 1");
        });
        verb.SetAction((parsed, cancel) => parsed.GetValue(ocds) is { } file
            ? Releases(file, parsed.GetValue(limits), parsed.GetValue(cardinal), parsed.GetValue(threads) ?? OneWorker)
            : parsed.GetValue(into) is { } target ? SignVerbs.All(settings, target, parsed.GetValue(asOf), cancel)
            : SignVerbs.One(settings, parsed.GetValue(lot)!, parsed.GetValue(asOf), cancel));
        return verb;
    }

    /// <summary>Neither store nor service is opened for this: it reads one file, once.</summary>
    private static async Task<int> Releases(string file, FileInfo? limits, bool isCardinal, int threads)
    {
        var settings = limits is null ? OcdsSettings.Everything with { Cardinal = isCardinal } : Limits(limits, isCardinal);
        await using var releases = Open(file);
        var answer = OcdsRun.Over(releases, settings, threads);
        await using var output = Console.OpenStandardOutput();
        answer.Write(output);
        foreach (var line in answer.Malformed)
            await Console.Error.WriteLineAsync($"warning: line {line} is not JSON, left out");
        if (answer.Others > 0)
            await Console.Error.WriteLineAsync($"note: lines without an ocid, left out: {answer.Others}");
        if (answer.LeftOutCurrencies)
            await Console.Error.WriteLineAsync("note: bids in other currencies than the main one are left out of comparisons of prices");
        if (settings is { PriceComparison.Count: > 0, NoPriceComparison.Count: > 0 })
            await Console.Error.WriteLineAsync(
                "note: no_price_comparison_procurement_methods does nothing beside price_comparison_procurement_methods");
        foreach (var code in settings.NotRun)
            await Console.Error.WriteLineAsync($"note: {code} is not among our indicators, left out");
        return 0;
    }

    private static OcdsSettings Limits(FileInfo file, bool isCardinal)
    {
        try
        {
            return SettingsFile.Read(File.ReadAllText(file.FullName), isCardinal);
        }
        catch (OcdsSettingException wrong)
        {
            throw new SettingException($"{file}: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new BadFileException(wrong.Message);
        }
    }

    private static Stream Open(string file)
    {
        if (file == StandardInput)
            return Console.OpenStandardInput();
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadFileException(wrong.Message);
        }
    }
}
