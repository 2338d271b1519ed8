using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>"/forget": asks once more, then takes away everything that leads to the person.</summary>
public sealed class ForgetCommand : ICommand
{
    public string Name => "forget";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Next.To<SureToForget>());
}

/// <summary>The one question before forgetting, since it cannot be undone.</summary>
public sealed class SureToForget(BotDb db) : IStep
{
    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(
        Say.Line("tips.sure_to_forget").Offering(Offer.Of("tips.forget_me", ButtonStyle.Danger), Offer.Of("tips.keep_me")));

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.Chose("tips.forget_me"))
            return Next.To<WhatHappened>().Saying(Say.Line("tips.nothing_forgotten"));

        var person = turn.Person;
        var tips = await db.Tips.Where(tip => tip.PersonId == person.Id).ToListAsync(cancellationToken);
        var ids = tips.ConvertAll(tip => tip.Id);
        foreach (var tip in tips)
            tip.Forget(turn.Now);
        foreach (var entry in await db.TipEntries.Where(entry => ids.Contains(entry.TipId)).ToListAsync(cancellationToken))
            entry.Text = Sealed.Nothing;
        foreach (var told in await db.Outbox.Where(message => message.Lane == person.Lane).ToListAsync(cancellationToken))
        {
            (told.Payload, told.Recipient) = (Sealed.Nothing, Sealed.Nothing);
            if (told.State is OutboxState.Pending or OutboxState.Held)
                told.State = OutboxState.Superseded;
        }

        return Next.To<WhatHappened>().Forgetting().Saying(Say.Line("tips.forgotten")).Removing(person)
            .Removing(await db.Inquiries.Where(inquiry => inquiry.PersonId == person.Id).ToListAsync(cancellationToken))
            .Removing(await db.TipFiles.Where(file => file.PersonId == person.Id).ToListAsync(cancellationToken));
    }
}
