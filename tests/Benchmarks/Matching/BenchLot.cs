using System.Globalization;
using System.Text.Json;
using Procurement;

namespace Benchmarks.Matching;

/// <summary>Reads lots in the shape of the matching benchmark, one JSON object a line.</summary>
internal static class BenchLot
{
    public static Lot Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        string? Text(string name) => root.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
        decimal? Number(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal() : null;
        return new Lot
        {
            Id = root.GetProperty("id").GetInt64(),
            Number = Text("no") ?? "",
            Name = new Bilingual(Text("name_ru"), Text("name_kz")),
            Details = new Bilingual(Text("desc_ru"), Text("desc_kz")),
            BuyerBin = Text("bin"),
            BuyerName = new Bilingual(Text("cust_ru"), Text("cust_kz")),
            Places = Text("kato") is { } kato ? [kato] : [],
            Enstru = Text("enstru"),
            UnitPrice = Number("unit"),
            Count = Number("count"),
            Amount = Number("amount"),
            Published = Text("date") is { } date
                ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
        };
    }
}
