using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-32. Of what the buyer spent in twelve months more came from one source, without a ground of the lawful list, than is usual among
/// buyers of its kind. Value and threshold are shares of the sum, 0 to 1.
/// </summary>
/// <remarks>Across the country nearly half of all contracts come from one source: only the comparison says anything, and it is context.</remarks>
public sealed class BuyerAvoidsCompetition : Indicator
{
    public override string Code => "KZ-32";
    public override Tier Tier => Tier.T3;
    public override string Family => "method";
    public override string LegalBasis => "Law No. 106-VIII art. 4, 10, 16";
    public override IReadOnlyList<string> OcpCodes => ["R013"];
    public override IReadOnlyList<string> Needs { get; } = ["population", "buyer", "buyer_year_incomplete", "grounds", "buyer_kind", "too_few_buyers"];
    public override IReadOnlyList<string> Excuses { get; } = ["few_contracts"];

    private protected override Finding Examine(Question question)
    {
        if (question.Lacking(
                question.File.Population is null ? "population" : null,
                question.Lot.BuyerBin is null ? "buyer" : null) is { } lacking)
        {
            return lacking;
        }

        var rule = question.Thresholds<Rule>();
        var years = question.Population.Habit(BuyerYears.Of);
        var year = years.Find(Numbers.Bin(question.Lot.BuyerBin));
        if (question.Population.ContractsWholeFrom is not { } whole || whole.DayNumber > years.From)
            return question.NotEvaluable("buyer_year_incomplete");
        if (year is null || year.Contracts < rule.LeastContracts)
            return question.NotApplicable("few_contracts");
        if (year.Unexplained > 0)
            return question.NotEvaluable("grounds");

        var fence = years.OneSourceShares(year);
        if (year.Kind == 0 || !fence.IsUsable(rule.LeastPeers))
            return question.NotEvaluable(year.Kind == 0 ? "buyer_kind" : "too_few_buyers");

        var (share, least) = (year.ShareOf(year.OneSource), fence.Upper(rule.FenceFactor));
        var finding = share < least ? question.Clear() : Tell(question, year, share, least, fence);

        return finding with
        {
            Subject = new Subject("buyer", question.Lot.BuyerBin!),
            Value = (decimal)Math.Round(share, 6),
            Threshold = (decimal)Math.Round(least, 6),
            Benchmark = fence.Told(question.Population.BuyerKinds[year.Kind], rule.FenceFactor),
        };
    }

    private static Finding Tell(Question question, BuyerYear year, double share, double least, Fence fence) => question.Fired() with
    {
        Strength = Question.StrengthOfShare(share, least),
        Evidence = [question.LotField("customerBin", question.Lot.BuyerBin)],
        Facts = new Dictionary<string, object>
        {
            ["count"] = year.Contracts,
            ["share"] = (int)Math.Round(share * 100),
            ["usual"] = (int)Math.Round(least * 100),
            ["median"] = (int)Math.Round(fence.Median * 100),
            ["buyers"] = fence.Count,
            ["sum"] = year.OneSource / 100m,
        },
    };

    internal sealed record Rule
    {
        public required int LeastContracts { get; init; }
        public required int LeastPeers { get; init; }
        public required double FenceFactor { get; init; }
        public required string Reason { get; init; }
    }
}
