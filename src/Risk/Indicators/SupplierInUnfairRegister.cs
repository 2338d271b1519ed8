using Procurement;
using Risk.Habits;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-04. The supplier stood in the register of unfair participants on the day of its bid or of the signature; or a firm with the same
/// head, or one that it founded, did; or it was listed later. A yes/no rule: value 1, threshold 1.
/// </summary>
/// <remarks>
/// The supplier is that of the contract; while there is none, every bidder that was not turned down. Days are compared in Astana, both
/// ends of an entry included. An entry without an end may have been closed early by a court, so it is not used against anybody.
/// </remarks>
public sealed class SupplierInUnfairRegister : Indicator
{
    private const int StatePortal = 3;    // systemId; 1 and 2 are registers of the quasi-public sector

    public override string Code => "KZ-04";
    public override Tier Tier => Tier.T1;
    public override string Family => "supplier";
    public override string LegalBasis => "Law No. 106-VIII art. 7(1)(3), 7(1)(5)-(7), 7(2), 8(4)-(8)";
    public override IReadOnlyList<string> OcpCodes => ["R046"];

    public override IReadOnlyList<string> Needs { get; } =
        ["population", "unfair_register", "contracts", "bids", "bid_statuses", "private_supplier", "register_dates"];

    public override IReadOnlyList<string> Excuses { get; } = ["old_law"];

    /// <summary>A supplier on one of the days that count.</summary>
    private sealed record Moment(string Supplier, DateOnly Day, EvidenceItem Seen);

    private protected override Finding Examine(Question question)
    {
        if (!question.Catalogue.IsUnderNewLaw(question.Lot.Published!.Value))
        {
            return question.NotApplicable("old_law");
        }

        if (question.File.Population is not { } population)
        {
            return question.NotEvaluable("population");
        }

        if (population.Habit(UnfairLinks.Of).IsEmpty)
        {
            return question.NotEvaluable("unfair_register");
        }

        var deals = Deal.Of(question.File, question.Catalogue) ?? [];
        var race = Race.Of(question.File, question.Lot, question.Catalogue);

        if (!deals.Any(deal => IsListed(question, deal.First.SupplierBin)) && race?.Runners.Any(runner => IsListed(question, runner.Supplier)) != true)
        {
            return Doubt(question, deals, race, [], []) ?? question.Clear() with { Value = 0, Threshold = 1 };    // nobody to look at closer
        }

        var runners = race is null ? [] : deals.Count > 0
            ? race.Runners.Where(runner => deals.Any(deal => deal.First.SupplierBin is { } bin && bin == runner.Supplier)).ToList()
            : race.Valid.ToList();
        List<Moment> moments =
        [
            .. deals.Where(deal => deal.First is { SupplierBin: not null, SignedAt: not null }).Select(deal => Signature(deal.First)),
            .. runners.Where(runner => runner is { Supplier: not null, Bid.HandedIn: not null }).Select(runner => new Moment(
                runner.Supplier!, AstanaTime.DayOf(runner.Bid.HandedIn!.Value), question.LotField("dateApply", runner.Bid.HandedIn))),
        ];

        return Own(question, moments) ?? Linked(question, moments) ?? Later(question, deals)
            ?? Doubt(question, deals, race, runners, moments) ?? question.Clear() with { Value = 0, Threshold = 1 };
    }

    private static Finding? Own(Question question, IReadOnlyList<Moment> moments) => moments
        .SelectMany(moment => question.Population.UnfairOf(Numbers.Bin(moment.Supplier)), (moment, listing) => (moment, listing))
        .Where(pair => Holds(pair.listing, pair.moment.Day) == true)
        .OrderByDescending(pair => pair.listing.SystemId ?? StatePortal)
        .Select(pair => Tell(question, pair.moment, pair.listing) with { Variant = IsOther(pair.listing) ? "other_register" : null })
        .FirstOrDefault();

    private static Finding? Linked(Question question, IReadOnlyList<Moment> moments) => moments
        .SelectMany(moment => LinksOf(question, moment.Supplier), (moment, listing) => (moment, listing))
        .Where(pair => Holds(pair.listing, pair.moment.Day) == true)
        .Select(pair => Tell(question, pair.moment, pair.listing) with { Variant = "linked", Tier = Tier.T2 })
        .FirstOrDefault();

    private static Finding? Later(Question question, IReadOnlyList<Deal> deals) => deals
        .Where(deal => deal.First is { SupplierBin: not null, SignedAt: not null })
        .SelectMany(deal => question.Population.UnfairOf(Numbers.Bin(deal.First.SupplierBin)), (deal, listing) => (deal, listing))
        .Where(pair => pair.listing.From <= question.File.AsOf
            && AstanaTime.DayOf(pair.listing.From.Value) > AstanaTime.DayOf(pair.deal.First.SignedAt!.Value))
        .Select(pair => Tell(question, Signature(pair.deal.First), pair.listing) with { Variant = "later", Tier = Tier.T3 })
        .FirstOrDefault();

    private static Moment Signature(Contract contract) =>
        new(contract.SupplierBin!, AstanaTime.DayOf(contract.SignedAt!.Value), Of(contract, "signDate", contract.SignedAt));

    /// <summary>What could still hide a sign: a bidder or a day that is not known, an entry without dates.</summary>
    private static Finding? Doubt(
        Question question, IReadOnlyList<Deal> deals, Race? race, IReadOnlyList<Runner> runners, IReadOnlyList<Moment> moments)
    {
        var listed = deals.Any(deal => IsListed(question, deal.First.SupplierBin));
        var competed = deals.Any(deal => deal.First.MethodId is null || !question.Catalogue.Methods.OneSource.Contains(deal.First.MethodId.Value));
        var undated = moments.Any(moment => question.Population.UnfairOf(Numbers.Bin(moment.Supplier))
            .Concat(LinksOf(question, moment.Supplier)).Any(listing => Holds(listing, moment.Day) is null));
        var isPrivate = deals.Count > 0 ? deals.Any(deal => deal.First.SupplierBin is null)
            : race?.Valid.Any(runner => runner.Supplier is null) == true;

        return question.Lacking(
            question.File.Contracts is null ? "contracts" : null,
            Deal.AnyUndated(question.File) ? "contract_date" : null,
            race is null && (deals.Count == 0 || (listed && competed)) ? "bids" : null,
            race?.HasUnknownOutcome == true && deals.Count == 0 ? "bid_statuses" : null,
            isPrivate ? "private_supplier" : null,
            undated || (listed && deals.Any(deal => deal.First.SignedAt is null))
                || runners.Any(runner => runner.Bid.HandedIn is null && IsListed(question, runner.Supplier)) ? "register_dates" : null);
    }

    private static bool IsListed(Question question, string? supplier) =>
        supplier is not null && question.Population.UnfairOf(Numbers.Bin(supplier)).Concat(LinksOf(question, supplier)).Any();

    private static IEnumerable<UnfairListing> LinksOf(Question question, string supplier) =>
        question.Population.Habit(UnfairLinks.Of).Of(Numbers.Bin(supplier));

    /// <summary>Null where a date that would tell is missing.</summary>
    private static bool? Holds(UnfairListing listing, DateOnly day) =>
        listing.From is { } from && AstanaTime.DayOf(from) > day ? false
        : listing.Until is { } until && AstanaTime.DayOf(until) < day ? false
        : listing.From is null || listing.Until is null ? null : true;

    private static bool IsOther(UnfairListing listing) => listing.SystemId is { } system && system != StatePortal;

    private static Finding Tell(Question question, Moment moment, UnfairListing listing) => question.Fired() with
    {
        Subject = new Subject("supplier", moment.Supplier),
        Value = 1,
        Threshold = 1,
        Strength = 1,
        Evidence =
        [
            moment.Seen,
            new EvidenceItem("unfair", $"{listing.Id}", null, "startDate", AstanaTime.DayText(listing.From)),
            new EvidenceItem("unfair", $"{listing.Id}", null, "endDate", AstanaTime.DayText(listing.Until)),
        ],
        Facts = new Dictionary<string, object>
        {
            ["supplier"] = moment.Supplier,
            ["listed"] = listing.SupplierBin ?? "–",
            ["day"] = AstanaTime.StartOf(moment.Day),
            ["from"] = listing.From ?? question.File.AsOf,
            ["until"] = listing.Until ?? question.File.AsOf,
        },
    };
}
