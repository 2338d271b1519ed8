using System.Text.RegularExpressions;
using Language;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Every phrase with every kind of value: it blames nobody, is well-formed, in its language, and names no private person.</summary>
public partial class RiskWordLintTests
{
    /// <summary>Beginnings of words that judge somebody; a sign is a reason to look and no more.</summary>
    private static readonly string[] Accusing =
    [
        "нарушен", "нарушит", "нарушил", "виновн", "виноват", "коррупц", "сговор", "откат", "хищен", "мошенн", "преступ", "ворова", "воры", "украл",
        "незаконн", "противозаконн", "подозр", "махинац", "взятк", "афер",
        "заңбұз", "заңсыз", "сыбайлас", "жемқор", "алаяқ", "кінәлі", "айыпты", "ұры", "ұрла", "бұзушы", "бұзылу", "күдік", "пара ал", "қылмыс",
        "violat", "collu", "fraud", "corrupt", "guilt", "suspect", "suspicio", "illegal", "unlawful", "crime", "crimin", "theft", "steal", "stole",
        "bribe", "kickback", "embezzl", "rigg",
    ];

    private static readonly IReadOnlyList<(string Key, string Language, string Text)> Filled = [.. RiskSamples.All()];

    [Fact]
    public void No_phrase_accuses_anybody() => RiskWords.None(
        from phrase in Filled
        from word in Accusing
        where Regex.IsMatch(phrase.Text, $@"\b{word}", RegexOptions.IgnoreCase)
        select RiskWords.At(phrase.Key, phrase.Language, $"«{word}…» judges somebody"));

    [Fact]
    public void Every_sign_says_a_number() => RiskWords.None(
        from sign in RiskWords.Signs
        from language in RiskWords.All
        let names = Template.Blanks(RiskWords.In(language)[sign.SignKey]).Select(blank => blank.Name)
        where !names.Any(name => sign.Facts.GetValueOrDefault(name) is decimal or int or DateTimeOffset)
        select RiskWords.At(sign.SignKey, language, "no number and no day in the sentence"));

    [Fact]
    public void Nothing_is_left_open_and_spaces_are_single() => RiskWords.None(
        from phrase in Filled
        let problem = phrase.Text.AsSpan().ContainsAny('{', '}') ? "a blank is left open"
            : Spaces().IsMatch(phrase.Text) ? "two spaces together"
            : phrase.Text != phrase.Text.Trim() ? "a space at its end"
            : BeforeStop().IsMatch(phrase.Text) ? "a space before a stop, or two stops"
            : null
        where problem is not null
        select RiskWords.At(phrase.Key, phrase.Language, $"{problem}: {phrase.Text}"));

    [Fact]
    public void Sentences_end_with_a_period() => RiskWords.None(
        from phrase in Filled
        where IsSentence().IsMatch(phrase.Key) && !phrase.Text.EndsWith('.')
        select RiskWords.At(phrase.Key, phrase.Language, $"no period at the end: {phrase.Text}"));

    [Fact]
    public void Reasons_and_names_are_parts_of_a_sentence_and_have_no_period() => RiskWords.None(
        from phrase in Filled
        where IsPart().IsMatch(phrase.Key) && (phrase.Text.EndsWith('.') || phrase.Text.Contains('\n'))
        select RiskWords.At(phrase.Key, phrase.Language, $"ends with a period: {phrase.Text}"));

    [Fact]
    public void Each_phrase_is_in_the_letters_of_its_language() => RiskWords.None(
        from language in RiskWords.All
        from phrase in RiskWords.In(language)
        let alien = language switch { "ru" => KazakhLetters(), "en" => Cyrillic(), _ => null }
        where alien is not null && alien.IsMatch(phrase.Value)
        select RiskWords.At(phrase.Key, language, $"letters of another language: {alien.Match(phrase.Value).Value}"));

    [Fact]
    public void Kazakh_and_Russian_sentences_are_in_their_language() => RiskWords.None(
        from phrase in Filled
        where phrase.Language != "en" && IsSentence().IsMatch(phrase.Key)
        let taken = LanguageOf.Classify(phrase.Text).Language
        where taken != (phrase.Language == "kk" ? MessageLanguage.Kazakh : MessageLanguage.Russian)
        select RiskWords.At(phrase.Key, phrase.Language, $"reads as {taken}: {phrase.Text}"));

    [Fact]
    public void No_finding_tells_a_persons_number() => RiskWords.None(
        from sign in RiskWords.Signs
        from text in RiskWords.All.Select(language => RiskWords.Sign(language, sign))
            .Concat(sign.Evidence.SelectMany(item => new[] { item.Id, item.Value }))
        where PersonsNumber().IsMatch(text)
        select $"{sign.SignKey}: a person's number (IIN): {text}");

    /// <summary>What is said as a whole sentence.</summary>
    [GeneratedRegex(@"^risk\.(KZ-\d\d\.(sign|innocent|check|picture)|head$|none$|ran$|as_of$|insufficient$|clear$|not_applicable$|not_checked$"
        + @"|full\.(clear|not_|measured|compared|where|basis$|ocp|population|muted))"
        + @"|^portrait\.(facts|too_few|listed|not_listed|no_signs|late|from_one_source|bids|buyers|registered)$")]
    private static partial Regex IsSentence();

    [GeneratedRegex(@"^risk\.(missing|exception|level|full\.basis\.|full\.page\.|KZ-\d\d\.name)")]
    private static partial Regex IsPart();

    [GeneratedRegex(@"[\s\u00A0\u202F]{2}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\s\u00A0\u202F][.,;:!?](?!\d)|,,|;;|(?<!\.)\.\.(?!\.)")]
    private static partial Regex BeforeStop();

    [GeneratedRegex("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]+")]
    private static partial Regex KazakhLetters();

    [GeneratedRegex(@"\p{IsCyrillic}+")]
    private static partial Regex Cyrillic();

    /// <summary>Twelve digits that begin with a day of birth; a company's number has 4, 5 or 6 where the day begins.</summary>
    [GeneratedRegex(@"(?<!\d)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-6]\d{5}(?!\d)")]
    private static partial Regex PersonsNumber();
}
