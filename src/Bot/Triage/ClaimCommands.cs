using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>"/claim 12": it is mine; everybody sees it on the card. A second press says who has it.</summary>
public sealed class ClaimCommand(Desk desk) : ICommand
{
    public string Name => "claim";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var found = await desk.Find(argument, cancellationToken);
        if (desk.Refusal(found, turn) is { } no)
            return Next.Aside(no);
        var (theCase, tip) = found!.Value;
        if (!theCase.Claim(turn.Person.Id, desk.NameOf(turn), turn.Now))
            return Next.Aside(Say.Line("triage.yours", ("number", theCase.Number)));
        tip.Becomes(TipState.Checking, Sealed.Nothing, turn.Now);
        return Next.Aside().Telling(await desk.Card(found.Value, cancellationToken));
    }
}

/// <summary>"/release 12": somebody else may take it.</summary>
public sealed class ReleaseCommand(Desk desk) : ICommand
{
    public string Name => "release";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var found = await desk.Find(argument, cancellationToken);
        if (desk.Refusal(found, turn) is { } no)
            return Next.Aside(no);
        found!.Value.Case.Release();
        return Next.Aside().Telling(await desk.Card(found.Value, cancellationToken));
    }
}

/// <summary>"/text 12": the whole story, without what could point at the author.</summary>
public sealed class TextCommand(Desk desk, Seal seal) : ICommand
{
    public string Name => "text";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) =>
        await desk.Find(argument, cancellationToken) is not var (theCase, tip) ? Next.Aside(Say.Line("triage.which_case"))
        : tip.IsForgotten ? Next.Aside(Say.Line("triage.author_forgotten"))
        : Next.Aside(Say.Line("triage.whole_text", ("number", theCase.Number), ("text", Discretion.Of(seal.Open(tip.Text)))));
}

/// <summary>"/queue": what waits, what is taken, oldest first.</summary>
public sealed class QueueCommand(BotDb db, Seal seal) : ICommand
{
    private const int Most = 20;

    public string Name => "queue";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var open = await db.Cases.Where(known => known.State == CaseState.New || known.State == CaseState.Claimed)
            .OrderBy(known => known.OpenedAt).ToListAsync(cancellationToken);
        var say = Say.Line("triage.queue", ("fresh", open.Count(known => known.State == CaseState.New)), ("taken", open.Count(known => known.State == CaseState.Claimed)));
        foreach (var theCase in open.Take(Most))
            say = theCase.State == CaseState.New
                ? say.Then("triage.queue_new", ("number", theCase.Number), ("day", theCase.OpenedAt))
                : say.Then("triage.queue_taken", ("number", theCase.Number), ("name", seal.Open(theCase.HolderName)), ("day", theCase.OpenedAt));
        return Next.Aside(say);
    }
}
