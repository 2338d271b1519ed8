using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Signs are read on small telephones: a sentence is short, and an answer is one message.</summary>
public class RiskWordLengthTests
{
    private const int ShortForm = 300;

    /// <summary>Two signs with all that belongs to them, without the lines about the lot and the age of the data.</summary>
    private const int Answer = 1_600 - AboutTheLot;
    private const int AboutTheLot = 350;

    /// <summary>A sum as large as a ministry's, where a sum stands in the finding; prices of one thing are smaller.</summary>
    private const decimal LargeSum = 9_999_999_999_999m;
    private const decimal LargePrice = 999_999_999m;
    private static readonly HashSet<string> OfOneThing = ["price", "median", "fence"];

    public static TheoryData<string> Languages => RiskWords.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_short_form_is_short(string language) => RiskWords.None(
        from sign in RiskWords.Signs
        from told in new[] { sign, Large(sign) }
        let text = RiskWords.Sign(language, told)
        where text.Length > ShortForm
        select RiskWords.At(sign.SignKey, language, $"{text.Length} characters, at most {ShortForm}: {text}"));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Two_signs_with_their_explanations_are_one_message(string language)
    {
        var lengths = RiskWords.Signs.Select(sign => (sign.SignKey, sign.Code, Length: Whole(language, Large(sign)))).ToList();
        var values = new Dictionary<string, object> { ["ran"] = 34, ["of"] = 34, ["date"] = Given.Astana(2026, 9, 28), ["version"] = "2026-11.1" };
        var around = new[] { "risk.head", "risk.ran", "risk.as_of" }.Sum(key => RiskWords.Say(language, key, values).Length);

        RiskWords.None(
            from one in lengths
            from other in lengths
            where string.CompareOrdinal(one.Code, other.Code) < 0 && one.Length + other.Length + around > Answer
            select RiskWords.At($"{one.SignKey} with {other.SignKey}", language, $"{one.Length + other.Length + around} characters, at most {Answer}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Names_fit_on_a_button(string language) => RiskWords.None(
        from indicator in RiskCheck.Indicators
        let name = RiskWords.In(language)[$"risk.{indicator.Code}.name"]
        where name.Length > 45
        select RiskWords.At($"risk.{indicator.Code}.name", language, $"{name.Length} characters, at most 45: {name}"));

    private static int Whole(string language, Finding sign) => RiskWords.Sign(language, sign).Length
        + RiskWords.In(language)[sign.InnocentKey].Length + RiskWords.In(language)[sign.CheckKey].Length;

    /// <summary>The same finding about much money, in September, whose name is long.</summary>
    private static Finding Large(Finding sign) => sign with
    {
        Facts = sign.Facts.ToDictionary(fact => fact.Key, fact => fact.Value switch
        {
            decimal value when value >= 100 => OfOneThing.Contains(fact.Key) ? LargePrice : LargeSum,
            int value when value is > 1 and < 100 => 99,
            DateTimeOffset => Given.Astana(2026, 9, 28),
            var value => value,
        }),
    };
}
