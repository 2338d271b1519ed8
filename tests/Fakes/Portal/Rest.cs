using System.Globalization;
using System.Text.Json;

namespace Fakes.Portal;

/// <summary>GET /v3/…: the journal, reference tables, lists and single objects, in snake case and without nested objects.</summary>
internal sealed class Rest(PortalStore store)
{
    private const int UsualLimit = 50, MostLimit = 500, Overlap = 2;

    /// <summary>The first part of a path → the type, and the field behind its ways of asking.</summary>
    private static readonly Dictionary<string, (string Type, Dictionary<string, string> By)> Lists = new(StringComparer.Ordinal)
    {
        ["lots"] = ("Lots", new() { ["number-anno"] = "trdBuyNumberAnno", ["bin"] = "customerBin" }),
        ["trd-buy"] = ("TrdBuy", new() { ["bin"] = "orgBin" }),
        ["contract"] = ("Contract", new()
        {
            ["number-anno"] = "trdBuyNumberAnno",
            ["supplier"] = "supplierBiin",
            ["customer"] = "customerBin"
        }),
        ["plans"] = ("PlnPoint", []),
        ["acts"] = ("ContractAct", []),
        ["subject"] = ("Subject", []),
        ["rnu"] = ("RnuList", []),
    };

    public PortalAnswer Answer(HttpRequest request, Trouble? trouble)
    {
        var parts = request.Path.Value!.Trim('/').Split('/')[1..];
        lock (store.Gate)
            return parts switch
            {
                ["journal"] => Journal(request, trouble),
                ["refs", var name] => Table(name, request, trouble),
                ["trd-buy", "number-anno", var number] => One("TrdBuy", "numberAnno", number, "Объявление не найдено"),
                ["contract", "number-sys"] =>
                    Rows(By("Contract", "contractNumberSys", request.Query["number"].ToString()), request, trouble),
                ["contract", "number"] => Rows(By("Contract", "contractNumber", request.Query["number"].ToString()), request, trouble),
                ["contract", var id, "units"] => Units(id),
                ["plans", "view", var id] => One("PlnPoint", "id", id, "Пункт плана не найден"),
                ["plans", { Length: 12 } bin] => Rows(By("PlnPoint", "subjectBiin", bin), request, trouble),
                ["subject", "biin", var bin] => Subject(bin),
                ["rnu", { Length: 12 } bin] => One("RnuList", "supplierBiin", bin, "Компания не найдена"),
                [var list] when Lists.TryGetValue(list, out var known) => Rows(store.All(known.Type), request, trouble),
                [var list, "all" or ""] when Lists.TryGetValue(list, out var known) => Rows(store.All(known.Type), request, trouble),
                [var list, var way, var value] when Lists.TryGetValue(list, out var known) && known.By.TryGetValue(way, out var field) =>
                    Rows(By(known.Type, field, value), request, trouble),
                [var list, var id] when Lists.TryGetValue(list, out var known) && long.TryParse(id, CultureInfo.InvariantCulture, out _) =>
                    One(known.Type, known.Type == "Subject" ? "pid" : "id", id, "Объект не найден"),
                _ => PortalAnswer.Refusal(404),
            };
    }

    private IReadOnlyList<JsonElement> By(string type, string field, string value) => [.. store.Table(type).By(field, value)];

    private PortalAnswer One(string type, string field, string value, string missing)
    {
        foreach (var row in store.Table(type).By(field, value))
            return SnakeCase.One(row);
        return PortalAnswer.Refusal(404, missing);
    }

    /// <summary>An organisation by its BIN; sole proprietors only by their IIN.</summary>
    private PortalAnswer Subject(string biin) => biin.Length == 12 && biin[4] is >= '0' and <= '3'
        ? One("Subject", "iin", biin, "Компания не найдена") : One("Subject", "bin", biin, "Компания не найдена");

    private PortalAnswer Units(string id)
    {
        foreach (var contract in store.Table("Contract").By("id", id))
        {
            var units = contract.TryGetProperty("ContractUnits", out var held) ? held.EnumerateArray().ToList() : [];
            return SnakeCase.Page(units, units.Count, MostLimit, "");
        }

        return PortalAnswer.Refusal(404, "Договор не найден");
    }

    private PortalAnswer Table(string name, HttpRequest request, Trouble? trouble)
    {
        var type = string.Concat(name.Split('_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        var rows = type.StartsWith("Ref", StringComparison.Ordinal) && type != "RefEnstru" ? store.All(type) : [];
        return rows.Count > 0 ? Rows(rows, request, trouble) : PortalAnswer.Refusal(404, "Справочник не найден");
    }

    /// <summary>Whole days, both included.</summary>
    private PortalAnswer Journal(HttpRequest request, Trouble? trouble)
    {
        var (from, to) = (request.Query["date_from"].ToString(), request.Query["date_to"].ToString());
        var rows = store.All("Journal").Where(row => Fakes.Portal.Table.Text(row, "dateAction") is { } at
            && string.CompareOrdinal(at, from) >= 0 && (to.Length == 0 || string.CompareOrdinal(at[..10], to) <= 0));
        return Rows([.. rows], request, trouble);
    }

    private static PortalAnswer Rows(IReadOnlyList<JsonElement> rows, HttpRequest request, Trouble? trouble)
    {
        var limit = int.TryParse(request.Query["limit"], CultureInfo.InvariantCulture, out var asked) && asked > 0
            ? Math.Min(asked, MostLimit) : UsualLimit;
        var start = 0;
        if (long.TryParse(request.Query["search_after"], CultureInfo.InvariantCulture, out var after))
            while (start < rows.Count && Id(rows[start]) >= after)
                start++;
        if (start > 0 && limit > Overlap * 2)
            start = Math.Max(0, start - Overlap);    // pages of this service overlap
        if (trouble is { Kind: TroubleKind.CursorStandsStill })
            start = Math.Max(0, start - limit);
        var page = rows.Skip(start).Take(limit).ToList();
        var next = start + page.Count < rows.Count ? Next(request, limit, Id(page[^1])) : "";
        return SnakeCase.Page(page, rows.Count, limit, next);
    }

    private static string Next(HttpRequest request, int limit, long last)
    {
        var kept = string.Concat(request.Query
            .Where(pair => pair.Key is not "page" and not "limit" and not "search_after")
            .Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}"));
        return string.Create(CultureInfo.InvariantCulture, $"{request.Path}?page=next&limit={limit}&search_after={last}{kept}");
    }

    private static long Id(JsonElement row)
    {
        foreach (var field in new[] { "id", "pid", "code" })
            if (long.TryParse(Fakes.Portal.Table.Text(row, field), CultureInfo.InvariantCulture, out var id))
                return id;
        return 0;
    }
}
