using Procurement;

namespace Risk;

/// <summary>The volume that a buyer buys in one year by one method, of the lot's group and at the lot's places.</summary>
internal sealed record BuyerVolume
{
    /// <summary>Lots that certainly belong together with the judged one, which is among them.</summary>
    public required IReadOnlyList<Lot> Together { get; init; }

    /// <summary>All lots of the buyer by the method, whatever the year and the group.</summary>
    public required IReadOnlyList<Lot> SameMethod { get; init; }

    /// <summary>Lots that may belong too: a field that would tell is missing.</summary>
    public required IReadOnlyList<Lot> Unclear { get; init; }

    /// <summary>Tenge without VAT.</summary>
    public decimal Sum => Together.Sum(lot => lot.Amount ?? 0);

    /// <summary>With the unclear lots, or with a sum that is not given, the volume may be above a limit.</summary>
    public bool MayExceed(decimal limit) => Together.Concat(Unclear).Any(lot => lot.Amount is null)
        || (Unclear.Count > 0 && Together.Concat(Unclear).Sum(lot => lot.Amount) > limit);

    public static BuyerVolume Of(CaseFile file, int method, Catalogue catalogue)
    {
        var lot = file.Lot;
        var group = HomogeneousGroup.Of(lot.Enstru!, lot.SubjectType!.Value, catalogue.Rules.Splitting);
        var known = LotAttempts.Latest([.. file.BuyerLots!.Where(other => other.Id != lot.Id), lot], file.AsOf, catalogue.Methods);
        var sameMethod = known.Where(other => other.BuyerBin == lot.BuyerBin && MethodOf(other, catalogue.Methods) == method).ToList();
        var sameYear = sameMethod.Where(other => AstanaTime.DayOf(other.Published!.Value).Year == file.Year).ToList();
        var undated = file.BuyerLots!.Where(other => other.Published is null && !other.IsDeleted);
        var unclear = sameYear.Where(other => Belongs(other) is null).Concat(undated).ToList();
        var together = sameYear.Where(other => Belongs(other) == true).ToList();

        return new BuyerVolume
        {
            Together = together,
            SameMethod = sameMethod,
            Unclear = unclear,
        };

        bool? Belongs(Lot other) => other.Id == lot.Id ? true
            : group.Holds(other.Enstru, other.SubjectType) is not true and var answer ? answer
            : other.Places.Count == 0 || lot.Places.Count == 0 ? null
            : other.Places.Intersect(lot.Places, StringComparer.Ordinal).Any();
    }

    /// <summary>A purchase from one source after failure keeps the method that was planned.</summary>
    private static int? MethodOf(Lot lot, Methods methods) => lot.MethodId == methods.AfterFailure ? lot.PlannedMethodId : lot.MethodId;
}
