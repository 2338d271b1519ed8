using System.Text.Json.Nodes;

namespace Procurement.Ocds;

/// <summary>
/// The awards of a release. The portal has no such thing: an award is what a contract came of (its id is the contract's root), or a
/// winning offer for a lot that no contract names yet.
/// </summary>
internal static class AwardPart
{
    public static JsonArray? Of(Procedure procedure, PartyBook parties)
    {
        var chains = ContractChain.Of(procedure);
        var contracted = chains.SelectMany(chain => LotsOf(chain.Last)).ToHashSet();
        var won = procedure.Bids.SelectMany(bid => bid.Lots
            .Where(lot => Codes.IsWinner(lot.StatusName) && !contracted.Contains(lot.LotId))
            .Select(lot => Won(bid, lot, procedure, parties)));
        return Json.List(chains.Select(chain => Contracted(chain, parties)).Concat(won));
    }

    private static IEnumerable<long> LotsOf(Contract contract) => contract.Items.Select(item => item.LotId).OfType<long>().Distinct();

    private static JsonObject? Contracted(ContractChain chain, PartyBook parties)
    {
        var contract = chain.Last;
        return Json.Object(
            ("id", Json.Text(chain.Root)),
            ("status", Codes.ContractStatus(contract.StatusId) == "cancelled" ? "cancelled" : "active"),
            ("date", Json.Of(contract.ResultsPublished)),
            ("value", Json.Money(contract.Sum)),
            ("suppliers", Json.List([parties.Refer(contract.SupplierBin, default, "supplier")])),
            ("relatedLots", Json.List(LotsOf(contract).Select(id => (JsonNode)Json.Text(id)))));
    }

    private static JsonObject? Won(Bid bid, BidLot lot, Procedure procedure, PartyBook parties) => Json.Object(
        ("id", $"bid-{bid.Id}-{lot.LotId}"),
        ("status", "active"),
        ("date", Json.Of(procedure.Announcement?.ResultsPublished)),
        ("value", Json.Money(lot.Amount)),
        ("suppliers", Json.List([parties.Refer(bid.SupplierBin, bid.SupplierName, "supplier")])),
        ("relatedLots", new JsonArray(Json.Text(lot.LotId))),
        ("relatedBid", $"{bid.Id}-{lot.LotId}"));
}
