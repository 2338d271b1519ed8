using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>Where everybody begins and comes back to: whatever is written here is a tip, or more of one.</summary>
public sealed class WhatHappened(BotDb db, Seal seal) : IStep
{
    /// <summary>So long after a tip another message may still belong to it.</summary>
    private static readonly TimeSpan SameStory = TimeSpan.FromHours(24);

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(null);

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsSilence)
            return Next.Stay;
        if (turn.Message.Kind == MessageKind.Unreadable)
            return Next.Aside(Say.Line("tips.unreadable"));
        if (!turn.HasContent())
            return Next.Aside(Say.Line("tips.empty"));

        var since = turn.Now - SameStory;
        var hasTip = await db.Tips.AnyAsync(tip => tip.PersonId == turn.Person.Id && (tip.FiledAt > since || tip.AwaitsAnswer)
            && (tip.State == TipState.Received || tip.State == TipState.Checking), cancellationToken);
        var next = hasTip ? Next.To<NewOrMore>().WakingAfter(Draft.Patience) : Next.To<AnythingElse>().WakingAfter(Draft.Pause);
        if (hasTip && turn.Message.Kind == MessageKind.Edited)
            return await Reworded(turn, cancellationToken);
        return next.NotingText(turn, turn.Noted(Notes.Text)).Keeping(turn.SealedFiles(seal)).Saying(turn.FileTrouble());
    }

    /// <summary>A story that is worded anew after it was filed: the coordinators read both.</summary>
    private async Task<Next> Reworded(Turn turn, CancellationToken cancellationToken)
    {
        var tip = await db.Tips.Where(tip => tip.PersonId == turn.Person.Id && (tip.State == TipState.Received || tip.State == TipState.Checking))
            .OrderByDescending(tip => tip.FiledAt).FirstAsync(cancellationToken);
        return Next.Aside(Say.Line("tips.more_passed", ("receipt", new Receipt(seal.Open(tip.Receipt)).Short)))
            .Keeping(new TipEntry { TipId = tip.Id, Kind = TipEntryKind.More, Text = seal.Close(turn.Text), At = turn.Now });
    }
}
