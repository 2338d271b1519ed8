using Bot.Conversation;
using Bot.Lots;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>
/// One finding told whole, for one message of a chat, a page or a letter: what was found with its numbers, where it can be seen, what
/// else explains it, what to check and who takes a letter about it, by which rule and from which data.
/// </summary>
public static class FullWords
{
    /// <summary>More pages than this nobody opens one after another.</summary>
    public const int MostPages = 5;

    private const string Portal = "https://goszakup.gov.kz/ru/";

    /// <summary>Bids are the business of who guards competition; all else of who audits the buyer.</summary>
    private static readonly HashSet<string> AmongBidders = ["competition", "collusion"];

    private static readonly HashSet<string> Pages = ["lot", "announcement", "contract", "plan"];

    /// <param name="compared">Version of the data that the lot was compared with; null when there were none.</param>
    public static Say Tell(Lot lot, Finding finding, string? compared, DataAge age)
    {
        var say = Say.All(LotCard.Short(lot)).Then(SignWords.Link(lot)).Then(Phrase.Plain(""))
            .Then("risk.full.head", ("name", new Phrase($"risk.{finding.Code}.name")), ("code", finding.Code)).Then(Found(finding))
            .Then(PagesOf(finding, Links.Announcement(lot.AnnouncementId))).Then(Phrase.Plain(""));
        if (finding.State is State.Fired)
            say = say.Then(finding.InnocentKey);
        if (finding.State is State.Fired or State.NotEvaluable)
            say = say.Then(finding.CheckKey).Then(Phrase.Plain(""));
        if (finding.State is State.Fired && !IsContext(finding))
            say = say.Then("risk.full.where." + (AmongBidders.Contains(finding.Family) ? "competition" : "audit")).Then(Phrase.Plain(""));
        return say.Then(Sources(finding, compared)).Then(age.Line);
    }

    /// <summary>Nothing to write a letter about: a fact beside the others, or a sign that many lots have.</summary>
    private static bool IsContext(Finding finding) => finding.Tier == Tier.T3 || finding.IsModifier;

    private static IEnumerable<Phrase> Found(Finding finding) => finding.State switch
    {
        State.Fired when IsContext(finding) => [SignWords.Sign(finding), .. SignWords.Muted(finding)],
        State.Fired => [new Phrase("risk.head"), SignWords.Sign(finding)],
        State.Clear => [.. Measured(finding), new Phrase("risk.full.clear")],
        State.NotApplicable => [Phrase.Of("risk.full.not_applicable", ("reason", SignWords.Reasons(finding)))],
        _ => [Phrase.Of("risk.full.not_checked", ("reason", SignWords.Reasons(finding)))],
    };

    /// <summary>What was held against what; the sentence of a sign says it by itself.</summary>
    private static IEnumerable<Phrase> Measured(Finding finding) => finding switch
    {
        { Value: { } value, Benchmark: { } group } => [Phrase.Of("risk.full.compared",
            ("value", value), ("count", group.Count), ("median", group.Median), ("fence", group.Fence))],
        { Value: { } value, Threshold: { } limit } => [Phrase.Of("risk.full.measured", ("value", value), ("limit", limit))],
        _ => [],
    };

    /// <summary>The portal's pages of what the finding rests on, each once; the lot's own stands at the top already.</summary>
    private static IEnumerable<Phrase> PagesOf(Finding finding, string? own)
    {
        var all = finding.Evidence.Where(item => item.Url is not null && item.Url != own).DistinctBy(item => item.Url).ToList();
        if (all.Count == 0)
            return [];
        var told = all.Take(MostPages).Select(Page).Prepend(new Phrase("risk.full.pages"));
        return all.Count > MostPages ? told.Append(Phrase.Of("risk.full.pages_left", ("count", all.Count - MostPages))) : told;
    }

    private static Phrase Page(EvidenceItem item)
    {
        var what = Pages.Contains(item.Kind) ? Phrase.Of("risk.full.page." + item.Kind, ("id", item.Id)) : Phrase.Plain(item.Id);
        return item.Url!.StartsWith(Portal, StringComparison.Ordinal)
            ? Phrase.Of("risk.full.page", ("what", what), ("path", item.Url[Portal.Length..]))
            : Phrase.Plain(item.Url);
    }

    private static IEnumerable<Phrase> Sources(Finding finding, string? compared)
    {
        var indicator = RiskCheck.Indicators.Single(one => one.Code == finding.Code);
        yield return Phrase.Of("risk.full.basis", ("basis", LegalWords.Tell(indicator.LegalBasis)));
        if (indicator.OcpCodes.Count > 0)
            yield return Phrase.Of("risk.full.ocp", ("codes", string.Join(", ", indicator.OcpCodes)));
        if (compared is not null)
            yield return Phrase.Of("risk.full.population", ("version", compared));
        yield return Phrase.Of("risk.as_of", ("date", finding.AsOf), ("version", finding.CatalogueVersion));
    }
}
