using System.Runtime.CompilerServices;
using System.Text.Json;
using Language;
using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What the bot says about signs, filled in as the bot does it.</summary>
internal static class RiskWords
{
    public static readonly string[] All = ["kk", "ru", "en"];

    /// <summary>Findings that tell every kind of sign there is, each sentence of an indicator once.</summary>
    public static readonly IReadOnlyList<Finding> Signs =
    [
        .. CasesThatFire.All().SelectMany(file => RiskCheck.Run(file, CasesThatFire.Catalogue).Findings).Where(finding => finding.State == State.Fired)
            .DistinctBy(finding => finding.SignKey),
    ];

    private static readonly Dictionary<string, Dictionary<string, string>> Read = All.ToDictionary(language => language, Load);

    public static TheoryData<string> Languages => [.. All];

    /// <summary>Phrases about signs and about buyers and suppliers, by key.</summary>
    public static IReadOnlyDictionary<string, string> In(string language) => Read[language];

    /// <summary>A phrase with its blanks filled; a blank without a value stays open, so that it is seen.</summary>
    public static string Say(string language, string key, IReadOnlyDictionary<string, object> facts) =>
        Template.Fill(Read[language][key], language, name => facts.TryGetValue(name, out var fact) ? Told(fact) : $"{{{name}}}");

    public static string Sign(string language, Finding sign) => Say(language, sign.SignKey, sign.Facts);

    /// <summary>Fails with one line for each problem: the key, the language, and what is wrong.</summary>
    public static void None(IEnumerable<string> problems)
    {
        var all = problems.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all.Prepend($"{all.Count} phrases in locales want a look:")));
    }

    public static string At(string key, string language, string problem) => $"{key} [{language}]: {problem}";

    private static object Told(object fact) =>
        fact is DateTimeOffset moment ? DateOnly.FromDateTime(PortalTime.InAstana(moment).DateTime) : fact;

    private static Dictionary<string, string> Load(string language)
    {
        var all = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Root(), "locales", $"{language}.json")))!;
        return all.Where(phrase => phrase.Key.StartsWith("risk.", StringComparison.Ordinal)
            || phrase.Key.StartsWith("portrait.", StringComparison.Ordinal)).ToDictionary();
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!Directory.Exists(Path.Combine(folder.FullName, "locales")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder locales above the tests.");
        return folder.FullName;
    }
}
