using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>"Show": the news of a tip, or the question that waits for an answer.</summary>
public sealed class ShowCommand(BotDb db, TipWords words) : ICommand
{
    public string Name => "show";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(argument, out var id)
            || await db.Tips.SingleOrDefaultAsync(tip => tip.Id == id, cancellationToken) is not { } tip)
            return Next.Aside(Say.Line("common.old_button"));
        return tip.AwaitsAnswer && turn.Noted(Notes.Text) is null    // a story half told is finished first
            ? Next.To<AnswerUs>().Noting(Notes.Tip, argument)
            : Next.Aside(words.Status(tip));
    }
}
