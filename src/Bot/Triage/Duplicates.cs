using Bot.Conversation;
using Bot.Tips;

namespace Bot.Triage;

/// <summary>"/duplicate 12": the same as another case; asks which.</summary>
public sealed class DuplicateCommand(Desk desk) : ICommand
{
    public string Name => "duplicate";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var found = await desk.Find(argument, cancellationToken);
        return desk.Refusal(found, turn) is { } no
            ? Next.Aside(no)
            : Next.To<WhichOriginal>().Forgetting().Noting(Desk.CaseNote, found!.Value.Case.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>Of which case is it a duplicate? The author of this one will hear the result of that one.</summary>
public sealed class WhichOriginal(Desk desk) : IStep
{
    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(
        Say.Line("triage.which_original", ("number", turn.Noted(Desk.CaseNote))).Offering(Offer.Of("triage.cancel")));

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Chose("triage.cancel"))
            return Next.To<AtTheDesk>().Forgetting().Saying(Say.Line("triage.cancelled"));
        var found = await desk.Noted(turn, cancellationToken);
        if (desk.Refusal(found, turn) is { } no)
            return Next.To<AtTheDesk>().Forgetting().Saying(no);
        var (theCase, tip) = found!.Value;
        if (await desk.Find(turn.Text, cancellationToken) is not var (original, _) || original.Number == theCase.Number || original.State == CaseState.Duplicate)
            return Next.Again(Say.Line("triage.no_such_original"));

        theCase.JoinTo(original.Number);
        tip.Becomes(TipState.Checking, desk.Close(desk.ForAuthor(tip, Say.Line("triage.joined"))), turn.Now);
        return Next.To<AtTheDesk>().Forgetting().Telling(await desk.Card(found.Value, cancellationToken)).Telling(desk.Nudge(tip));
    }
}
