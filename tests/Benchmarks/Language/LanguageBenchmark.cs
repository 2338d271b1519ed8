using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using global::Language;

namespace Benchmarks.Language;

/// <summary>
/// Tokens a second over the sample's texts, microseconds to classify a message, and how two detectors and hunspell do beside us.
/// </summary>
internal static class LanguageBenchmark
{
    private const int Rounds = 5;
    private static readonly string[] Kinds = ["kk", "kk-plain", "kk-latin", "ru", "en", "mixed"];

    public static Task<int> Run(string[] args)
    {
        var root = Root();
        var texts = Directory.GetFiles(Path.Combine(root, "src/Bot/Sample"), "*.gz").SelectMany(Texts).ToList();
        var messages = File.ReadAllLines(Path.Combine(root, "tests/Library.Tests/Language/messages.tsv")).Select(line => line.Split('\t')).ToList();
        var (tokens, tokenSeconds) = Timed(() => texts.Sum(text => (long)Tokens.Of(text).Count));
        var (_, messageSeconds) = Timed(() => messages.Sum(message => (long)LanguageOf.Classify(message[2]).Language));
        var stems = File.ReadAllLines(Path.Combine(root, "tests/Library.Tests/Language/kazakh-stems.tsv")).Select(line => line.Split('\t')).ToList();
        var (_, stemSeconds) = Timed(() => stems.Sum(row => (long)KazakhStem.Of(row[0]).Length));
        return Task.FromResult(TemporaryHouse.Print(new
        {
            tokensPerSecond = Math.Round(tokens / tokenSeconds),
            microsecondsPerMessage = Math.Round(messageSeconds * 1e6 / messages.Count, 1),
            right = messages.GroupBy(message => message[0])
                .ToDictionary(part => part.Key, part => Math.Round(part.Average(message => IsRight(message) ? 1.0 : 0), 4)),
            heldByClass = messages.Where(message => message[0] == "held").GroupBy(message => message[1])
                .ToDictionary(kind => kind.Key, kind => Math.Round(kind.Average(message => IsRight(message) ? 1.0 : 0), 3)),
            answeredInItsLanguage = Math.Round(messages.Where(message => message[1] != "mixed")
                .Average(message => LanguageOf.Guess(message[2]).Language == message[1][..2] ? 1.0 : 0), 4),
            others = Others.Detectors(root),
            microsecondsPerKazakhStem = Math.Round(stemSeconds * 1e6 / stems.Count, 2),
            kazakhStemsRight = Math.Round(stems.Average(row => KazakhStem.Of(row[0]) == row[1] ? 1.0 : 0), 4),
            hunspell = Others.Hunspell(stems),
        }));
    }

    private static bool IsRight(string[] message) =>
        LanguageOf.Classify(message[2]).Language == (MessageLanguage)Array.IndexOf(Kinds, message[1]);

    private static (long Result, double Seconds) Timed(Func<long> work)
    {
        var result = work();    // warms up
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
            work();
        return (result, watch.Elapsed.TotalSeconds / Rounds);
    }

    private static IEnumerable<string> Texts(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            foreach (var text in Strings(record.RootElement).ToList())
                yield return text;
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Strings(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? ".";
    }
}
