namespace Procurement.Portal;

/// <summary>Makes an entry of the register of unfair participants of the portal's object RnuList, with Detail nested in it.</summary>
internal static class UnfairShape
{
    public static UnfairListing Read(JsonFields listing, long id)
    {
        var number = Supplier.NumberOf(listing, "supplierBiin");
        return new UnfairListing
        {
            Id = id,
            SupplierBin = number,
            SupplierName = Supplier.NameOf(number, listing.Both("supplierNameRu", "supplierNameKz")),
            From = listing.Moment("startDate"),
            Until = listing.Moment("endDate"),
            SystemId = listing.Code("systemId"),
            Grounds = [.. listing.Objects("Detail").Select(Ground)],
        };
    }

    private static UnfairGround Ground(JsonFields detail) => new()
    {
        BuyerBin = Supplier.NumberOf(detail, "customerBiin"),
        Decision = detail.Text("courtDecision"),
        DecidedOn = detail.Moment("courtDecisionDate"),
        ReasonId = detail.Code("refReasonId"),
        From = detail.Moment("startDate"),
        Until = detail.Moment("endDate"),
    };
}
