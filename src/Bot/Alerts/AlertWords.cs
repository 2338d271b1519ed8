using Bot.Conversation;
using Bot.Lots;
using Bot.Signs;
using Procurement;
using Risk;

namespace Bot.Alerts;

/// <summary>An alert in a few lines: what is new, its signs, why the reader gets it, how to stop it.</summary>
public sealed class AlertWords(LotTopics topics, LotSigns signs, TimeProvider clock)
{
    public async Task<Say> NewLot(Lot lot, string why, CancellationToken cancellationToken)
    {
        var report = await signs.Check(lot, clock.GetUtcNow(), cancellationToken);
        var say = Say.Line("alerts.new_lot").Then(LotCard.Short(lot));
        if (lot.BidsDue is { } due)
            say = say.Then("alerts.bids_due", ("day", due));
        say = say.Then(SignWords.Link(lot));
        if (Alerting.Strong(report).Count > 0)    // context alone is for who asks: [All checks]
            foreach (var line in SignWords.Lines(report))
                say = say.Then(line);
        return say.Then((await signs.Age(cancellationToken)).Line).Then("alerts.why", ("topic", (await topics.Named(why, cancellationToken))?.Name))
            .Offering(Offer.Command($"/signs {lot.Id}", "lots.all_checks"), Offer.Command($"/unfollow {why}", "alerts.stop_this"));
    }
}
