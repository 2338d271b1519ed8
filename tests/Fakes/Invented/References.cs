using System.Text.Json;

namespace Fakes.Invented;

/// <summary>The portal's own reference tables: from the bundled sample, and the few that it lacks.</summary>
internal sealed class References
{
    public static References Instance { get; } = new();

    private readonly Dictionary<(string Table, int Id), (string Ru, string Kz)> names = [];

    /// <summary>All rows, as they go into a file.</summary>
    public IReadOnlyList<JsonElement> Rows { get; }

    private References()
    {
        Rows = [.. Sample.Rows("references.jsonl.gz"), .. Small(), .. Sample.Rows("places-2025.jsonl.gz")];
        foreach (var row in Rows)
            if (row.TryGetProperty("id", out var id) && id.TryGetInt32(out var number))
                names[(row.GetProperty("__typename").GetString()!, number)] =
                    (row.GetProperty("nameRu").GetString()!, row.GetProperty("nameKz").GetString()!);
    }

    public (string Ru, string Kz) LotStatus(int id) => names[("RefLotsStatus", id)];
    public (string Ru, string Kz) BuyStatus(int id) => names[("RefBuyStatus", id)];
    public (string Ru, string Kz) Method(int id) => names[("RefTradeMethods", id)];

    public static void Write(JsonLines lines)
    {
        foreach (var row in Instance.Rows)
        {
            lines.Json.WriteStartObject();
            foreach (var field in row.EnumerateObject())
                field.WriteTo(lines.Json);
            lines.NoteOnce();
            lines.End();
        }
    }

    private static IEnumerable<JsonElement> Small()
    {
        foreach (var (id, ru, kz) in new[] { (1, "Товар", "Тауар"), (2, "Работа", "Жұмыс"), (3, "Услуга", "Қызмет") })
            yield return Row("RefSubjectType", id, ru, kz, "");
        foreach (var (id, ru, kz) in Grounds.All)
            yield return Row("RefJustification", id, ru, kz, "");
        foreach (var unit in Market.Instance.Units)
            yield return Row("RefUnits", int.Parse(unit.Code, System.Globalization.CultureInfo.InvariantCulture), unit.Ru, unit.Kz,
                unit.Code);
        foreach (var (id, ru, kz) in new[] { (1, "Подано", "Берілді"), (2, "Победитель", "Жеңімпаз"),
            (3, "Второй победитель", "Екінші жеңімпаз"), (4, "Отклонено", "Қабылданбады") })
            yield return Row("RefPoSt", id, ru, kz, "");
        foreach (var (id, ru, kz) in new[] { (1, "Корректировка проектно-сметной документации с экспертизой", "Жобалау-сметалық құжаттаманы сараптамамен түзету"),
            (2, "Изменение налогового законодательства", "Салық заңнамасының өзгеруі"), (3, "Уменьшение суммы договора", "Шарт сомасын азайту") })
            yield return Row("RefAmendmAgreemJustif", id, ru, kz, "");
        foreach (var (id, ru, kz) in new[] { (1, "Соглашение сторон", "Тараптардың келісімі"),
            (2, "Неисполнение обязательств поставщиком", "Өнім берушінің міндеттемелерін орындамауы") })
            yield return Row("RefContractCancel", id, ru, kz, "");
    }

    private static JsonElement Row(string table, int id, string ru, string kz, string code) => JsonSerializer.SerializeToElement(
        new Dictionary<string, object> { ["__typename"] = table, ["id"] = id, ["code"] = code, ["nameRu"] = ru, ["nameKz"] = kz });
}
