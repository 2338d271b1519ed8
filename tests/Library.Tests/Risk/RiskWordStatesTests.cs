using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Whatever state an indicator answers with, there are words for it.</summary>
public class RiskWordStatesTests
{
    private static readonly string[] OfIndicators = ["name", "sign", "innocent", "check"];

    private static readonly string[] OfStates =
    [
        "risk.head", "risk.clear_all", "risk.not_applicable_all", "risk.not_checked_all", "risk.not_checked_line", "risk.none", "risk.ran", "risk.as_of", "risk.insufficient",
        "risk.full.clear", "risk.full.not_applicable", "risk.full.not_checked", "risk.full.muted",
    ];

    public static TheoryData<string> Languages => RiskWords.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_indicator_has_a_name_a_sign_an_explanation_and_a_check(string language) =>
        Demand(language, RiskCheck.Indicators.SelectMany(indicator => OfIndicators.Select(part => $"risk.{indicator.Code}.{part}")));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_variant_of_a_sign_has_its_sentence(string language) => Demand(language, RiskWords.Signs.SelectMany(sign => new[] { sign.SignKey, sign.InnocentKey, sign.CheckKey }));

    [Fact]
    public void Explanations_of_single_variants_are_those_that_a_sign_asks_for() => Assert.Equal(
        RiskWords.In("kk").Keys.Where(key => key.Split('.') is ["risk", _, "innocent" or "check", _]).Order(StringComparer.Ordinal),
        RiskWords.Signs.SelectMany(sign => new[] { sign.InnocentKey, sign.CheckKey }).Where(key => key.Split('.').Length == 4)
            .Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whatever_may_be_missing_is_named(string language) => Demand(language, Missing);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whatever_excuses_is_named(string language) => Demand(language, Exceptions);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_state_and_every_level_has_words(string language) =>
        Demand(language, OfStates.Concat(Enum.GetNames<Level>().Select(level => $"risk.level.{level.ToLowerInvariant()}")));

    [Fact]
    public void Reasons_that_nothing_names_have_no_words()
    {
        var named = Missing.Concat(Exceptions).ToHashSet();
        var told = RiskWords.In("kk").Keys.Where(key => key.Split('.') is ["risk", "missing" or "exception", ..]);

        RiskWords.None(told.Where(key => !named.Contains(key)).Select(key => $"{key}: no indicator names it"));
    }

    private static IEnumerable<string> Missing => RiskCheck.Indicators.SelectMany(indicator => indicator.Needs)
        .Concat(Indicator.CommonNeeds).Select(key => $"risk.missing.{key}");

    private static IEnumerable<string> Exceptions => RiskCheck.Indicators.SelectMany(indicator => indicator.Excuses)
        .Concat(Indicator.CommonExcuses).Select(key => $"risk.exception.{key}");

    private static void Demand(string language, IEnumerable<string> keys) => RiskWords.None(
        keys.Distinct().Where(key => string.IsNullOrWhiteSpace(RiskWords.In(language).GetValueOrDefault(key)))
            .Select(key => RiskWords.At(key, language, "has no words")));
}
