using System.Globalization;
using Procurement;
using Risk.Populations;

namespace Risk.Indicators;

/// <summary>
/// KZ-03. Bought from one source as after a failed purchase, where article 15 asks for another competition or for another supplier or
/// price. Value is the bids of the last purchase; for a dearer contract value and threshold are tenge without VAT.
/// </summary>
/// <remarks>
/// The plain fact says nothing: one offer for prices leads here by law. Only the last purchase counts. A purchase found by buyer and
/// thing alone, not by plan item or parent, may be another one, so its sign is of the second tier. Meals, social orders and housing have
/// rules of their own for a failure.
/// </remarks>
public sealed class SingleSourceAfterFailure : Indicator
{
    public override string Code => "KZ-03";
    public override Tier Tier => Tier.T1;
    public override string Family => "method";
    public override string LegalBasis => "Law No. 106-VIII art. 15(3)-(7), 15(9), 16(2); Rules No. 687 p. 494-505";
    public override IReadOnlyList<string> OcpCodes => ["R010"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "method", "announcement", "predecessors", "predecessor_status", "predecessor_held", "predecessor_bids", "predecessor_method",
        "bid_statuses", "bid_amounts", "contracts", "contract_fields", "private_bidders",
    ];

    public override IReadOnlyList<string> Excuses { get; } =
        ["old_law", "other_method", "own_rules_of_failure", "lawful_single_source", "no_contract_yet"];

    private protected override Finding Examine(Question question)
    {
        var (lot, file, methods) = (question.Lot, question.File, question.Catalogue.Methods);

        if (lot.MethodId is not { } method)
        {
            return question.NotEvaluable("method");
        }

        if (method != methods.AfterFailure)
        {
            return question.NotApplicable("other_method");
        }

        if (!question.Catalogue.IsUnderNewLaw(lot.Published!.Value))
        {
            return question.NotApplicable("old_law");
        }

        var rule = question.Thresholds<SingleSourceRule>();
        var chain = EarlierPurchases.Of(file, question.Catalogue, rule.Days);
        var supplier = Deal.Of(file, question.Catalogue) is [var deal, ..] ? deal.Last.SupplierBin : file.Announcement?.InvitedBin;

        return chain.Select(before => before.Method).Append(lot.PlannedMethodId ?? 0).Any(methods.OwnRulesOfFailure.Contains)
                ? question.NotApplicable("own_rules_of_failure")
            : LawfulSource.Is(file, question.Catalogue, supplier) ? question.NotApplicable("lawful_single_source")
            : chain.Count == 0 ? NotFound(question, rule)
            : Judge(question, AfterFailure.Of(chain, methods));
    }

    private static Finding NotFound(Question question, SingleSourceRule rule)
    {
        var (lot, file) = (question.Lot, question.File);
        var from = lot.Published!.Value.AddDays(-rule.Days);
        var whole = file.Population?.LotsWholeFrom?.DayNumber <= Numbers.Day(from);

        return file.Announcement is null ? question.NotEvaluable("announcement")
            : file.Announcement.ParentId is > 0 || lot.IsRepeat == true || LotAttempts.NumberOf(lot) is null or > 1
                || !whole || lot.Enstru is null || lot.BuyerBin is null
                ? question.NotEvaluable("predecessors")
                : question.Fired() with
                {
                    Tier = Tier.T2,
                    Variant = "not_found",
                    Value = 0,
                    Strength = 1,
                    Evidence = [question.LotField("refTradeMethodsId", lot.MethodId), question.LotField("parentId", null)],
                    Facts = new Dictionary<string, object> { ["count"] = 0, ["days"] = rule.Days },
                };
    }

    private static Finding Judge(Question question, AfterFailure after) => after.Following switch
    {
        Following.Unknown => question.NotEvaluable(after.Missing!),
        Following.Allowed => question.Clear() with { Value = after.Last!.Offers!.Count },
        Following.OnlyBidder => OnlyBidder(question, after.Last!),
        Following.FirstTender => Tell(question, after.Last!, "first_tender"),
        Following.NotRepeated => Tell(question, after.Last!, "not_repeated"),
        _ => Tell(question, after.Last!, null),
    };

    private static Finding OnlyBidder(Question question, EarlierPurchase last)
    {
        var only = last.Offers![0];

        if (Deal.Of(question.File, question.Catalogue) is not { } deals)
        {
            return question.NotEvaluable("contracts");
        }

        if (deals.Count == 0)
        {
            return question.File.Announcement?.InvitedBin is { } invited && only.Supplier is { } bidder && invited != bidder
                ? Tell(question, last, "other_supplier") : question.NotApplicable("no_contract_yet");
        }

        var contract = deals[0].First;
        var sum = SumOf(contract, question.Lot);

        return contract.SupplierBin is { } supplier && only.Supplier is { } own && supplier != own ? Tell(question, last, "other_supplier")
            : sum is { } paid && only.Amount is { } offered && paid > offered * question.Thresholds<SingleSourceRule>().Dearer
                ? Tell(question, last, "dearer") with
                {
                    Value = paid,
                    Threshold = offered,
                    Evidence = [last.Field("offer", offered), Of(contract, "contractSum", paid)],
                    Facts = new Dictionary<string, object>(FactsOf(last)) { ["price"] = offered, ["paid"] = paid },
                }
            : question.Lacking(
                contract.SupplierBin is null || only.Supplier is null ? "private_bidders" : null,
                sum is null ? "contract_fields" : null,
                only.Amount is null ? "bid_amounts" : null)
            ?? question.Clear() with { Value = sum, Threshold = only.Amount };
    }

    private static decimal? SumOf(Contract contract, Lot lot)
    {
        var own = contract.Items.Where(item => item.LotId == lot.Id).ToList();

        return own.Count > 0 && own.TrueForAll(item => (item.Sum ?? (item.UnitPrice * item.Quantity)) is not null)
            ? own.Sum(item => item.Sum ?? (item.UnitPrice * item.Quantity))
            : contract.Items.Count <= 1 ? contract.Sum : null;
    }

    private static Finding Tell(Question question, EarlierPurchase last, string? variant) => question.Fired() with
    {
        Tier = last.IsCertain ? Tier.T1 : Tier.T2,
        Variant = variant,
        Value = last.Offers!.Count,
        Strength = 1,
        Evidence =
        [
            last.Field("refTradeMethodsId", last.Method),
            last.Field("refLotStatusId", last.Status),
            last.Field("publishDate", DateOnly.FromDayNumber(last.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            last.Field("bids", last.Offers.Count),
            question.LotField("publishDate", question.Lot.Published),
        ],
        Facts = FactsOf(last),
    };

    private static Dictionary<string, object> FactsOf(EarlierPurchase last) => new()
    {
        ["count"] = last.Offers!.Count,
        ["day"] = AstanaTime.StartOf(DateOnly.FromDayNumber(last.Day)),
    };
}

/// <summary>KZ-03: how far back a purchase of the same thing may be the one before; from which ratio a contract counts as dearer.</summary>
public sealed record SingleSourceRule
{
    public required string Reason { get; init; }
    public required int Days { get; init; }
    public required decimal Dearer { get; init; }
}
