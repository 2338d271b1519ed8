using System.Text.RegularExpressions;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>One thing has one name in all words about signs.</summary>
public class RiskWordTermsTests
{
    /// <summary>Language, what is not written (the beginning of a word), what is written instead.</summary>
    private static readonly (string Language, string Not, string But)[] Terms =
    [
        ("kk", "келісімшарт", "шарт"),
        ("kk", "жеткізуші", "өнім беруші"),
        ("kk", "сатып алушы", "тапсырыс беруші"),
        ("kk", "тендер", "конкурс"),
        ("kk", "БИН", "БСН"),
        ("kk", "реестр", "тізілім"),
        ("kk", "тг", "теңге"),
        ("ru", "контракт", "договор"),
        ("ru", "подрядчик", "поставщик"),
        ("ru", "покупател", "заказчик"),
        ("ru", "тендер", "конкурс"),
        ("ru", "лимит", "порог"),
        ("ru", "не извест", "неизвест"),
        ("en", "customer", "buyer"),
        ("en", "vendor", "supplier"),
        ("en", "KZT", "tenge"),
        ("en", "threshold", "limit"),
        ("en", "offeror", "bidder"),
    ];

    /// <summary>How the two lines under every sign begin, so that they are found at a glance.</summary>
    private static readonly Dictionary<(string Language, string Part), string> Openings = new()
    {
        [("kk", "innocent")] = "Басқаша түсіндіруге болады: ",
        [("ru", "innocent")] = "Чем ещё это можно объяснить: ",
        [("en", "innocent")] = "What else can explain it: ",
        [("kk", "check")] = "Нені тексеруге болады: ",
        [("ru", "check")] = "Что можно проверить: ",
        [("en", "check")] = "What you can check: ",
    };

    [Fact]
    public void One_thing_has_one_name() => RiskWords.None(
        from term in Terms
        from phrase in RiskWords.In(term.Language)
        where Regex.IsMatch(phrase.Value, $@"\b{term.Not}", RegexOptions.IgnoreCase)
        select RiskWords.At(phrase.Key, term.Language, $"«{term.Not}…» is called «{term.But}» here: {phrase.Value}"));

    [Fact]
    public void Explanations_and_checks_begin_alike() => RiskWords.None(
        from opening in Openings
        from phrase in RiskWords.In(opening.Key.Language)
        where phrase.Key.StartsWith("risk.KZ-", StringComparison.Ordinal) && phrase.Key.Split('.')[2] == opening.Key.Part
            && !phrase.Value.StartsWith(opening.Value, StringComparison.Ordinal)
        select RiskWords.At(phrase.Key, opening.Key.Language, $"begins otherwise than «{opening.Value.TrimEnd()}»: {phrase.Value}"));
}
