using Procurement;

namespace Risk;

/// <summary>An indicator about the contracts that a lot led to. Of several, the strongest sign is told, then what could not be checked.</summary>
public abstract class ContractIndicator : Indicator
{
    private const int UsualDaysToSign = 60;    // rules of signing add up to about 11 working days; a refusal of the winner doubles them

    private protected override Finding Examine(Question question)
    {
        if (Deal.Of(question.File, question.Catalogue) is not { } deals)
        {
            return question.NotEvaluable("contracts");
        }

        if (deals is [var only])    // nearly always
        {
            var finding = Examine(question with { Subject = SubjectOf(only) }, only);
            return finding.State is State.Fired or State.NotEvaluable || !Deal.AnyUndated(question.File) ? finding : question.NotEvaluable("contract_date");
        }

        var findings = deals.Select(deal => Examine(question with { Subject = SubjectOf(deal) }, deal)).ToList();

        return findings.Where(finding => finding.State == State.Fired).OrderBy(finding => finding.Tier)
                .ThenByDescending(finding => finding.Strength).FirstOrDefault()
            ?? findings.Find(finding => finding.State == State.NotEvaluable)
            ?? (Deal.AnyUndated(question.File) ? question.NotEvaluable("contract_date") : null)
            ?? findings.Find(finding => finding.State == State.Clear)
            ?? findings.FirstOrDefault()
            ?? (IsOverdue(question) ? question.NotEvaluable("contracts") : question.NotApplicable("no_contract_yet"));
    }

    private protected abstract Finding Examine(Question question, Deal deal);

    /// <summary>Day of the signature of the contract itself, before any amendment; null when not known.</summary>
    private protected static DateTimeOffset? SignedAt(Deal deal) => deal.First.SignedAt;

    /// <summary>The contract was made under the law before 2025.</summary>
    private protected static bool IsUnderOldLaw(Question question, Deal deal) =>
        ContractChains.DateOf(deal.First) is { } date && !question.Catalogue.IsUnderNewLaw(date);

    /// <summary>Subjects of a version that belong to the lot, or may.</summary>
    private protected static IReadOnlyList<ContractItem> ItemsOf(Contract version, Lot lot) =>
        [.. version.Items.Where(item => item.LotId is null or 0 || item.LotId == lot.Id)];

    internal static Subject SubjectOf(Deal deal) => new("contract", deal.Last.Number ?? $"{deal.Last.Id}");

    /// <summary>The purchase was held so long ago that its contract should be there.</summary>
    private static bool IsOverdue(Question question) => question.Catalogue.Statuses.OfLot(question.Lot.StatusId) is LotMeaning.Held
        && question.Lot.ResultsPublished is { } results && results.AddDays(UsualDaysToSign) < question.File.AsOf;
}
