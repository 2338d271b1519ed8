using Procurement;

namespace Risk;

/// <summary>The price of one unit that a lot is judged by: agreed in its contract, else planned. Tenge without VAT.</summary>
internal sealed record OwnPrice(decimal Price, decimal Quantity, Lot Lot, Contract? Contract)
{
    public EvidenceItem Evidence => Contract is null ? Indicator.Of(Lot, "price", Price) : Indicator.Of(Contract, "itemPrice", Price);
    public EvidenceItem QuantityEvidence => Contract is null ? Indicator.Of(Lot, "count", Quantity) : Indicator.Of(Contract, "quantity", Quantity);

    /// <summary>Null when neither contract nor plan tells both price and quantity.</summary>
    public static OwnPrice? Of(CaseFile file, Catalogue catalogue) => Agreed(file, catalogue) ?? (file.Lot is { UnitPrice: > 0 and { } price, Count: > 0 and { } count }
        ? new OwnPrice(price, count, file.Lot, null)
        : null);

    /// <summary>The bids say that the plan's sum is a slip of the pen: the cheapest valid one is a small part of it.</summary>
    public static bool IsDisownedByBids(CaseFile file, Catalogue catalogue, decimal least) =>
        file.Lot.Amount is { } amount && Race.Of(file, file.Lot, catalogue)?.Valid.FirstOrDefault()?.Amount < least * amount;

    private static OwnPrice? Agreed(CaseFile file, Catalogue catalogue)
    {
        if (Deal.Of(file, catalogue) is not [var deal, ..])
            return null;
        var items = deal.Last.Items.Where(item => item.LotId == file.Lot.Id || deal.Last.Items.Count == 1).ToList();
        return items is [{ UnitPrice: > 0 and { } price, Quantity: > 0 and { } quantity }]
            ? new OwnPrice(price, quantity, file.Lot, deal.Last)
            : null;
    }
}
