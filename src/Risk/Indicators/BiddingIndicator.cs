using Procurement;

namespace Risk.Indicators;

/// <summary>
/// A question about the bidding for a lot. It is asked only where suppliers compete and more than one is to be expected, and answered
/// only where bids, and what became of them, can be seen.
/// </summary>
public abstract class BiddingIndicator : Indicator
{
    private protected static readonly string[] Gates = ["method", "bids", "bid_statuses"];
    private protected static readonly string[] Exemptions = ["not_competitive", "lawful_single_source"];

    /// <summary>Whether the answer hangs on who won and who was rejected.</summary>
    private protected virtual bool NeedsOutcomes => true;

    private protected sealed override Finding Examine(Question question)
    {
        var methods = question.Catalogue.Methods;

        if (question.Lot.MethodId is not { } method)
        {
            return question.NotEvaluable("method");
        }

        if (!methods.Competitive.Contains(method))
        {
            return question.NotApplicable("not_competitive");
        }

        if (Exempt(question.Lot, question.Catalogue) is { } reason)
        {
            return question.NotApplicable(reason);
        }

        return Race.Of(question.File, question.Lot, question.Catalogue) is not { } race ? question.NotEvaluable("bids")
            : LawfulSource.Is(question.File, question.Catalogue, race.Winner?.Supplier) ? question.NotApplicable("lawful_single_source")
            : NeedsOutcomes && race.HasUnknownOutcome ? question.NotEvaluable("bid_statuses")
            : Examine(question, race);
    }

    /// <summary>Why the question makes no sense for this method or lot; null when it does.</summary>
    private protected virtual string? Exempt(Lot lot, Catalogue catalogue) => null;

    private protected abstract Finding Examine(Question question, Race race);
}
