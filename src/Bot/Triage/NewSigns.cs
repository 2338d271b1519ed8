using Bot.Conversation;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Bot.Tips;
using Procurement;
using Risk;

namespace Bot.Triage;

/// <summary>
/// What a check of an open case says today that its group was not told: the card in its new state and, where the rules of
/// <see cref="Alerting"/> find it worth that, one message for all of it.
/// </summary>
public sealed class NewSigns(LotSigns signs, CaseCard cards, Seal seal, TimeProvider clock)
{
    /// <summary>Changes the case; what is returned is to be saved together with it. Nothing for a case that is closed or has no lot.</summary>
    public async Task<IReadOnlyList<Notice>> Of(Case theCase, Tip tip, CancellationToken cancellationToken)
    {
        if (!theCase.IsOpen || tip.LotId is not { } id || await signs.Lot(id, cancellationToken) is not { } lot)
            return [];
        var card = await cards.Draw(theCase, tip, cancellationToken);
        var report = await signs.Check(lot, tip.FiledAt, cancellationToken);
        var news = Alerting.NewSince(theCase.Told, report);
        if (news.Count == 0 || !Alerting.ShouldAlert(report, SpokenOf.In(seal.Open(tip.Text)))
            || !theCase.HearsOf(news.Select(sign => sign.Code), clock.GetUtcNow()))
            return card;    // what is not worth a message now may be together with what the next night brings
        var words = Words(theCase, lot, news).Then((await signs.Age(cancellationToken)).Line);
        return [.. card, new Notice(null, words, $"signs:{theCase.Number}:{theCase.Version}", OutboxKind.Notice) { Beside = $"case-{theCase.Number}" }];
    }

    private Say Words(Case theCase, Lot lot, IReadOnlyList<Finding> news)
    {
        var say = Say.Line("triage.new_signs", ("number", theCase.Number), ("count", news.Count)).Then(cards.State(theCase))
            .Then(LotCard.Short(lot)).Then(SignWords.Link(lot)).Then(Phrase.Plain("")).Then("risk.head");
        foreach (var sign in news)
            say = say.Then(Phrase.Plain("")).Then(SignWords.Whole(sign));
        return say.Then(Phrase.Plain(""));
    }
}
