using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-24. Two to four suppliers win the buyer's lots for one kind of thing in turn, more regularly than chance, and save little. Value
/// and threshold are the share of lots whose winner is not that of the lot before.
/// </summary>
/// <remarks>Lots won at the dumping floor are left out: there the draw decides, and a small saving is by design.</remarks>
public sealed class WinnersInTurn : Indicator
{
    private const int Months = 24;
    private const int GroupDigits = 6;

    public override string Code => "KZ-24";
    public override Tier Tier => Tier.T2;
    public override string Family => "collusion";
    public override string LegalBasis => "Law No. 106-VIII art. 5; Entrepreneurial Code art. 169";
    public override IReadOnlyList<string> OcpCodes => ["R057"];
    public override IReadOnlyList<string> Needs { get; } = ["method", "enstru", "buyer", "population", "bid_statuses", "lots_incomplete"];
    public override IReadOnlyList<string> Excuses { get; } = ["not_competitive", "lawful_single_source"];

    private protected override Finding Examine(Question question)
    {
        var lot = question.Lot;

        if (lot.MethodId is { } method && !question.Catalogue.Methods.Competitive.Contains(method))
        {
            return question.NotApplicable("not_competitive");
        }

        string?[] missing =
        [
            lot.MethodId is null ? "method" : null,
            EnstruCode.Of(lot.Enstru) == 0 ? "enstru" : null,
            lot.BuyerBin is null ? "buyer" : null,
            question.File.Population is null ? "population" : null,
        ];

        return question.Lacking(missing) ?? Judge(question, question.Thresholds<WinnersInTurnRule>());
    }

    private static Finding Judge(Question question, WinnersInTurnRule rule)
    {
        var (won, undecided) = Walk(question);
        var winners = won.GroupBy(lot => lot.Winner).ToList();
        var changes = won.Zip(won.Skip(1)).Count(pair => pair.First.Winner != pair.Second.Winner);
        var share = won.Count > 1 ? (double)changes / (won.Count - 1) : 0;

        if (won.Count < rule.LeastLots)
        {
            return question.Lacking(
                    won.Count + undecided >= rule.LeastLots ? "bid_statuses" : null,
                    question.Population.LotsWholeFrom?.DayNumber <= From(question) ? null : "lots_incomplete")
                ?? question.Clear() with { Value = (decimal)share, Threshold = (decimal)rule.LeastShare };
        }

        if (winners.Exists(group => LawfulSource.IsMonopoly(question.File, Numbers.Bin(group.Key))))
        {
            return question.NotApplicable("lawful_single_source");
        }

        var fires = winners.Count >= rule.LeastWinners && winners.Count <= rule.MostWinners && share >= rule.LeastShare
            && won.Average(lot => lot.Saving) < rule.LeastSaving
            && TurnTest.Chance([.. won.Select(lot => lot.Winner)]) < rule.Chance;

        return fires ? Tell(question, won, winners, share, rule)
            : question.Clear() with { Value = (decimal)share, Threshold = (decimal)rule.LeastShare };
    }

    /// <summary>The buyer's lots of the group with a known winner, in order of publication; and how many have bids but none.</summary>
    private static (List<(long Lot, long Winner, double Saving)> Won, int Undecided) Walk(Question question)
    {
        var (population, catalogue) = (question.Population, question.Catalogue);
        var group = EnstruCode.Beginning(EnstruCode.Of(question.Lot.Enstru), GroupDigits);
        var from = From(question);
        var won = new List<(long, long, double)>();
        var undecided = 0;
        foreach (ref readonly var lot in population.LotsOf(Numbers.Bin(question.Lot.BuyerBin)))
        {
            if (lot.Published < from || lot.Results == 0 || lot.Results > population.Today || lot.AmountTiyn == 0
                || EnstruCode.Beginning(lot.Enstru, GroupDigits) != group || !catalogue.Methods.Competitive.Contains(lot.Method))
                continue;
            var (winner, offer, unknown) = WinnerOf(population.BidsFor(lot.Id));
            undecided += unknown ? 1 : 0;
            if (winner != 0 && offer > 0 && !Floor.MayBeAt(lot, offer, catalogue))
                won.Add((lot.Id, winner, 1 - (double)(offer / lot.Amount)));
        }

        return (won, undecided);
    }

    private static (long Winner, decimal Offer, bool Unknown) WinnerOf(Group<BidFact> bids)
    {
        var unknown = false;
        foreach (ref readonly var bid in bids)
        {
            if (bid.Outcome is BidOutcome.Won)
                return (bid.Supplier, bid.Amount, false);
            unknown |= bid.Outcome is BidOutcome.Unknown;
        }

        return (0, 0, unknown);
    }

    private static int From(Question question) => DateOnly.FromDayNumber(question.Population.Today).AddMonths(-Months).DayNumber;

    private static Finding Tell(
        Question question,
        List<(long Lot, long Winner, double Saving)> won,
        List<IGrouping<long, (long Lot, long Winner, double Saving)>> winners,
        double share, WinnersInTurnRule rule) => question.Fired() with
        {
            Subject = new Subject("buyer", question.Lot.BuyerBin!),
            Value = (decimal)share,
            Threshold = (decimal)rule.LeastShare,
            Strength = Question.StrengthOfShare(share, rule.LeastShare),
            Evidence =
            [
                .. winners.Select(group => question.LotField("winner", Numbers.Bin(group.Key))),
                .. won.Select(lot => question.LotField("lotId", lot.Lot)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["count"] = won.Count,
                ["winners"] = winners.Count,
                ["share"] = decimal.Round((decimal)share * 100),
                ["saving"] = decimal.Round((decimal)won.Average(lot => lot.Saving) * 100, 1),
            },
        };
}

/// <summary>KZ-24: how many lots and winners, how regular, how small a saving.</summary>
public sealed record WinnersInTurnRule
{
    public required string Reason { get; init; }
    public required int LeastLots { get; init; }
    public required int LeastWinners { get; init; }
    public required int MostWinners { get; init; }
    public required double LeastShare { get; init; }
    public required double Chance { get; init; }
    public required double LeastSaving { get; init; }
}
