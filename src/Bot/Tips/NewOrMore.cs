using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>Somebody with a fresh tip writes again: is it more of that one, an answer to our question, or a new one?</summary>
public sealed class NewOrMore(BotDb db, Seal seal) : IStep
{
    public async ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken)
    {
        var tip = await Latest(turn, cancellationToken);
        var say = Say.Line(tip.AwaitsAnswer ? "tips.answer_or_more" : "tips.new_or_more", ("receipt", Short(tip)));
        return (tip.AwaitsAnswer ? say.Offering(Offer.Of("tips.is_answer", ButtonStyle.Main)) : say)
            .Offering(Offer.Of("tips.is_more"), Offer.Of("tips.is_new"));
    }

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        var text = turn.Noted(Notes.Text) ?? "";
        if (turn.Chose("tips.is_new"))
            return Next.To<AnythingElse>().WakingAfter(Draft.Pause);
        if (!turn.IsSilence && turn.Chosen is null)
            return turn.HasContent()
                ? Next.Stay.NotingText(turn, text).Keeping(turn.SealedFiles(seal)).Saying(turn.FileTrouble()).WakingAfter(Draft.Patience)
                : Next.Again();

        var tip = await Latest(turn, cancellationToken);    // silence: nothing is lost, it goes to the tip that is there
        var answers = turn.Chose("tips.is_answer");
        if (answers)
            tip.HasAnswer(turn.Now);
        foreach (var file in await db.TipFiles.Where(file => file.PersonId == turn.Person.Id && file.TipId == null).ToListAsync(cancellationToken))
            file.TipId = tip.Id;
        return Next.To<WhatHappened>().Forgetting()
            .Keeping(new TipEntry { TipId = tip.Id, Kind = answers ? TipEntryKind.Answer : TipEntryKind.More, Text = seal.Close(text), At = turn.Now })
            .Saying(Say.Line(answers ? "tips.answer_passed" : "tips.more_passed", ("receipt", Short(tip))));
    }

    private Task<Tip> Latest(Turn turn, CancellationToken cancellationToken) =>
        db.Tips.Where(tip => tip.PersonId == turn.Person.Id && (tip.State == TipState.Received || tip.State == TipState.Checking))
            .OrderByDescending(tip => tip.AwaitsAnswer).ThenByDescending(tip => tip.FiledAt).FirstAsync(cancellationToken);

    private string Short(Tip tip) => new Receipt(seal.Open(tip.Receipt)).Short;
}
