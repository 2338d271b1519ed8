using Risk.Indicators;

namespace Risk;

/// <summary>Asks every indicator about a lot. The list is the whole set: to add an indicator, add its line; modifiers come last.</summary>
public static class RiskCheck
{
    public static IReadOnlyList<Indicator> Indicators { get; } =
    [
        new UnitPriceFarAbove(),
        new SmallDirectPurchasesOverLimit(),
        new SingleSourceAfterFailure(),
        new SupplierInUnfairRegister(),
        new PlannedCompetitionBoughtDirectly(),
        new PriceRaisedByAmendment(),
        new LinkedBidders(),
        new EverybodyElseRejected(),
        new CheaperBidRejected(),
        new PaidBeyondOrBefore(),
        new OneSupplierTakesTheMoney(),
        new OneBidAndNoSaving(),
        new LessTimeThanTheLawGives(),
        new ImpossibleSpeed(),
        new VolumeCutToStayUnderLimit(),
        new YoungSupplierLargeContract(),
        new SchoolMeals(),
        new ConstructionAndRepair(),
        new YearEndRush(),
        new BrandWithoutEquivalent(),
        new PlanChangedLate(),
        new UnneededPurchase(),
        new SparringPartner(),
        new WinnersInTurn(),
        new OtherWinnerAfterCancelling(),
        new BadPerformerHiredAgain(),
        new ResultAndContractDiffer(),
        new PatternedPrices(),
        new SupplierOutsideItsTrade(),
        new UnderDisputeOrControl(),
        new SamePurchaseTwice(),
        new BuyerAvoidsCompetition(),
        new OfficialWithSupplierName(),
        new Opacity(),
    ];

    /// <summary>Judges a lot by the catalogue given, or by the current one. Never throws for what a lot lacks.</summary>
    public static RiskReport Run(CaseFile file, Catalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        catalogue ??= Catalogue.Current;
        file = file.Once();

        var findings = new List<Finding>(Indicators.Count);
        foreach (var indicator in Indicators)
            findings.Add(indicator.Judge(file, catalogue, findings));

        return RiskReport.From(file, catalogue, findings);
    }
}
