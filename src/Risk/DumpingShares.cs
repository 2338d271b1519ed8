using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Procurement;

namespace Risk;

/// <summary>
/// How far below the sum a bid may go before it counts as dumping, by kind and date. Bids meet at that floor by design, so bids at the
/// floor say nothing about an understanding between bidders.
/// </summary>
public sealed record DumpingShares
{
    private const int Works = 2;
    private const int Goods = 1;
    private const int MakesDesign = 2;

    public required string Source { get; init; }

    /// <summary>How far from the floor, as a share of the sum, a bid still counts as being at it: rounding of unit prices.</summary>
    public required decimal Tolerance { get; init; }
    public required IReadOnlyList<DumpingShare> Shares { get; init; }

    /// <summary>Kinds whose floor is a tariff and no share, with the paragraph.</summary>
    public required IReadOnlyDictionary<DumpingKind, string> WithoutShare { get; init; }

    /// <summary>Methods of tender that the rules on dumping speak of; auctions have none.</summary>
    public required IReadOnlyList<int> Tenders { get; init; }

    /// <summary>Methods whose bidders all offer the floor, since points decide between them.</summary>
    public required IReadOnlyList<int> BuiltMethods { get; init; }
    public required IReadOnlyList<int> SocialOrderMethods { get; init; }
    public required IReadOnlyList<int> MealServiceMethods { get; init; }
    public required IReadOnlyList<int> MealGoodsMethods { get; init; }

    /// <summary>Words of a lot's name by which its kind is known; the first that is found decides.</summary>
    public required IReadOnlyList<DumpingWords> Words { get; init; }

    /// <summary>The share of a kind on a day, 0.10 for ten percent; null where none is known or the floor is no share.</summary>
    public decimal? Of(DumpingKind kind, DateOnly day)
    {
        for (var place = 0; place < Shares.Count; place++)
            if (Shares[place] is var share && share.Kind == kind && share.From <= day && !(share.Until < day))
                return share.Share;
        return null;
    }

    /// <summary>The kind of a lot by its method, subject, signs and name; null when they do not tell, or no floor is set.</summary>
    public DumpingKind? KindOf(Lot lot, Methods methods) =>
        lot.MethodId is not { } method ? null
        : method == methods.EShop ? DumpingKind.EShop
        : method == methods.PriceProposals ? DumpingKind.PriceProposals
        : SocialOrderMethods.Contains(method) ? DumpingKind.SocialOrder
        : MealServiceMethods.Contains(method) ? DumpingKind.Meals
        : MealGoodsMethods.Contains(method) ? DumpingKind.Other
        : Tenders.Contains(method) ? KindOfTender(lot, method) : null;

    /// <summary>The bid lies at a floor of this share below the sum it is measured from; both without VAT.</summary>
    public bool IsAtFloor(decimal bid, decimal sum, decimal share) => sum > 0 && Math.Abs(1 - (bid / sum) - share) <= Tolerance;

    /// <summary>
    /// The bid lies at the floor of its lot. Null when it lies at some floor and the lot's kind, which would tell whose, is not known;
    /// also when the lot's sum or day is missing, and in the e-shop, whose floor hangs on the mean of offers.
    /// </summary>
    public bool? IsAtFloor(Lot lot, decimal bid, Methods methods)
    {
        if (BuiltMethods.Contains(lot.MethodId ?? 0))
        {
            return true;
        }

        var kind = KindOf(lot, methods);

        if (kind == DumpingKind.EShop || lot.Amount is not > 0 || lot.Published is not { } published)
        {
            return null;
        }

        var share = kind is { } known ? Of(known, AstanaTime.DayOf(published)) : null;

        return share is { } floor ? IsAtFloor(bid, lot.Amount.Value, floor)
            : Shares.Any(any => IsAtFloor(bid, lot.Amount.Value, any.Share)) ? null : false;
    }

    private DumpingKind? KindOfTender(Lot lot, int method)
    {
        if (lot.SubjectType == Goods)
        {
            return DumpingKind.Other;
        }

        if (lot.DesignSign == MakesDesign)
        {
            return DumpingKind.Design;
        }

        var text = $"{lot.Name.Ru}. {lot.Details.Ru}. {lot.AnnouncementTitle.Ru}";

        return Words.FirstOrDefault(words => words.Fit(lot.SubjectType, text)) is { } found ? found.Kind
            : lot.SubjectType == Works ? KindOfWorks(lot, method)
            : lot.SubjectType is null || BuiltMethods.Contains(method) ? null
            : DumpingKind.Other;
    }

    private DumpingKind? KindOfWorks(Lot lot, int method) =>
        lot.IsConstruction == true || BuiltMethods.Contains(method) ? DumpingKind.ConstructionWorks
        : lot.IsConstruction == false && lot.DesignSign is null or 0 ? DumpingKind.Other : null;
}

/// <param name="Until">Last day; null while it is in force.</param>
/// <param name="Base">What the share is taken from: the estimate, the sum of the lot, the mean of offers.</param>
/// <param name="MayDeposit">A lower price is allowed if the difference is deposited.</param>
/// <summary>The floor of one kind in one time.</summary>
public sealed record DumpingShare(
    DumpingKind Kind, decimal Share, DateOnly From, DateOnly? Until, string Base, bool MayDeposit, string Source);

/// <param name="Subject">1 goods, 2 works, 3 services; null for any.</param>
/// <summary>Words that tell a kind.</summary>
public sealed record DumpingWords(DumpingKind Kind, int? Subject, string Pattern)
{
    private readonly Regex pattern = new(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    internal bool Fit(int? subject, string text) => (Subject is null || Subject == subject) && pattern.IsMatch(text);
}

/// <summary>What the rules set a floor for, Rules 687 p. 85-99.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DumpingKind>))]
public enum DumpingKind
{
    ConstructionWorks, RoadRepair, CurrentRepair, Design, Expertise, CollectiveRights, Engineering, SocialOrder, Meals, Other,
    PriceProposals, EShop,
}
