using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>
/// The person hears that we ask the portal, and waits a few seconds. <see cref="Inquiring"/> wakes this conversation as soon as there is
/// an answer; if none comes the silence ends the wait, and the conversation goes on without.
/// </summary>
public sealed class AskingPortal(BotDb db, Looking looking, Seal seal) : IStep
{
    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(Say.Line("tips.asking_portal"));

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        var text = turn.Noted(Notes.Text) ?? "";
        if (!turn.IsSilence)    // more of the story; we still wait
            return Next.Aside().NotingText(turn, text).Keeping(turn.SealedFiles(seal)).Saying(turn.FileTrouble());

        var mine = await db.Inquiries.Where(inquiry => inquiry.PersonId == turn.Person.Id && inquiry.TipId == null).ToListAsync(cancellationToken);
        var silent = mine.Where(inquiry => inquiry.State == InquiryState.Open).Select(inquiry => Inquiries.Read(inquiry, seal).ToString());
        var next = await looking.InStore(turn, text, [.. silent], cancellationToken);
        return next.Removing(mine.Where(inquiry => inquiry.State != InquiryState.Open));    // their answers are in what we found
    }
}
