using Bot.Conversation;

namespace Bot.Triage;

/// <summary>"/decline 12": asks for the reason first.</summary>
public sealed class DeclineCommand(Desk desk) : ICommand
{
    public string Name => "decline";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var found = await desk.Find(argument, cancellationToken);
        return desk.Refusal(found, turn) is { } no
            ? Next.Aside(no)
            : Next.To<WhyDecline>().Forgetting().Noting(Desk.CaseNote, found!.Value.Case.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>Which of five reasons? A tip is never declined without one.</summary>
public sealed class WhyDecline(Desk desk) : IStep
{
    public const string ReasonNote = "reason";

    /// <summary>Ends of the keys "triage.reason_…" (for the group) and "triage.declined_…" (for the author).</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["not_procurement", "too_little", "known", "checked", "elsewhere"];

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(
        Say.Line("triage.why_decline", ("number", turn.Noted(Desk.CaseNote)))
            .Offering(Reasons.Select(reason => new Offer(reason, new Phrase("triage.reason_" + reason)))).Offering(Offer.Of("triage.cancel")));

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Chose("triage.cancel"))
            return Next.To<AtTheDesk>().Forgetting().Saying(Say.Line("triage.cancelled"));
        if (turn.Chosen is not { } reason || await desk.Noted(turn, cancellationToken) is not var (_, tip))
            return Next.Stay;
        return Next.To<SureToTell>().Noting(ReasonNote, reason).Noting(SureToTell.Words, desk.ForAuthor(tip, Say.Line("triage.declined_" + reason)))
            .Noting(SureToTell.Act, SureToTell.Decline);
    }
}
