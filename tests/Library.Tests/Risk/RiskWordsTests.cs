using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public partial class RiskWordsTests
{
    private const int ShortForm = 300;

    private static readonly string[] Accusing =
    [
        "коррупц", "нарушен", "виновн", "мошенн", "хищен", "откат", "преступ", "ворова", "воры", "незаконн", "сговор",
        "сыбайлас", "жемқор", "кінәлі", "алаяқ", "ұры", "заңсыз", "бұзушы", "бұзылу",
        "corrupt", "fraud", "guilty", "violat", "theft", "illegal", "unlawful", "crime", "suspicious",
    ];

    public static TheoryData<string> Languages => ["kk", "ru", "en"];

    /// <summary>Findings that tell every kind of sign there is.</summary>
    private static readonly Finding[] Signs =
    [
        .. CasesThatFire.All().SelectMany(file => RiskCheck.Run(file, CasesThatFire.Catalogue).Findings)
            .Where(finding => finding.State == State.Fired),
    ];

    private static Dictionary<string, string> Words(string language, [CallerFilePath] string here = "")
    {
        var root = new DirectoryInfo(Path.GetDirectoryName(here)!);

        while (!Directory.Exists(Path.Combine(root.FullName, "locales")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("No folder locales above the tests.");
        }

        var file = Path.Combine(root.FullName, "locales", $"{language}.json");
        var all = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;

        return all.Where(pair => pair.Key.StartsWith("risk.", StringComparison.Ordinal)).ToDictionary();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_phrase_accuses_anybody(string language) => Assert.All(Words(language), phrase =>
        Assert.DoesNotContain(Accusing, word => Regex.IsMatch(phrase.Value, $@"\b{word}", RegexOptions.IgnoreCase)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_indicator_has_a_name_a_sign_with_a_number_an_explanation_and_a_check(string language)
    {
        var words = Words(language);

        Assert.All(RiskCheck.Indicators, indicator =>
        {
            Assert.All(["name", "sign", "innocent", "check"], part => Assert.NotEmpty(words[$"risk.{indicator.Code}.{part}"]));
            Assert.All(words.Where(pair => pair.Key.StartsWith($"risk.{indicator.Code}.sign", StringComparison.Ordinal)),
                pair => Assert.Matches(@"\{(count|days|within|letters|price|day|from|percent)\}", pair.Value));
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_blank_of_a_sign_is_supplied_and_the_short_form_is_short(string language)
    {
        var words = Words(language);

        Assert.All(Signs, sign =>
        {
            var text = words[sign.SignKey];
            Assert.All(Blank().Matches(text), blank => Assert.Contains(blank.Groups["name"].Value, sign.Facts.Keys));
            Assert.True(Filled(text, sign).Length <= ShortForm, $"{sign.SignKey} {language}: {Filled(text, sign).Length}");
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_usual_sentence_of_an_indicator_can_be_filled_from_every_finding(string language)
    {
        var words = Words(language);

        Assert.All(Signs, sign => Assert.All(Blank().Matches(words[$"risk.{sign.Code}.sign"]),
            blank => Assert.Contains(blank.Groups["name"].Value, sign.Facts.Keys)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Plural_blanks_have_the_forms_of_the_language(string language)
    {
        var forms = language switch { "ru" => 3, "en" => 2, _ => 1 };

        Assert.All(Words(language).SelectMany(phrase => Blank().Matches(phrase.Value)), blank =>
            Assert.True(!blank.Groups["forms"].Success || blank.Groups["forms"].Value.Split('|').Length == forms, blank.Value));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_languages_have_the_same_phrases_with_the_same_blanks(string language)
    {
        var (words, russian) = (Words(language), Words("ru"));

        Assert.Equal(russian.Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        Assert.All(words, phrase => Assert.Equal(Names(russian[phrase.Key]), Names(phrase.Value)));
    }

    [Fact]
    public void Every_sentence_of_a_sign_is_told_by_a_finding_here()
    {
        var told = Signs.SelectMany(sign => new[] { sign.SignKey, $"risk.{sign.Code}.sign" }).ToHashSet();

        Assert.All(Words("en").Keys.Where(key => key.Contains(".sign", StringComparison.Ordinal)), key => Assert.Contains(key, told));
    }

    [Fact]
    public void Every_reason_named_in_the_code_has_words()
    {
        var words = Words("kk");
        var lines = Directory.GetFiles(SourceFolder(), "*.cs").SelectMany(File.ReadAllLines)
            .Where(line => !line.Contains("Variant =", StringComparison.Ordinal));
        var named = lines.SelectMany(line => Reason().Matches(line)).Select(match => match.Groups["key"].Value).Distinct().ToList();

        Assert.True(named.Count > 30);
        Assert.All(named, key => Assert.True(words.ContainsKey($"risk.missing.{key}") || words.ContainsKey($"risk.exception.{key}"), key));
        Assert.All(Catalogue.Current.Submission.WithoutMinimum.Values.Concat(Catalogue.Current.Words.LawfulReasons.Keys)
            .Concat(Catalogue.Current.Words.CareOfInstalled.Keys), key => Assert.Contains($"risk.exception.{key}", words.Keys));
    }

    [Fact]
    public void Every_need_and_excuse_of_an_indicator_has_words()
    {
        var words = Words("kk");

        Assert.All(RiskCheck.Indicators.SelectMany(indicator => indicator.Needs), key => Assert.Contains($"risk.missing.{key}", words.Keys));
        Assert.All(RiskCheck.Indicators.SelectMany(indicator => indicator.Excuses), key => Assert.Contains($"risk.exception.{key}", words.Keys));
    }

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Risk/Indicators"));

    private static SortedSet<string> Names(string text) => [.. Blank().Matches(text).Select(blank => blank.Groups["name"].Value)];

    private static string Filled(string text, Finding sign) => Blank().Replace(text, blank => blank.Groups["forms"].Success
        ? blank.Groups["forms"].Value.Split('|')[^1]
        : sign.Facts[blank.Groups["name"].Value] is DateTimeOffset day ? $"{day:dd.MM.yyyy}" : $"{sign.Facts[blank.Groups["name"].Value]}");

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<forms>[^}]*))?\}")]
    private static partial Regex Blank();

    [GeneratedRegex("(?:NotApplicable\\(|NotEvaluable\\(|\\? |: )\"(?<key>[a-z_]+)\"(?: : null|[,)]|$)", RegexOptions.Multiline)]
    private static partial Regex Reason();
}
