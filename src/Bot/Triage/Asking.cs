using Bot.Conversation;

namespace Bot.Triage;

/// <summary>"/ask 12": a question to the author.</summary>
public sealed class AskCommand(Desk desk) : ICommand
{
    public string Name => "ask";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var found = await desk.Find(argument, cancellationToken);
        return desk.Refusal(found, turn) is { } no ? Next.Aside(no)
            : found!.Value.Tip.PersonId is null ? Next.Aside(Say.Line("triage.author_forgotten"))
            : Next.To<WhatToAsk>().Forgetting().Noting(Desk.CaseNote, found.Value.Case.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>What should the author be asked? Shown once more before it goes: a slip must not reach a citizen.</summary>
public sealed class WhatToAsk : IStep
{
    private const int Longest = 1000;    // fits every channel's message with what stands around it

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(
        Say.Line("triage.what_to_ask", ("number", turn.Noted(Desk.CaseNote))).Offering(Offer.Of("triage.cancel")));

    public ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(
        turn.Chose("triage.cancel") ? Next.To<AtTheDesk>().Forgetting().Saying(Say.Line("triage.cancelled"))
        : string.IsNullOrWhiteSpace(turn.Text) ? Next.Again()
        : turn.Text.Length > Longest ? Next.Again(Say.Line("triage.too_long", ("most", Longest)))
        : Next.To<SureToTell>().Noting(SureToTell.Words, turn.Text.Trim()).Noting(SureToTell.Act, SureToTell.Question));
}
