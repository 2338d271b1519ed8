using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

/// <summary>Two coordinators and an author: one takes the tip, the other is told so, a question travels, a case ends in both ways.</summary>
public sealed class CoordinatorStoryTests
{
    private const string Aside = "жарайды, мен келесісін аламын";
    private const string FirstCard = "#cards .card:first-of-type";
    private static readonly string Later = Path.Combine(Here(), "../Library.Tests/Procurement/fixtures/later-lots.jsonl");

    [BrowserFact]
    public Task In_Kazakh() => Tell(Tongue.Kazakh, Look.Desk, Look.Phone);

    [BrowserFact]
    public Task In_Russian() => Tell(Tongue.Russian, Look.PhoneAtNight, Look.DeskAtNight);

    private static async Task Tell(Tongue tongue, params IReadOnlyList<Look> looks)
    {
        await using var bot = await RealBot.Start(tongue.Language);
        using var author = Visitor.Open(bot.Url, $"author-{tongue.Language}", tongue.Language, Look.Phone);
        using var first = await Enter(bot, "Айгүл", $"coordinator-{tongue.Language}", tongue.Language, looks);
        using var second = await Enter(bot, "Берік", $"colleague-{tongue.Language}", tongue.Language, looks[0]);
        Tells(author, tongue, tongue.First);
        author.Press(tongue.Says("tips.follow_place"));

        first.Hears("№1", "#cards .first");
        first.Station("2-card");
        Claims(first, second, tongue);
        Asks(first, author, second, tongue);
        Closes(first, author, tongue);
        await bot.Import(Later);
        author.Hears(tongue.Says("alerts.new_lot"));
        author.Station("3-alert");

        Tells(author, tongue, tongue.Exact);
        second.Hears("№2", "#cards .first");
        Declines(second, author, tongue);
        Assert.Empty(first.Browser.Complaints());
    }

    private static void Tells(Visitor author, Tongue tongue, string text)
    {
        author.Say(text);
        author.Press(tongue.Says("tips.done"));
        if (text == tongue.First)
            author.Press(tongue.Says("tips.this_one"));
        author.Hears(tongue.Says("tips.follow_offer"));
    }

    private static void Claims(Visitor first, Visitor second, Tongue tongue)
    {
        second.Hears(tongue.Says("triage.is_new"), FirstCard);
        second.Browser.Ask<object?>("window.late = document.querySelector('#cards button.main')");
        first.Press(tongue.Says("triage.do_claim"), FirstCard);
        first.Hears("Айгүл", FirstCard);
        second.Hears("Айгүл", FirstCard);
        second.Browser.Ask<object?>("late.click()");    // pressed at the same moment, before the news of it came
        second.Hears("Айгүл", "#log .bot");
        second.Station("1-taken");
        second.Say(Aside);
        first.Hears(Aside, "#log .colleague");
        second.Browser.Until(() => second.Browser.Texts("#log .own").Count == 1, "what the writer said comes back once");
        second.Browser.Page.Navigate().Refresh();
        second.Hears(Aside, "#log .own");
        Assert.Single(second.Browser.Texts("#log .own"));
    }

    private static void Asks(Visitor first, Visitor author, Visitor second, Tongue tongue)
    {
        first.Press(tongue.Says("triage.do_ask"), FirstCard);
        first.Hears(tongue.Says("triage.what_to_ask").Split('{')[^1].Trim());
        first.Say(tongue.Question);
        first.Hears(tongue.Question);
        first.Station("3-question");
        first.Press(tongue.Says("triage.send"));
        author.Press(tongue.Says("tips.show"));
        author.Hears(tongue.Question);
        author.Station("1-question");
        author.Say(tongue.Answer);
        author.Hears(tongue.Says("tips.answer_passed"));
        first.Hears(tongue.Answer, FirstCard);
        second.Hears(tongue.Answer, FirstCard);
        second.Station("2-watches");
        first.Station("4-answer");
    }

    private static void Closes(Visitor first, Visitor author, Tongue tongue)
    {
        first.Press(tongue.Says("triage.do_close"), FirstCard);
        first.Press(tongue.Says("triage.money_returned"));
        first.Hears(tongue.Says("triage.how_much"));
        first.Say("46 473");
        first.Hears(tongue.Says("triage.who_decided"));
        first.Press(tongue.Says("triage.skip"));
        first.Press(tongue.Says("triage.today"));
        first.Hears(tongue.Says("triage.author_will_read"));
        first.Station("5-outcome");
        first.Press(tongue.Says("triage.send"));
        SeesItFolded(first, tongue.Says("triage.is_closed"));
        first.Station("6-closed");
        author.Press(tongue.Says("tips.show"));
        author.Hears(tongue.Says("triage.result"));
        author.Station("2-result");
    }

    private static void Declines(Visitor second, Visitor author, Tongue tongue)
    {
        second.Press(tongue.Says("triage.do_decline"), FirstCard);
        second.Press(tongue.Says("triage.reason_too_little"));
        second.Hears(tongue.Says("triage.author_will_read"));
        second.Station("3-decline");
        second.Press(tongue.Says("triage.send"));
        SeesItFolded(second, tongue.Says("triage.is_declined"));
        author.Press(tongue.Says("tips.show"));
        author.Hears(tongue.Says("triage.declined_too_little"));
    }

    private static void SeesItFolded(Visitor coordinator, string state)
    {
        coordinator.LooksAt("#cards");
        coordinator.Browser.Until(() => coordinator.Browser.One("#closed > summary").Displayed, "a closed case goes to the folded ones");
        if (coordinator.Browser.One("#closed").GetAttribute("open") is null)
            coordinator.Browser.One("#closed > summary").Click();
        coordinator.Hears(state, "#closed .card");
    }

    private static async Task<Visitor> Enter(RealBot bot, string called, string name, string language, params IReadOnlyList<Look> looks)
    {
        var visitor = Visitor.Open(await bot.Invite(), name, language, looks);
        visitor.Station("0-enters");
        visitor.Browser.One("#name").SendKeys(called + Keys.Enter);
        visitor.Browser.Shows(".who b", called);
        return visitor;
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
