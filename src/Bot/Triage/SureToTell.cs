using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>Shows the words that the author will get, and sends them only after a second yes.</summary>
public sealed class SureToTell(Desk desk, BotDb db) : IStep
{
    public const string Words = "words", Act = "act";
    public const string Decline = "decline", Question = "ask", Close = "close";

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(
        Say.Line("triage.author_will_read", ("words", turn.Noted(Words)))
            .Offering(Offer.Of("triage.send", ButtonStyle.Main), Offer.Of("triage.cancel")));

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Chose("triage.cancel"))
            return Next.To<AtTheDesk>().Forgetting().Saying(Say.Line("triage.cancelled"));
        if (!turn.Chose("triage.send"))
            return Next.Again();

        var found = await desk.Noted(turn, cancellationToken);
        if (desk.Refusal(found, turn) is { } no)
            return Next.To<AtTheDesk>().Forgetting().Saying(no);
        return await Do(turn, found!.Value, cancellationToken);
    }

    private async Task<Next> Do(Turn turn, (Case Case, Tip Tip) found, CancellationToken cancellationToken)
    {
        var words = turn.Noted(Words)!;
        List<(Case Case, Tip Tip)> touched = [found];
        if (turn.Noted(Act) == Question)
            found.Tip.Asks(desk.Close(words), turn.Now);
        else if (turn.Noted(Act) == Decline)
        {
            found.Case.Decline(turn.Noted(WhyDecline.ReasonNote)!);
            found.Tip.Becomes(TipState.NotConfirmed, desk.Close(words), turn.Now);
        }
        else
            touched.AddRange(await CloseAll(turn, found, cancellationToken));

        var next = Next.To<AtTheDesk>().Forgetting().Saying(Say.Line("triage.sent", ("number", found.Case.Number)));
        foreach (var pair in touched)
            next = next.Telling(await desk.Card(pair, cancellationToken)).Telling(desk.Nudge(pair.Tip));
        return next;
    }

    /// <summary>The authors of its duplicates hear the result too, each in their language.</summary>
    private async Task<List<(Case Case, Tip Tip)>> CloseAll(Turn turn, (Case Case, Tip Tip) found, CancellationToken cancellationToken)
    {
        var (kind, amount, authority, day) = WhichOutcome.Noted(turn);
        var result = Say.Line("triage.result", ("outcome", OutcomeWords.Of(kind, amount, authority, day)));
        found.Case.Close(kind, amount, authority, day);
        found.Tip.Becomes(TipState.Result, desk.Close(turn.Noted(Words)!), turn.Now);
        List<(Case, Tip)> others = [];
        foreach (var duplicate in await db.Cases.Where(known => known.DuplicateOf == found.Case.Number).ToListAsync(cancellationToken))
        {
            var tip = await db.Tips.SingleAsync(tip => tip.Id == duplicate.TipId, cancellationToken);
            tip.Becomes(TipState.Result, desk.Close(desk.ForAuthor(tip, result)), turn.Now);
            others.Add((duplicate, tip));
        }

        return others;
    }
}

/// <summary>Where coordinators are when nothing is asked of them: what they say to each other is theirs.</summary>
public sealed class AtTheDesk : IStep
{
    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(null);

    public ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(Next.Stay);
}
