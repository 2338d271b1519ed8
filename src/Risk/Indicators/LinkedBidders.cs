using Procurement;

namespace Risk.Indicators;

/// <summary>
/// KZ-07. Two bidders for one lot have the same head, the same bank account, or at least two other rare traits in common. Value and
/// threshold are kinds of traits. Which kinds match is told, never the values.
/// </summary>
/// <remarks>
/// An affiliated person may not take part in the same lot of a tender, an auction or a request for prices (art. 7(3)); only a common
/// head touches that rule, so only it is of the first tier. Private persons' traits are not kept, so pairs with them stay unknown.
/// </remarks>
public sealed class LinkedBidders : BiddingIndicator
{
    public override string Code => "KZ-07";
    public override Tier Tier => Tier.T2;
    public override string Family => "collusion";
    public override string LegalBasis => "Law No. 106-VIII art. 7(3)";
    public override IReadOnlyList<string> OcpCodes => ["R042", "R044", "R028"];
    public override IReadOnlyList<string> Needs { get; } = [.. Gates, "population", "traits", "private_bidders"];
    public override IReadOnlyList<string> Excuses { get; } = [.. Exemptions, "one_house"];

    private protected override bool NeedsOutcomes => false;

    private protected override Finding Examine(Question question, Race race)
    {
        if (race.Runners.Count < 2)
        {
            return question.Clear();
        }

        if (question.File.Population is null)
        {
            return question.NotEvaluable("population");
        }

        var rule = question.Thresholds<LinkedBiddersRule>();
        var bids = race.Runners.Select(runner => runner.Bid).ToList();
        var bidders = race.Runners.Select(runner => runner.Supplier).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(bin => (Bin: bin, Traits: SharedTraits.Of(question.File, bin, bids))).ToList();
        var linked = bidders.SelectMany((one, i) => bidders.Skip(i + 1), (one, other) => (one, other))
            .Where(pair => SharedTraits.Common(pair.one.Traits, pair.other.Traits).Count > 0)
            .Select(pair => SharedTraits.Between(question.Population, rule.MostCommon, pair.one, pair.other))
            .Where(pair => Fires(pair, rule)).ToList();
        var apart = linked.Where(pair => !SharedTraits.AreOneHouse(question.File, pair.One, pair.Other))
            .OrderByDescending(pair => pair.Frequencies.ContainsKey(TraitKind.Head))
            .ThenByDescending(pair => pair.Frequencies.ContainsKey(TraitKind.BankAccount))
            .ThenByDescending(pair => pair.Weight).FirstOrDefault();

        return apart is not null ? Tell(question, apart, rule)
            : linked.Count > 0 ? question.NotApplicable("one_house")
            : bidders.Any(bidder => bidder.Traits.Count == 0) ? question.NotEvaluable("traits")
            : race.Runners.Any(runner => runner.Supplier is null) ? question.NotEvaluable("private_bidders")
            : question.Clear() with { Value = 0, Threshold = rule.LeastKinds };
    }

    private static bool Fires(SharedTraits pair, LinkedBiddersRule rule) =>
        pair.Frequencies.ContainsKey(TraitKind.Head) || pair.Frequencies.ContainsKey(TraitKind.BankAccount)
        || pair.Frequencies.Count >= rule.LeastKinds;

    private static Finding Tell(Question question, SharedTraits pair, LinkedBiddersRule rule)
    {
        var (head, account) = (pair.Frequencies.ContainsKey(TraitKind.Head), pair.Frequencies.ContainsKey(TraitKind.BankAccount));
        var forbidden = head && question.Catalogue.IsUnderNewLaw(question.Lot.Published!.Value)
            && question.Lot.MethodId != question.Catalogue.Methods.EShop;

        return question.Fired() with
        {
            Tier = forbidden ? Tier.T1 : Tier.T2,
            Variant = head ? "head" : account ? "account" : null,
            Value = pair.Frequencies.Count,
            Threshold = head || account ? 1 : rule.LeastKinds,
            Strength = head || account ? 1 : Math.Min(1, pair.Weight),
            Evidence =
            [
                question.LotField("supplierBinIin", pair.One),
                question.LotField("supplierBinIin", pair.Other),
                .. pair.Frequencies.Select(kind => question.LotField($"same{kind.Key}", kind.Value)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["count"] = pair.Frequencies.Count,
                ["supplier"] = pair.One,
                ["other"] = pair.Other,
            },
        };
    }
}

/// <summary>KZ-07: values that more organisations have say nothing; so many kinds must match where neither head nor account does.</summary>
public sealed record LinkedBiddersRule
{
    public required string Reason { get; init; }
    public required int MostCommon { get; init; }
    public required int LeastKinds { get; init; }
}
