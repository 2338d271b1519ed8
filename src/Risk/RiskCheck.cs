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
        return Run([file], catalogue)[0];
    }

    /// <summary>Judges several lots, in their order. Each check is asked about all of them before the next one: its code and its tables are at hand then.</summary>
    public static IReadOnlyList<RiskReport> Run(IReadOnlyList<CaseFile> files, Catalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        catalogue ??= Catalogue.Current;
        var sheets = files.Select(file => (File: file.Once(), Findings: new List<Finding>(Indicators.Count))).ToArray();
        foreach (var indicator in Indicators)
            foreach (var (file, findings) in sheets)
                findings.Add(indicator.Judge(file, catalogue, findings));

        return [.. sheets.Select(sheet => RiskReport.From(sheet.File, catalogue, sheet.Findings))];
    }
}
