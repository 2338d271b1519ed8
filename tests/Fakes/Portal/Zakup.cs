using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>The new platform's public JSON, without a token: lots and announcements under its own ids, the portal's in external_id.</summary>
internal sealed class Zakup(PortalStore store)
{
    private const string Root = "/api/core/api/public/";
    private const int UsualLimit = 10, MostLimit = 100, AstanaHours = 5;

    /// <summary>The platform's ids of lots and announcements are the portal's, moved by these.</summary>
    public const long LotShift = 1_000_000_000, AnnouncementShift = 1_100_000_000;

    private static readonly Dictionary<int, (int Id, string Name)> Statuses = new()
    {
        [210] = (6, "Опубликован"),
        [220] = (7, "Прием заявок"),
        [240] = (7, "Прием заявок"),
        [360] = (10, "Завершен"),
        [370] = (10, "Завершен"),
    };

    public PortalAnswer Answer(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return Missing;
        lock (store.Gate)
            return path[Root.Length..].Trim('/').Split('/') switch
            {
                ["lots"] => Lots(request),
                ["lots", var id] when Row("Lots", id, LotShift) is { } lot => PortalAnswer.Json(Lot(lot)),
                ["announcements", var id] when Row("TrdBuy", id, AnnouncementShift) is { } row => PortalAnswer.Json(Announcement(row)),
                _ => Missing,
            };
    }

    private static PortalAnswer Missing => PortalAnswer.Json(new JsonObject { ["detail"] = "Страница не найдена." }, 404);

    private JsonElement? Row(string type, string id, long shift) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var own) ? store.Table(type)[own - shift] : null;

    private PortalAnswer Lots(HttpRequest request)
    {
        var limit = Number(request, "limit") is > 0 and var asked ? Math.Min(asked, MostLimit) : UsualLimit;
        var offset = Number(request, "offset");
        var rows = store.All("Lots").Where(lot => IsWanted(lot, request)).ToList();
        var next = offset + limit < rows.Count;
        return PortalAnswer.Json(new JsonObject
        {
            ["count"] = rows.Count,
            ["next"] = next ? Page(request, limit, offset + limit) : null,
            ["previous"] = offset > 0 ? Page(request, limit, Math.Max(0, offset - limit)) : null,
            ["results"] = new JsonArray([.. rows.Skip(offset).Take(limit).Select(lot => (JsonNode)Lot(lot))]),
            ["facets"] = new JsonObject(),
        });
    }

    private bool IsWanted(JsonElement lot, HttpRequest request)
    {
        var (system, status, since, words) = (Text(request, "system_id__in"), Text(request, "status_id__in"),
            Text(request, "offer_end_date__gte"), Text(request, "q"));
        return (system is null || system.Split("__").Contains("1"))
            && (status is null || status.Split("__").Contains($"{Status(lot).Id}"))
            && (since is null || string.CompareOrdinal(Utc(Moment(lot, "endDate")) ?? "", 0, since, 0, "2026-01-01T00:00:00".Length) >= 0)
            && (words is null || words == Table.Text(lot, "lotNumber") || words == Table.Text(lot, "trdBuyNumberAnno")
                || Words.Have(words, $"{Table.Text(lot, "nameRu")} {Table.Text(lot, "nameKz")}"));
    }

    private JsonObject Lot(JsonElement lot)
    {
        var announcement = lot.GetProperty("trdBuyId").GetInt64();
        var (status, statusName) = Status(lot);
        var plan = lot.TryGetProperty("Plans", out var plans) && plans.GetArrayLength() > 0 ? plans[0] : default;
        return new JsonObject
        {
            ["id"] = lot.GetProperty("id").GetInt64() + LotShift,
            ["external_id"] = lot.GetProperty("id").GetInt64(),
            ["lot_number"] = Table.Text(lot, "lotNumber"),
            ["announcement_id"] = announcement + AnnouncementShift,
            ["announcement_number"] = Table.Text(lot, "trdBuyNumberAnno"),
            ["name_ru"] = Table.Text(lot, "nameRu"),
            ["name_kk"] = Table.Text(lot, "nameKz"),
            ["description_ru"] = Table.Text(lot, "descriptionRu"),
            ["description_kk"] = Table.Text(lot, "descriptionKz"),
            ["organization_name"] = Table.Text(lot, "customerNameRu"),
            ["purchase_method_id"] = Copy(lot, "refBuyTradeMethodsId"),
            ["purchase_method_name"] = lot.TryGetProperty("RefBuyTradeMethods", out var method) ? Table.Text(method, "nameRu") : null,
            ["status"] = new JsonObject { ["id"] = status, ["name"] = statusName, ["is_active"] = true, ["code"] = null },
            ["system"] = new JsonObject { ["id"] = 1, ["name"] = "GoszakupRK" },
            ["quantity"] = Copy(lot, "count"),
            ["total_price"] = Copy(lot, "amount"),
            ["dumping_price"] = null,
            ["offer_start_date"] = Utc(Moment(lot, "startDate")),
            ["offer_end_date"] = Utc(Moment(lot, "endDate")),
            ["announcement_publish_date"] = Utc(Moment(lot, "publishDate")),
            ["delivery_addresses"] = Addresses(lot),
            ["enstru_key"] = plan.ValueKind == default ? null : Table.Text(plan, "refEnstruCode"),
            ["enstrus"] = plan.ValueKind == default ? new JsonArray() : new JsonArray(new JsonObject
            {
                ["code"] = Table.Text(plan, "refEnstruCode"),
                ["name_ru"] = Table.Text(plan, "nameRu"),
                ["name_kk"] = Table.Text(plan, "nameKz"),
                ["short_description_ru"] = Table.Text(plan, "descRu"),
                ["short_description_kk"] = Table.Text(plan, "descKz"),
            }),
        };
    }

    private static JsonObject Announcement(JsonElement row) => new()
    {
        ["id"] = row.GetProperty("id").GetInt64() + AnnouncementShift,
        ["external_id"] = row.GetProperty("id").GetInt64(),
        ["announcement_number"] = Table.Text(row, "numberAnno"),
        ["name"] = Table.Text(row, "nameRu"),
        ["publish_date"] = Unix(row, "publishDate"),
        ["offer_start_date"] = Unix(row, "startDate"),
        ["offer_end_date"] = Unix(row, "endDate"),
        ["total_price"] = Copy(row, "totalSum"),
        ["lot_count"] = Copy(row, "countLots"),
        ["organizer"] = new JsonObject { ["iin_bin"] = Table.Text(row, "orgBin"), ["name"] = Table.Text(row, "orgNameRu") },
    };

    private JsonArray Addresses(JsonElement lot)
    {
        var codes = lot.TryGetProperty("plnPointKatoList", out var list) ? list.EnumerateArray().Select(code => code.GetString()!) : [];
        return [.. codes.Select(code => new JsonObject
        {
            ["code"] = code, ["name_ru"] = store.Table("RefKato").By("code", code).Select(place => Table.Text(place, "nameRu"))
                .FirstOrDefault(),
        })];
    }

    private static (int Id, string Name) Status(JsonElement lot) =>
        Statuses.GetValueOrDefault(lot.GetProperty("refLotStatusId").GetInt32(), (8, "Рассмотрение"));

    private string? Moment(JsonElement lot, string field) =>
        store.Table("TrdBuy")[lot.GetProperty("trdBuyId").GetInt64()] is { } announcement
        ? Table.Text(announcement, field) : lot.TryGetProperty("TrdBuy", out var own) ? Table.Text(own, field) : null;

    private static JsonValue? Copy(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? JsonValue.Create(value) : null;

    private static DateTime? Parsed(string? wall) => wall is { Length: >= 19 }
        ? DateTime.ParseExact(wall.AsSpan(0, 19), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            .AddHours(-AstanaHours - (string.CompareOrdinal(wall, "2024-03-01") < 0 ? 1 : 0)) : null;

    private static string? Utc(string? wall) => Parsed(wall)?.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    private static long? Unix(JsonElement row, string field) =>
        Parsed(Table.Text(row, field)) is { } utc ? (long)(utc - DateTime.UnixEpoch).TotalSeconds : null;

    private static string? Text(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;

    private static int Number(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Page(HttpRequest request, int limit, int offset)
    {
        var kept = string.Concat(request.Query.Where(pair => pair.Key is not "limit" and not "offset")
            .Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{request.Scheme}://{request.Host}{request.Path}?limit={limit}&offset={offset}{kept}");
    }
}
