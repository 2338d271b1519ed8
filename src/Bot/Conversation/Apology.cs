using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>When we break on a message: tells the person once that it is safe and that we try again.</summary>
public sealed class Apology(BotDb db, Telling telling)
{
    public async Task Say(InboxEntry entry, CancellationToken cancellationToken)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Lane == entry.Lane && !person.IsCoordinator, cancellationToken) is not { } person)
            return;
        var sorry = Conversation.Say.Line("common.apology");
        await telling.Others([new Notice(person.Id, sorry, $"apology:{entry.Position}", OutboxKind.Answer)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
