using System.Text.Json.Nodes;

namespace Procurement.Tables;

/// <summary>Puts rows out of a protocol of results into the shape of the portal's bids.</summary>
internal static class BidRows
{
    private const int Ranks = 1000;

    /// <summary>The protocol's number begins with the announcement's id; bid and lot have none here.</summary>
    public static JsonObject? FromProtocol(Cells row)
    {
        if (!LotNumber.TryParse(row["protocol_no"], out var protocol) || row.Number("rank") is not (> 0 and < Ranks and var rank))
            return null;
        return new JsonObject
        {
            ["__typename"] = "TrdApp",
            ["id"] = (protocol.PlanRoot * Ranks) + rank,
            ["buyId"] = protocol.PlanRoot,
            ["supplierBinIin"] = row["bidder_bin"],
            ["dateApply"] = row["date_apply"],
            ["Supplier"] = new JsonObject { ["nameRu"] = row["bidder"] },
            ["AppLots"] = new JsonArray(new JsonObject
            {
                ["lotId"] = 0,
                ["amount"] = row["bid_price"],
                ["discountValue"] = row["conditional_discount_pct"],
                ["discountPrice"] = row["conditional_price"],
                ["RefAppStatus"] = new JsonObject { ["nameRu"] = Outcome(row["outcome"]) },
            }),
        };
    }

    /// <summary>In the portal's words.</summary>
    private static string Outcome(string? outcome) => outcome switch
    {
        "winner" => "Победитель",
        "second" => "Второй победитель",
        _ => "Подано",
    };
}
