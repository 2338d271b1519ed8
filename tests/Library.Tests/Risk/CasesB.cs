using Risk;

namespace Library.Tests.Risk;

/// <summary>Cases in which each sign about the bidding for a lot is told in each of its sentences.</summary>
internal static class CasesB
{
    public static IEnumerable<CaseFile> All() =>
    [
        .. SingleSourceAfterFailureTests.Firing(),
        .. PlannedCompetitionBoughtDirectlyTests.Firing(),
        .. LinkedBiddersTests.Firing(),
        .. RejectionTests.Firing(),
        .. OneBidAndNoSavingTests.Firing(),
        .. SparringPartnerTests.Firing(),
        .. WinnersInTurnTests.Firing(),
        .. OtherWinnerAfterCancellingTests.Firing(),
        .. PatternedPricesTests.Firing(),
        .. OfficialWithSupplierNameTests.Firing(),
    ];
}
