using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Procurement.Ocds;

namespace Procurement.Tables;

/// <summary>Puts rows of the two tables of lots into the shape of the portal's lots.</summary>
internal static partial class LotRows
{
    private const int Goods = 1, Works = 2, Services = 3;
    private const long NumbersAlone = 9_000_000_000_000;    // beyond the ids of every source

    /// <summary>
    /// A lot's page as it was read. Purchases of special order show no quantity, price, unit and closing time, and the collector put
    /// zeros and office hours there: a price of 0 and a closing on the same day at 18:00 are none.
    /// </summary>
    public static JsonObject? FromPage(Cells row)
    {
        var price = row.Number("unit_price");
        var isPriced = price is not 0 and not null;
        return new JsonObject
        {
            ["__typename"] = "Lots",
            ["id"] = row["portal_lot_id"],
            ["lotNumber"] = row["lot_id"],
            ["trdBuyId"] = row["trd_buy_id"],
            ["nameRu"] = row["name_ru"],
            ["descriptionRu"] = row["desc_ru"],
            ["customerBin"] = row["customer_bin"],
            ["customerNameRu"] = row["customer_name"],
            ["amount"] = row["budget"],
            ["count"] = isPriced ? row["quantity"] : null,
            ["refLotStatusId"] = LotStatuses.IdOf(row["lot_status"]),
            ["refBuyTradeMethodsId"] = Codes.MethodIdOf(row["method_code"]),
            ["publishDate"] = row["publish_date"],
            ["endDate"] = IsFilledIn(row["publish_date"], row["deadline_date"]) ? null : row["deadline_date"],
            ["Plans"] = new JsonArray(new JsonObject
            {
                ["extraDescRu"] = row["extra_desc_ru"],
                ["price"] = price is 0 ? null : row["unit_price"],
                ["prepayment"] = row["advance_payment_pct"],
                ["refSubjectTypeId"] = SubjectOf(row["unit"], row["dumping_status"]),
                ["RefUnits"] = new JsonObject { ["nameRu"] = isPriced ? row["unit"] : null },
                ["refEnstruCode"] = EnstruOf(row["category_code"]),
            }),
        };
    }

    /// <summary>A list without ids and sums: the id is made of the lot's number, the sum is price times quantity.</summary>
    public static JsonObject? FromList(Cells row)
    {
        if (!LotNumber.TryParse(row["lot_number"], out var number))
            return null;
        var amount = row.Number("price_per_unit") * row.Number("quantity");
        return new JsonObject
        {
            ["__typename"] = "Lots",
            [JoinedLot.Key] = $"{row["announce_id"]} {number}",
            ["id"] = IdOf(number),
            ["lotNumber"] = number.ToString(),
            ["trdBuyId"] = row["announce_id"],
            ["nameRu"] = row["tru_name"],
            ["descriptionRu"] = row["brief_description"],
            ["customerBin"] = row["customer_bin"],
            ["customerNameRu"] = row["customer_name"],
            ["amount"] = amount is null ? null : decimal.Round(amount.Value, 2),
            ["count"] = row["quantity"],
            ["refLotStatusId"] = LotStatuses.IdOf(row["lot_status"]),
            ["refBuyTradeMethodsId"] = Codes.MethodIdOf(number.Method),
            ["Plans"] = new JsonArray(new JsonObject
            {
                ["extraDescRu"] = row["additional_description"],
                ["price"] = row["price_per_unit"],
                ["RefUnits"] = new JsonObject { ["nameRu"] = row["unit_of_measurement"] },
                ["refEnstruCode"] = EnstruOf(row["tru_code"]),
                ["PlansKato"] = new JsonArray([.. Places(row["delivery_location_kato"])]),
            }),
        };
    }

    private static long IdOf(LotNumber number)
    {
        var method = MethodSymbols.All.Index().First(symbol => symbol.Item == number.Method).Index;
        return NumbersAlone + (((number.PlanRoot * 100) + number.Attempt) * 64) + method;
    }

    /// <summary>In the page's words a quantity may run into the next code: "объем: 1791310000, г.Шымкент" is 1 and 791310000.</summary>
    private static IEnumerable<JsonNode> Places(string? text) =>
        Code().Matches(text ?? "").Select(code => new JsonObject { ["refKatoCode"] = code.Value });

    private static string? EnstruOf(string? code) => Enstru.TryParse(code, out var known) ? known.Code : null;

    /// <summary>The page names works and services in its note on dumping and in the unit.</summary>
    private static int SubjectOf(string? unit, string? dumping)
    {
        if (unit == "Работа" || dumping?.StartsWith("Работа", StringComparison.Ordinal) == true)
            return Works;
        return unit == "Одна услуга" || dumping?.StartsWith("Услуга", StringComparison.Ordinal) == true ? Services : Goods;
    }

    private static bool IsFilledIn(string? published, string? due) =>
        published is { Length: 19 } && due is { Length: 19 } && published[11..] == "09:00:00" && due == published[..11] + "18:00:00";

    [GeneratedRegex(@"\d{9}(?=,)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
