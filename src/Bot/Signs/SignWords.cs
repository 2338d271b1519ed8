using Bot.Conversation;
using Bot.Lots;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>Findings in words: neutral, with number, comparison, link, the innocent explanation and what can be checked.</summary>
public static class SignWords
{
    private const int MostButtons = 5;    // more fill the screen of a small telephone

    /// <summary>For the author of a tip: the two strongest signs, and how many checks could run.</summary>
    public static Say Tell(Lot lot, RiskReport report, DataAge age)
    {
        var say = Say.All(LotCard.Short(lot)).Then(Link(lot)).Then(Phrase.Plain(""));
        say = report.Strongest.Count == 0 ? say.Then("risk.none", Ran(report)) : WithSigns(say, report);
        return say.Then(age.Line).Offering(Offer.Command($"/signs {lot.Id}", "lots.all_checks")) with { Sketch = PriceSketch.Of(report.Strongest) };
    }

    /// <summary>Every check with its state, for who wants to see them all: the signs, what could not be checked and why, the rest by name.</summary>
    public static Say All(Lot lot, RiskReport report, DataAge age)
    {
        var say = Say.All(LotCard.Short(lot)).Then(Link(lot));
        if (report.Signs.Count > 0)
            say = say.Then("risk.head");
        foreach (var finding in report.Told.Where(finding => finding.State == State.Fired))
            say = say.Then(Phrase.Plain("")).Then(Sign(finding)).Then(Muted(finding));
        var lacking = report.Told.Where(finding => finding.State == State.NotEvaluable).ToList();
        if (lacking.Count > 0)
            say = say.Then(Phrase.Plain("")).Then("risk.not_checked_all").Then(lacking.Select(finding =>
                Phrase.Of("risk.not_checked_line", [.. Named(finding), ("reason", Reasons(finding))])));
        say = Names(Names(say, report, State.Clear, "risk.clear_all"), report, State.NotApplicable, "risk.not_applicable_all");
        return say.Then(Phrase.Plain("")).Then("risk.ran", Ran(report)).Then(AsOf(report)).Then(age.Line)
            .Offering(report.Signs.Take(MostButtons).Select(sign =>
                new Offer($"/signs {lot.Id} {sign.Code}", Phrase.Of("risk.full.more", Named(sign)))));
    }

    /// <summary>The signs in a line each, for a card.</summary>
    public static IReadOnlyList<Phrase> Lines(RiskReport report) =>
        report.Signs.Count == 0 ? [Phrase.Of("risk.none", Ran(report))] : [.. report.Signs.Select(Sign), new Phrase("risk.head")];

    /// <summary>One sign with its innocent explanation and what can be checked: nobody hears of it without them.</summary>
    public static IReadOnlyList<Phrase> Whole(Finding sign) => [Sign(sign), new Phrase(sign.InnocentKey), new Phrase(sign.CheckKey)];

    private static Say WithSigns(Say say, RiskReport report)
    {
        say = say.Then("risk.head");
        foreach (var sign in report.Strongest)
            say = say.Then(Phrase.Plain("")).Then(Whole(sign));
        return say.Then(Phrase.Plain("")).Then("risk.ran", Ran(report)).Then(AsOf(report));
    }

    private static Say Names(Say say, RiskReport report, State state, string key)
    {
        var names = report.Told.Where(finding => finding.State == state).Select(finding => new Phrase($"risk.{finding.Code}.name")).ToList();
        return names.Count == 0 ? say : say.Then(Phrase.Plain("")).Then(key, ("names", names));
    }

    private static IEnumerable<(string, object?)> Named(Finding finding) => [("name", new Phrase($"risk.{finding.Code}.name"))];

    private static Phrase AsOf(RiskReport report) => Phrase.Of("risk.as_of", ("date", report.AsOf), ("version", report.CatalogueVersion));

    internal static Phrase Sign(Finding finding) =>
        new(finding.SignKey, finding.Facts.ToDictionary(fact => fact.Key, fact => (object?)fact.Value));

    /// <summary>What is to be known of a sign that many lots have.</summary>
    internal static IEnumerable<Phrase> Muted(Finding finding) => finding.IsMuted ? [new Phrase("risk.full.muted")] : [];

    internal static IEnumerable<Phrase> Reasons(Finding finding) => finding.State == State.NotEvaluable
        ? finding.Missing.Select(what => new Phrase("risk.missing." + what))
        : finding.Exceptions.Select(what => new Phrase("risk.exception." + what));

    public static Phrase Link(Lot lot) => lot.AnnouncementId is { } id
        ? Phrase.Of("lots.link", ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : Phrase.Plain("");

    private static IEnumerable<(string, object?)> Ran(RiskReport report) => [("ran", report.Ran), ("of", report.Of)];
}
