using Bot.Conversation;
using Bot.Lots;
using Bot.Signs;
using Language;
using Procurement;
using Risk;
using Xunit;

namespace Bot.Tests.Signs;

/// <summary>One finding told whole: nothing of it is left out in any state, and it fits into one message.</summary>
public class FullWordsTests
{
    private const int TelegramsLongest = 4_096;

    private static readonly Phrasebook Phrases = Phrasebook.Read(Path.Combine(Repository.Root, "locales"));
    private static readonly DateTimeOffset Day = new(2026, 9, 28, 9, 0, 0, TimeSpan.FromHours(5));
    private static readonly DataAge Age = new(Day, false);

    private static readonly Lot Lot = new()
    {
        Id = 1,
        Number = "85000001-ЗЦП1",
        AnnouncementId = 16411681,
        Name = new("Бумага", "Қағаз"),
        BuyerName = new("КГУ \"Школа № 1\"", null),
        Amount = 1_000_000,
    };

    private static Finding Finding(State state, Indicator? of = null) => new()
    {
        Code = (of ?? RiskCheck.Indicators.Single(one => one.Code == "KZ-13")).Code,
        State = state,
        Tier = Tier.T1,
        Family = of?.Family ?? "timing",
        Subject = new Subject("lot", Lot.Number),
        AsOf = Day,
        CatalogueVersion = "2026-11.1",
        Value = 1,
        Threshold = 2,
        Facts = new Dictionary<string, object> { ["days"] = 1, ["least"] = 2, ["from"] = Day, ["until"] = Day },
        Evidence = [.. Enumerable.Range(1, 8).SelectMany(Twice)],
        Missing = ["bids_due"],
        Exceptions = ["old_law"],
    };

    private static IEnumerable<EvidenceItem> Twice(int i) => new[] { "sum", "date" }
        .Select(field => new EvidenceItem("contract", $"{i}", $"https://goszakup.gov.kz/ru/egzcontract/cpublic/show/{i}", field, "1"))
        .Append(new EvidenceItem("lot", Lot.Number, "https://goszakup.gov.kz/ru/announce/index/16411681", "price", "1"));

    private static string Told(Finding finding, string language, string? compared = "2026-09-27") =>
        Phrases.Text(FullWords.Tell(Lot, finding, compared, Age), language);

    private static string Text(string key, string language) => Phrases.Text(key, language);

    [Theory]
    [InlineData("kk"), InlineData("ru"), InlineData("en")]
    public void A_sign_is_told_with_its_explanation_its_check_who_takes_a_letter_and_where_it_comes_from(string language)
    {
        var text = Told(Finding(State.Fired), language);

        Assert.All(["risk.head", "risk.KZ-13.name", "risk.KZ-13.innocent", "risk.KZ-13.check", "risk.full.where.audit", "risk.full.pages"],
            key => Assert.Contains(Text(key, language), text));
        Assert.All(["KZ-13", "687", "2026-11.1", "2026-09-27"], part => Assert.Contains(part, text));
        Assert.DoesNotContain('{', text);
    }

    [Fact]
    public void Five_pages_are_shown_once_each_in_the_readers_language_and_the_others_counted()
    {
        var text = Told(Finding(State.Fired), "kk");

        Assert.All(Enumerable.Range(1, 5), i => Assert.Single(text.Split('\n'), line => line.EndsWith($"/kz/egzcontract/cpublic/show/{i}", StringComparison.Ordinal)));
        Assert.DoesNotContain("show/6", text);
        Assert.Contains("тағы 3 бет", text);
        Assert.Single(text.Split('\n'), line => line.Contains("announce/index/16411681", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("competition", "risk.full.where.competition"), InlineData("collusion", "risk.full.where.competition"), InlineData("price", "risk.full.where.audit")]
    public void Who_takes_a_letter_depends_on_what_it_is_about(string family, string key) =>
        Assert.Contains(Text(key, "ru"), Told(Finding(State.Fired) with { Family = family }, "ru"));

    [Theory]
    [InlineData("kk"), InlineData("ru"), InlineData("en")]
    public void A_check_that_could_not_run_says_what_is_missing_and_what_a_person_can_look_at(string language)
    {
        var text = Told(Finding(State.NotEvaluable), language);

        Assert.Contains(Text("risk.missing.bids_due", language), text);
        Assert.Contains(Text("risk.KZ-13.check", language), text);
        Assert.DoesNotContain(Text("risk.head", language), text);
        Assert.DoesNotContain(Text("risk.KZ-13.innocent", language), text);
    }

    [Theory]
    [InlineData("kk"), InlineData("ru"), InlineData("en")]
    public void A_check_that_does_not_apply_says_why(string language)
    {
        var text = Told(Finding(State.NotApplicable), language);

        Assert.Contains(Text("risk.exception.old_law", language), text);
        Assert.DoesNotContain(Text("risk.KZ-13.check", language), text);
    }

    [Fact]
    public void A_check_that_found_nothing_says_what_was_held_against_what_and_promises_nothing()
    {
        var limit = Told(Finding(State.Clear), "ru");
        var group = Told(Finding(State.Clear) with { Benchmark = new Benchmark("country", 12, 6, 100, 110, 130) }, "ru");

        Assert.Contains("У этой закупки – 1, порог – 2.", limit);
        Assert.Contains("По 12 сравнениям обычно – 100, верхняя граница обычного – 130.", group);
        Assert.All([limit, group], text => Assert.Contains(Text("risk.full.clear", "ru"), text));
    }

    [Fact]
    public void A_fact_beside_the_others_and_a_sign_that_many_lots_have_bring_no_letter()
    {
        var fact = Told(Finding(State.Fired) with { Tier = Tier.T3 }, "ru");
        var often = Told(Finding(State.Fired) with { Tier = Tier.T3, IsMuted = true }, "ru");

        Assert.All([fact, often], text => Assert.DoesNotContain(Text("risk.full.where.audit", "ru"), text));
        Assert.Contains(Text("risk.full.muted", "ru"), often);
        Assert.DoesNotContain(Text("risk.full.muted", "ru"), fact);
    }

    [Fact]
    public void Without_data_to_compare_with_no_version_of_them_is_named() =>
        Assert.DoesNotContain("Версия данных", Told(Finding(State.Fired), "ru", null));

    [Fact]
    public void Every_law_that_a_check_stands_on_is_named_in_the_readers_language() =>
        Assert.All(RiskCheck.Indicators, indicator => Assert.True(LegalWords.Knows(indicator.LegalBasis), $"{indicator.Code}: {indicator.LegalBasis}"));

    [Theory]
    [InlineData("kk"), InlineData("ru"), InlineData("en")]
    public void Every_sentence_of_every_check_fits_into_one_message(string language) => Assert.All(RiskCheck.Indicators, indicator =>
    {
        var start = $"risk.{indicator.Code}.sign";
        var sentences = Phrases.Languages[language].Where(phrase => phrase.Key == start || phrase.Key.StartsWith(start + ".", StringComparison.Ordinal));
        Assert.All(sentences, sentence =>
        {
            var facts = Template.Blanks(sentence.Value).Select(blank => blank.Name).Distinct().ToDictionary(name => name, _ => (object)9_999_999_999_999m);
            var variant = sentence.Key == start ? null : sentence.Key[(start.Length + 1)..];
            Assert.InRange(Told(Finding(State.Fired, indicator) with { Facts = facts, Variant = variant }, language).Length, 200, TelegramsLongest);
        });
    });
}
