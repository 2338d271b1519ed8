using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>Shows a coordinator's question and takes the author's answer to it.</summary>
public sealed class AnswerUs(BotDb db, Seal seal) : IStep
{
    public async ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken)
    {
        var tip = await Tip(turn, cancellationToken);
        return Say.Line("tips.question", ("receipt", new Receipt(seal.Open(tip.Receipt)).Short), ("question", seal.Open(tip.Question)))
            .Then("tips.question_hint").Offering(Offer.Of("tips.rather_not"));
    }

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsSilence)
            return Next.To<WhatHappened>().Forgetting();
        if (!turn.HasContent() && turn.Chosen is null)
            return Next.Again();

        var tip = await Tip(turn, cancellationToken);
        var refused = turn.Chose("tips.rather_not");
        tip.HasAnswer(turn.Now);
        foreach (var file in turn.SealedFiles(seal))
        {
            file.TipId = tip.Id;
            db.TipFiles.Add(file);
        }

        return Next.To<WhatHappened>().Forgetting().Saying(turn.FileTrouble())
            .Keeping(new TipEntry { TipId = tip.Id, Kind = TipEntryKind.Answer, Text = refused ? Sealed.Nothing : seal.Close(turn.Text), At = turn.Now })
            .Saying(Say.Line(refused ? "tips.not_answered" : "tips.answer_passed", ("receipt", new Receipt(seal.Open(tip.Receipt)).Short)));
    }

    private Task<Tip> Tip(Turn turn, CancellationToken cancellationToken) =>
        db.Tips.SingleAsync(tip => tip.Id == Guid.Parse(turn.Noted(Notes.Tip)!), cancellationToken);
}
