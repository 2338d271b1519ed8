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
            Grounds = [.. listing.Objects("Detail").Select(detail => Ground(detail, number is not null))],
        };
    }

    private static UnfairGround Ground(JsonFields detail, bool isBusiness) => new()
    {
        BuyerBin = Supplier.NumberOf(detail, "customerBiin"),
        Decision = detail.Text("courtDecision"),
        DecidedOn = detail.Moment("courtDecisionDate"),
        ReasonId = detail.Code("refReasonId"),
        From = detail.Moment("startDate"),
        Until = detail.Moment("endDate"),
        Head = isBusiness ? TraitsOf.ListedHead(detail) : null,
        FounderBins = isBusiness ? Founders(detail) : [],
    };

    /// <summary>Founders that are businesses; private persons are not kept.</summary>
    private static string[] Founders(JsonFields detail) =>
        [.. detail.Objects("founders").Select(founder => Supplier.NumberOf(founder, "head_biin")).OfType<string>().Distinct()];
}
