using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>Where a bid lies by its lot's dumping floor: bids meet there by design, and below it they are rejected by law.</summary>
internal enum FloorPlace { Above, At, Below, Unknown }

/// <summary>Places bids by the floor.</summary>
internal static class Floor
{
    private const int Goods = 1;

    /// <summary>Unknown where the lot's kind, sum or day is missing, and in the e-shop, whose floor hangs on the mean of offers.</summary>
    public static FloorPlace PlaceOf(Lot lot, decimal bid, Catalogue catalogue)
    {
        var at = catalogue.Dumping.IsAtFloor(lot, bid, catalogue.Methods);
        var share = catalogue.Dumping.KindOf(lot, catalogue.Methods) is { } kind && lot.Published is { } published
            ? catalogue.Dumping.Of(kind, AstanaTime.DayOf(published)) : null;

        return at is null ? FloorPlace.Unknown
            : at.Value ? FloorPlace.At
            : share is { } floor && lot.Amount is { } amount && bid < amount * (1 - floor) ? FloorPlace.Below
            : FloorPlace.Above;
    }

    /// <summary>
    /// Whether a bid may lie at a floor, by what the population remembers of a lot. Of a request for prices and of goods the kind is known;
    /// of works and services it is not remembered, so that any share in force that day counts.
    /// </summary>
    public static bool MayBeAt(in LotFact lot, decimal bid, Catalogue catalogue)
    {
        var dumping = catalogue.Dumping;
        if (dumping.BuiltMethods.Contains(lot.Method) || lot.Method == catalogue.Methods.EShop)
            return true;
        var day = DateOnly.FromDayNumber(lot.Published);
        DumpingKind? kind = lot.Method == catalogue.Methods.PriceProposals ? DumpingKind.PriceProposals
            : lot.Subject == Goods && dumping.Tenders.Contains(lot.Method) ? DumpingKind.Other : null;
        if (kind is { } known && dumping.Of(known, day) is { } own)
            return dumping.IsAtFloor(bid, lot.Amount, own);
        foreach (var share in dumping.Shares)
            if (share.From <= day && !(share.Until < day) && dumping.IsAtFloor(bid, lot.Amount, share.Share))
                return true;
        return false;
    }
}
