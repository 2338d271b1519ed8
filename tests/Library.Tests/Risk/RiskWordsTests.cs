using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Language;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>The words about signs are whole: the same in three languages, told by a finding, with what their blanks want.</summary>
public partial class RiskWordsTests
{
    public static TheoryData<string> Languages => RiskWords.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_languages_have_the_same_phrases_with_the_same_blanks(string language)
    {
        var (words, russian) = (RiskWords.In(language), RiskWords.In("ru"));

        Assert.Equal(russian.Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        RiskWords.None(words.Where(phrase => !Names(phrase.Value).SetEquals(Names(russian[phrase.Key])))
            .Select(phrase => RiskWords.At(phrase.Key, language, $"other blanks than in ru: {string.Join(' ', Names(phrase.Value))}")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Plural_blanks_have_the_forms_of_the_language(string language)
    {
        var wanted = language switch { "ru" => 3, "en" => 2, _ => 1 };

        RiskWords.None(from phrase in RiskWords.In(language)
                       from blank in Template.Blanks(phrase.Value)
                       where blank.Forms.Count > 0 && (blank.Forms.Count != wanted || blank.Forms.Any(string.IsNullOrWhiteSpace))
                       select RiskWords.At(phrase.Key, language, $"{{{blank.Name}:…}} wants {wanted} forms: {string.Join('|', blank.Forms)}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_blank_of_a_sign_is_supplied_by_its_finding(string language) => RiskWords.None(
        from sign in RiskWords.Signs
        from key in new[] { sign.SignKey, $"risk.{sign.Code}.sign" }
        from name in Names(RiskWords.In(language)[key])
        where !sign.Facts.ContainsKey(name)
        select RiskWords.At(key, language, $"the finding {sign.SignKey} has no fact for {{{name}}}"));

    [Fact]
    public void Facts_are_numbers_days_and_words() => RiskWords.None(
        from sign in RiskWords.Signs
        from fact in sign.Facts
        where fact.Value is not (decimal or int or DateTimeOffset or string)
        select $"{sign.SignKey}: the fact {fact.Key} is a {fact.Value.GetType().Name}");

    [Fact]
    public void Every_sentence_of_a_sign_is_told_by_a_finding_here()
    {
        var told = RiskWords.Signs.SelectMany(sign => new[] { sign.SignKey, $"risk.{sign.Code}.sign" }).ToHashSet();

        RiskWords.None(RiskWords.In("en").Keys.Where(key => key.Split('.') is ["risk", _, "sign", ..] && !told.Contains(key))
            .Select(key => $"{key}: no case among those that fire is told so"));
    }

    [Fact]
    public void Every_phrase_of_an_indicator_belongs_to_one_that_is_asked()
    {
        var asked = RiskCheck.Indicators.Select(indicator => indicator.Code).ToHashSet();

        RiskWords.None(RiskWords.In("en").Keys.Where(key => key.StartsWith("risk.KZ-", StringComparison.Ordinal) && !asked.Contains(key.Split('.')[1]))
            .Select(key => $"{key}: no such indicator"));
    }

    [Fact]
    public void Every_reason_named_in_the_code_has_words()
    {
        var words = RiskWords.In("kk");
        var lines = Directory.GetFiles(SourceFolder(), "*.cs").SelectMany(File.ReadAllLines)
            .Where(line => !line.Contains("Variant =", StringComparison.Ordinal));
        var named = lines.SelectMany(line => Reason().Matches(line)).Select(match => match.Groups["key"].Value)
            .Concat(Catalogue.Current.Submission.WithoutMinimum.Values).Concat(Catalogue.Current.Words.LawfulReasons.Keys)
            .Concat(Catalogue.Current.Words.CareOfInstalled.Keys).Distinct().ToList();

        Assert.True(named.Count > 30);
        RiskWords.None(named.Where(key => !words.ContainsKey($"risk.missing.{key}") && !words.ContainsKey($"risk.exception.{key}"))
            .Select(key => $"risk.missing.{key} or risk.exception.{key}: named in the code, without words"));
    }

    private static SortedSet<string> Names(string text) => [.. Template.Blanks(text).Select(blank => blank.Name)];

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Risk/Indicators"));

    [GeneratedRegex("(?:NotApplicable\\(|NotEvaluable\\(|\\? |: )\"(?<key>[a-z_]+)\"(?: : null|[,)]|$)", RegexOptions.Multiline)]
    private static partial Regex Reason();
}
