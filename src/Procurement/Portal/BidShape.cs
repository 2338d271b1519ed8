namespace Procurement.Portal;

/// <summary>Makes a bid of the portal's object TrdApp, with AppLots nested in it.</summary>
internal static class BidShape
{
    public static Bid? Read(JsonFields bid, long id)
    {
        var announcement = bid.Id("buyId") ?? bid.Object("TrdBuy").Id("id");
        var lots = bid.Objects("AppLots").Where(lot => lot.Has("lotId")).Select(Lot).ToList();
        if (announcement is null && lots.Count == 0)
            return bid.Refuse<Bid>("buyId", "is missing");

        var supplier = bid.Object("Supplier");
        var number = Supplier.NumberOf(bid, "supplierBinIin") ?? Supplier.NumberOf(supplier, "bin");
        return new Bid
        {
            Id = id,
            AnnouncementId = announcement ?? 0,
            SupplierBin = number,
            SupplierName = Supplier.NameOf(number, supplier.Both("nameRu", "nameKz"), supplier.Both("fullNameRu", "fullNameKz")),
            HandedIn = bid.Moment("dateApply"),
            Lots = lots,
            Traits = TraitsOf.Writer(bid),
        };
    }

    private static BidLot Lot(JsonFields lot) => new()
    {
        LotId = lot.Id("lotId") ?? 0,
        UnitPrice = lot.Amount("price"),
        Amount = lot.Amount("amount"),
        Discount = lot.Amount("discountValue"),
        DiscountedAmount = lot.Amount("discountPrice"),
        StatusId = lot.Code("statusId"),
        StatusName = lot.Object("RefAppStatus").Text("nameRu"),
    };
}
