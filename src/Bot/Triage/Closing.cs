using System.Globalization;
using Bot.Conversation;
using Language;
using Procurement;

namespace Bot.Triage;

/// <summary>"/close 12": it led to something; asks to what, how much, by whom, when.</summary>
public sealed class CloseCommand(Desk desk) : ICommand
{
    public string Name => "close";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var found = await desk.Find(argument, cancellationToken);
        return desk.Refusal(found, turn) is { } no
            ? Next.Aside(no)
            : Next.To<WhichOutcome>().Forgetting().Noting(Desk.CaseNote, found!.Value.Case.Number.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>What did it lead to?</summary>
public sealed class WhichOutcome : IStep
{
    public const string Kind = "kind", Amount = "amount", Authority = "authority", Day = "day";

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(
        Say.Line("triage.which_outcome", ("number", turn.Noted(Desk.CaseNote)))
            .Offering(Enum.GetValues<OutcomeKind>().Select(kind => new Offer(kind.ToString(), new Phrase(OutcomeWords.Key(kind)))))
            .Offering(Offer.Of("triage.cancel")));

    public ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(
        turn.Chose("triage.cancel") ? Next.To<AtTheDesk>().Forgetting().Saying(Say.Line("triage.cancelled"))
        : Enum.TryParse<OutcomeKind>(turn.Chosen, out var kind) ? Next.To<HowMuch>().Noting(Kind, kind.ToString())
        : Next.Again());

    /// <summary>The outcome as far as it has been told.</summary>
    public static (OutcomeKind Kind, decimal? Amount, string? Authority, DateOnly? Day) Noted(Turn turn) => (
        Enum.Parse<OutcomeKind>(turn.Noted(Kind)!),
        turn.Noted(Amount) is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null,
        turn.Noted(Authority),
        turn.Noted(Day) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
}

/// <summary>How much money? Any spelling of a sum, or skip.</summary>
public sealed class HowMuch : IStep
{
    private const decimal Most = 1e15m;    // a quadrillion: more than everything that the state buys in ten years

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Say?>(Say.Line("triage.how_much").Offering(Offer.Of("triage.skip")));

    public ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(
        turn.Chose("triage.skip") ? Next.To<WhoDecided>()
        : Quantities.Of(turn.Text) is [{ Value: > 0 and < Most } sum, ..] ? Next.To<WhoDecided>().Noting(WhichOutcome.Amount, sum.Value.ToString(CultureInfo.InvariantCulture))
        : Next.Again(Say.Line("triage.no_sum")));
}

/// <summary>Which authority or court? Its name, or skip.</summary>
public sealed class WhoDecided : IStep
{
    private const int Longest = 200;    // the column; the longest official name in the register has 180 letters

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Say?>(Say.Line("triage.who_decided").Offering(Offer.Of("triage.skip")));

    public ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(
        turn.Chose("triage.skip") ? Next.To<OnWhichDay>()
        : string.IsNullOrWhiteSpace(Line(turn.Text)) ? Next.Again()
        : turn.Text.Length > Longest ? Next.Again(Say.Line("triage.too_long", ("most", Longest)))
        : Next.To<OnWhichDay>().Noting(WhichOutcome.Authority, Line(turn.Text)));

    private static string Line(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}

/// <summary>On which day? 21.11.2026, 2026-11-21, today, or skip.</summary>
public sealed class OnWhichDay(Desk desk) : IStep
{
    private static readonly string[] Forms = ["d.M.yyyy", "d.M.yy", "yyyy-M-d", "d/M/yyyy"];

    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult<Say?>(
        Say.Line("triage.on_which_day").Offering(Offer.Of("triage.today"), Offer.Of("triage.skip")));

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(PortalTime.InAstana(turn.Now).DateTime);
        DateOnly? day = turn.Chose("triage.today") ? today
            : DateOnly.TryParseExact(turn.Text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
            : null;
        if (day is null && !turn.Chose("triage.skip"))
            return Next.Again(Say.Line("triage.no_day"));
        if (day > today)
            return Next.Again(Say.Line("triage.day_to_come"));
        if (await desk.Noted(turn, cancellationToken) is not var (_, tip))
            return Next.To<AtTheDesk>().Forgetting();

        var (kind, amount, authority, _) = WhichOutcome.Noted(turn);
        var words = desk.ForAuthor(tip, Say.Line("triage.result", ("outcome", OutcomeWords.Of(kind, amount, authority, day))));
        return Next.To<SureToTell>().Noting(WhichOutcome.Day, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Noting(SureToTell.Words, words).Noting(SureToTell.Act, SureToTell.Close);
    }
}
