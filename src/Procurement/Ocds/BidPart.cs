using System.Text.Json.Nodes;

namespace Procurement.Ocds;

/// <summary>The bids of a release: one entry for each lot that a bidder offers for, because each has its own sum and fate.</summary>
internal static class BidPart
{
    public static JsonObject? Of(Procedure procedure, PartyBook parties) =>
        Json.Object(("details", Json.List(procedure.Bids.SelectMany(bid => Entries(bid, parties)))));

    private static IEnumerable<JsonObject?> Entries(Bid bid, PartyBook parties)
    {
        if (bid.Lots.Count == 0)
            yield return Entry(bid, Json.Text(bid.Id), "pending", null, null, parties);
        foreach (var lot in bid.Lots)
            yield return Entry(bid, $"{bid.Id}-{lot.LotId}", Codes.BidStatus(lot.StatusName), lot.Amount, lot.LotId, parties);
    }

    private static JsonObject? Entry(Bid bid, string id, string status, decimal? amount, long? lot, PartyBook parties) => Json.Object(
        ("id", id),
        ("date", Json.Of(bid.HandedIn)),
        ("status", status),
        ("tenderers", Json.List([parties.Refer(bid.SupplierBin, bid.SupplierName, "tenderer")])),
        ("value", Json.Money(amount)),
        ("relatedLots", lot is null ? null : new JsonArray(Json.Text(lot.Value))));
}
