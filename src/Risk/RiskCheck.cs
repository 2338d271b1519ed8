using Risk.Indicators;

namespace Risk;

/// <summary>Asks every indicator about a lot. The list is the whole set: to add an indicator, add its line.</summary>
public static class RiskCheck
{
    public static IReadOnlyList<Indicator> Indicators { get; } =
    [
        new UnitPriceFarAbove(),
        new SmallDirectPurchasesOverLimit(),
        new LessTimeThanTheLawGives(),
        new VolumeCutToStayUnderLimit(),
        new SchoolMeals(),
        new ConstructionAndRepair(),
        new BrandWithoutEquivalent(),
        new UnneededPurchase(),
        new SamePurchaseTwice(),
    ];

    /// <summary>Judges a lot by the catalogue given, or by the current one. Never throws for what a lot lacks.</summary>
    public static RiskReport Run(CaseFile file, Catalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        catalogue ??= Catalogue.Current;

        return RiskReport.From(file, catalogue, [.. Indicators.Select(indicator => indicator.Judge(file, catalogue))]);
    }
}
