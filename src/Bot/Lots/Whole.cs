using Procurement;

namespace Bot.Lots;

/// <summary>A record that is poorer than the one before it, made whole out of that one: see <see cref="Merging"/>.</summary>
internal static class Whole
{
    /// <summary>A copy by the unified platform, which lags behind, only fills what the portal itself has left open.</summary>
    public static Lot Of(Lot now, Lot before)
    {
        var (lot, from) = now.UnifiedId is not null && before.UnifiedId is null ? (before, now) : (now, before);
        var filled = lot with
        {
            Name = Either(lot.Name, from.Name),
            Description = Either(lot.Description, from.Description),
            BuyerBin = lot.BuyerBin ?? from.BuyerBin,
            BuyerName = Either(lot.BuyerName, from.BuyerName),
            Amount = lot.Amount ?? from.Amount,
            Count = lot.Count ?? from.Count,
            StatusId = lot.StatusId ?? from.StatusId,
            MethodId = lot.MethodId ?? from.MethodId,
            PlannedMethodId = lot.PlannedMethodId ?? from.PlannedMethodId,
            Places = lot.Places.Count > 0 ? lot.Places : from.Places,
            AnnouncementId = lot.AnnouncementId ?? from.AnnouncementId,
            AnnouncementNumber = lot.AnnouncementNumber ?? from.AnnouncementNumber,
            PlanItemIds = lot.PlanItemIds.Count > 0 ? lot.PlanItemIds : from.PlanItemIds,
            SupplyTerm = lot.SupplyTerm ?? from.SupplyTerm,
            Prepayment = lot.Prepayment ?? from.Prepayment,
            IsConstruction = lot.IsConstruction ?? from.IsConstruction,
            DesignSign = lot.DesignSign ?? from.DesignSign,
            FileCount = lot.FileCount ?? from.FileCount,
        };
        return WithAnnouncement(WithPlan(filled, from), from);
    }

    private static Lot WithPlan(Lot lot, Lot from) => lot.Enstru is not null || lot.UnitCode is not null ? lot : lot with
    {
        Enstru = from.Enstru,
        Details = Either(lot.Details, from.Details),
        UnitPrice = lot.UnitPrice ?? from.UnitPrice,
        UnitCode = from.UnitCode,
        UnitName = lot.UnitName ?? from.UnitName,
        SubjectType = lot.SubjectType ?? from.SubjectType,
        JustificationId = lot.JustificationId ?? from.JustificationId,
    };

    private static Lot WithAnnouncement(Lot lot, Lot from) => lot.KnowsItsAnnouncement ? lot : lot with
    {
        AnnouncementTitle = from.AnnouncementTitle,
        Published = from.Published,
        BidsFrom = lot.BidsFrom ?? from.BidsFrom,
        BidsDue = lot.BidsDue ?? from.BidsDue,
        ResultsPublished = lot.ResultsPublished ?? from.ResultsPublished,
        IsRepeat = lot.IsRepeat ?? from.IsRepeat,
        DiscussionFrom = lot.DiscussionFrom ?? from.DiscussionFrom,
        DiscussionUntil = lot.DiscussionUntil ?? from.DiscussionUntil,
    };

    public static Contract Of(Contract contract, Contract from) => contract with
    {
        BuyerBin = contract.BuyerBin ?? from.BuyerBin,
        SupplierBin = contract.SupplierBin ?? from.SupplierBin,
        Sum = contract.Sum ?? from.Sum,
        SumWithVat = contract.SumWithVat ?? from.SumWithVat,
        Items = contract.Items.Count > 0 ? contract.Items : from.Items,
        Acts = contract.Acts.Count > 0 ? contract.Acts : from.Acts,
        HasVat = contract.HasVat ?? from.HasVat,
        IsForYears = contract.IsForYears ?? from.IsForYears,
        CancelReasonId = contract.CancelReasonId ?? from.CancelReasonId,
        Payments = contract.Payments is { Count: > 0 } ? contract.Payments : from.Payments ?? contract.Payments,
        SupplierTraits = Together(contract.SupplierTraits, from.SupplierTraits),
        BuyerTraits = Together(contract.BuyerTraits, from.BuyerTraits),
    };

    public static Announcement Of(Announcement announcement, Announcement from) => announcement with
    {
        Title = Either(announcement.Title, from.Title),
        Sum = announcement.Sum ?? from.Sum,
        MethodId = announcement.MethodId ?? from.MethodId,
        StatusId = announcement.StatusId ?? from.StatusId,
        OrganiserBin = announcement.OrganiserBin ?? from.OrganiserBin,
        OrganiserName = Either(announcement.OrganiserName, from.OrganiserName),
        Places = announcement.Places.Count > 0 ? announcement.Places : from.Places,
        ParentId = announcement.ParentId ?? from.ParentId,
        Complained = announcement.Complained ?? from.Complained,
        Commission = announcement.Commission.Count > 0 ? announcement.Commission : from.Commission,
    };

    public static Organisation Of(Organisation organisation, Organisation from) => organisation with
    {
        PortalId = organisation.PortalId ?? from.PortalId,
        Places = organisation.Places.Count > 0 ? organisation.Places : from.Places,
        Registered = organisation.Registered ?? from.Registered,
        ParentBin = organisation.ParentBin ?? from.ParentBin,
        IsBuyer = organisation.IsBuyer ?? from.IsBuyer,
        IsSupplier = organisation.IsSupplier ?? from.IsSupplier,
        Oked = organisation.Oked ?? from.Oked,
        Size = organisation.Size ?? from.Size,
        Traits = Together(organisation.Traits, from.Traits),
    };

    /// <summary>The newest word of each kind: a source without heads says nothing about them.</summary>
    private static IReadOnlyList<Trait> Together(IReadOnlyList<Trait> now, IReadOnlyList<Trait> before)
    {
        var lacking = before.Where(trait => now.All(known => known.Kind != trait.Kind)).ToList();
        return lacking.Count == 0 ? now : [.. now.Concat(lacking).OrderBy(trait => trait.Kind).ThenBy(trait => trait.Digest)];
    }

    private static Bilingual Either(Bilingual text, Bilingual other) => text.IsEmpty ? other : text;
}
