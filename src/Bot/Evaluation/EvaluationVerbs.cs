using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Bot.Evaluation;

/// <summary>Matching from the command line: a text against the store, tips of a file against lots of a file, how good answers are.</summary>
internal static class EvaluationVerbs
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Match(IReadOnlyList<string> settings)
    {
        var text = new Option<string>("--text") { Description = "What a person wrote: sought in the store" };
        var lots = FileOption("--lots", "Lots sought instead of the store: one JSON object a line, flat or as the register gives them, plain or .gz");
        var tips = FileOption("--tips", "Tips, one JSON object with id and text a line: each is answered by one line");
        var places = FileOption("--places", "Table (CSV) of territories with kato, name_ru, name_kk; else those that come with the bot");
        var index = FileOption("--index", "Where the index of these lots is kept from one time to the next");
        var verb = new Command("match", "Which lots a text may mean, or each text of a file, with evidence")
        {
            text, lots, tips, places, index,
        };
        verb.Validators.Add(given =>
        {
            var (one, both) = (given.GetValue(text) is not null, given.GetValue(lots) is not null && given.GetValue(tips) is not null);
            var ofFiles = given.GetValue(lots) ?? given.GetValue(tips) ?? given.GetValue(places) ?? given.GetValue(index);
            if (one ? ofFiles is not null : !both)
                given.AddError("match needs --text TEXT, or --lots FILE and --tips FILE");
        });
        verb.SetAction((parsed, cancel) => parsed.GetValue(text) is { } asked
            ? Verbs.Match(settings, asked, cancel)
            : MatchFiles(parsed.GetValue(lots)!, parsed.GetValue(tips)!, parsed.GetValue(places), parsed.GetValue(index), cancel));
        return verb;
    }

    public static Command Eval()
    {
        var answers = FileOption("--answers", "What match printed, or another matcher in its shape");
        var tips = FileOption("--tips", "The tips with their right lots");
        answers.Required = tips.Required = true;
        var verb = new Command("eval", "How good the answers to labelled tips are") { answers, tips };
        verb.SetAction((parsed, _) => Score(parsed.GetValue(answers)!, parsed.GetValue(tips)!));
        return verb;
    }

    private static Option<FileInfo> FileOption(string name, string help) => new(name) { Description = help };

    private static async Task<int> MatchFiles(
        FileInfo lots, FileInfo tips, FileInfo? places, FileInfo? saved, CancellationToken cancellationToken)
    {
        var asked = LabelledTip.ReadAll(tips, areAsked: true);
        var ready = ReadyIndex.Of(lots, await PlaceFile.Read(places, cancellationToken), saved);
        using var index = ready.Index;
        var matching = new TipMatching(index);
        matching.Warm();
        await using var answers = new StreamWriter(Console.OpenStandardOutput());
        var took = matching.Answer(asked, answers, cancellationToken);
        await Console.Error.WriteLineAsync(ready.Summary);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{took.Count} tips: p50 {Shares.At(took, .5):F2} ms, p99 {Shares.At(took, .99):F2} ms, "
            + $"{took.Count / took.Sum() * 1000:F0} tips/s on one thread"));
        return 0;
    }

    private static async Task<int> Score(FileInfo answers, FileInfo tips)
    {
        var byTip = new Dictionary<string, TipAnswer>(StringComparer.Ordinal);
        foreach (var answer in JsonLineFile.Read(answers, TipAnswer.Read))
            byTip[answer.Id] = answer;
        if (byTip.Count == 0)
            throw new BadFileException($"There are no answers in {answers}.");
        var scores = Scores.Of(LabelledTip.ReadAll(tips, areAsked: false), byTip);
        foreach (var line in ScoreTable.Lines(scores))
            await Console.Error.WriteLineAsync(line);
        Console.WriteLine(JsonSerializer.Serialize(scores, Json));
        return 0;
    }
}
