using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Procurement;

/// <summary>
/// A 64-bit fingerprint of what a record says, by which a store tells "changed" from "the same again". It is taken of the record's own
/// values, so the order of fields in the source, unknown fields, the spelling of numbers (1 or 1.0) and the order of places and contract
/// items do not matter. Left out on purpose: the portal's lastUpdateDate, which moves when nothing that is kept has changed.
/// Stable across processes and machines; a record that gains a field gets new fingerprints once. Not a signature.
/// </summary>
public static class Digest
{
    public static long Of(Lot lot) => Hash("lot",
        lot.Id, lot.Number, lot.AnnouncementId, lot.AnnouncementNumber, lot.AnnouncementTitle, lot.Name, lot.Description, lot.Details,
        lot.BuyerBin, lot.BuyerName, lot.Amount, lot.Count, lot.UnitPrice, lot.UnitCode, lot.UnitName, lot.Enstru, lot.SubjectType,
        lot.MethodId, lot.PlannedMethodId, lot.JustificationId, lot.StatusId, Sorted(lot.Places), lot.Published, lot.BidsFrom,
        lot.BidsDue, lot.ResultsPublished, lot.IsRepeat, lot.DiscussionFrom, lot.DiscussionUntil, lot.IsDeleted, lot.SystemId,
        lot.UnifiedId);

    public static long Of(Contract contract) => Hash("contract",
        contract.Id, contract.RootId, contract.ParentId, contract.Number, contract.AnnouncementId, contract.AnnouncementNumber,
        contract.Description, contract.BuyerBin, contract.SupplierBin, contract.Sum, contract.SumWithVat, contract.StatusId,
        contract.TypeId, contract.MethodId, contract.SubjectType, contract.FinancialYear, contract.Created, contract.SignedAt,
        contract.IsDeleted, Sorted(contract.Items.Select(Of)), contract.Paid, contract.Ends, contract.PlannedEnd, contract.Done,
        contract.ResultsPublished, Sorted(contract.AmendmentGrounds.Select(ground => (long)ground)), Sorted(contract.Acts.Select(Of)));

    public static long Of(Announcement announcement) => Hash("announcement",
        announcement.Id, announcement.Number, announcement.Title, announcement.Sum, announcement.MethodId, announcement.SubjectType,
        announcement.StatusId, announcement.OrganiserBin, announcement.OrganiserName, announcement.InvitedBin, announcement.ParentId,
        announcement.IsRepeat, Sorted(announcement.Places), announcement.Published, announcement.BidsFrom, announcement.BidsDue,
        announcement.ResultsPublished, announcement.DiscussionFrom, announcement.DiscussionUntil, announcement.Cancelled,
        announcement.Paused, announcement.IsConstruction, announcement.IsBySingleOrganiser, announcement.SystemId);

    public static long Of(Bid bid) => Hash("bid",
        bid.Id, bid.AnnouncementId, bid.SupplierBin, bid.SupplierName, bid.HandedIn, Sorted(bid.Lots.Select(Of)));

    public static long Of(Act act) => Hash("act",
        act.Id, act.ContractId, act.ContractRootId, act.Dated, act.Approved, act.Revoked, act.StatusId, act.DaysLate, act.Fine,
        act.IsDeleted);

    public static long Of(UnfairListing listing) => Hash("unfair",
        listing.Id, listing.SupplierBin, listing.SupplierName, listing.From, listing.Until, listing.SystemId,
        Sorted(listing.Grounds.Select(Of)));

    public static long Of(PlanItem plan) => Hash("plan",
        plan.Id, plan.RootId, plan.BuyerBin, plan.BuyerName, plan.Name, plan.Description, plan.Details, plan.Enstru, plan.SubjectType,
        plan.MethodId, plan.JustificationId, plan.UnitCode, plan.Count, plan.UnitPrice, plan.Amount, plan.Year, plan.StatusId,
        plan.Created, plan.Approved, plan.IsDeleted, plan.Month, Sorted(plan.Places));

    public static long Of(Organisation organisation) => Hash("organisation",
        organisation.Bin, organisation.PortalId, organisation.Name, Sorted(organisation.Places), organisation.Registered,
        organisation.ParentBin, organisation.IsMonopoly);

    public static long Of(Place place) => Hash("place", place.Code, place.Name, place.Level, place.ParentCode);

    public static long Of(Reference row) => Hash("reference", row.Table, row.Id, row.Name, row.Code);

    private static long Of(ContractItem item) => Hash("item",
        item.LotId, item.Enstru, item.UnitPrice, item.Quantity, item.Sum, item.UnitCode, item.UnitName, item.JustificationId,
        item.Details, Sorted(item.Places), item.PlanItemId);

    private static long Of(BidLot lot) => Hash("bid lot",
        lot.LotId, lot.UnitPrice, lot.Amount, lot.Discount, lot.DiscountedAmount, lot.StatusId, lot.StatusName);

    private static long Of(UnfairGround ground) => Hash("ground",
        ground.BuyerBin, ground.Decision, ground.DecidedOn, ground.ReasonId, ground.From, ground.Until);

    private static string Sorted(IReadOnlyList<string> codes) => string.Join(',', codes.Order(StringComparer.Ordinal));

    private static string Sorted(IEnumerable<long> values) => string.Join(',', values.Order());

    private static long Hash(params ReadOnlySpan<object?> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            if (value is Bilingual both)
                Add(text, both.Ru).Append('/');
            Add(text, value is Bilingual other ? other.Kz : Written(value)).Append('\n');
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>Length before value: no text can pretend to be two.</summary>
    private static StringBuilder Add(StringBuilder text, string? value) =>
        value is null ? text.Append('-') : text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");

    private static string? Written(object? value) => value switch
    {
        null => null,
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcTicks.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
