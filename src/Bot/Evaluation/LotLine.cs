using System.Globalization;
using System.Text.Json;
using Procurement;

namespace Bot.Evaluation;

/// <summary>A lot as one flat JSON object: id, no, name_ru, name_kz, desc_ru, desc_kz, bin, cust_ru, cust_kz, kato, enstru, unit, count,
/// amount, date; other fields are passed over, and all but the id may be missing.</summary>
internal static class LotLine
{
    public static Lot Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("a lot is one JSON object.");
        var fields = new Fields();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            fields.Take(ref reader);
        if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
            throw new FormatException("a lot is one JSON object.");
        return fields.Lot();
    }

    /// <summary>What has been read of a lot so far.</summary>
    private struct Fields
    {
        private long? id;
        private string? number, nameRu, nameKz, detailsRu, detailsKz, bin, buyerRu, buyerKz, kato, enstru, date;
        private decimal? unit, count, amount;

        public void Take(ref Utf8JsonReader reader)
        {
            switch (NameOf(ref reader))
            {
                case "id": id = Id(ref reader); break;
                case "no": number = Text(ref reader, "no"); break;
                case "name_ru": nameRu = Text(ref reader, "name_ru"); break;
                case "name_kz": nameKz = Text(ref reader, "name_kz"); break;
                case "desc_ru": detailsRu = Text(ref reader, "desc_ru"); break;
                case "desc_kz": detailsKz = Text(ref reader, "desc_kz"); break;
                case "bin": bin = Text(ref reader, "bin"); break;
                case "cust_ru": buyerRu = Text(ref reader, "cust_ru"); break;
                case "cust_kz": buyerKz = Text(ref reader, "cust_kz"); break;
                case "kato": kato = Text(ref reader, "kato"); break;
                case "enstru": enstru = Text(ref reader, "enstru"); break;
                case "date": date = Text(ref reader, "date"); break;
                case "unit": unit = Number(ref reader, "unit"); break;
                case "count": count = Number(ref reader, "count"); break;
                case "amount": amount = Number(ref reader, "amount"); break;
                default: reader.Skip(); break;
            }
        }

        public readonly Lot Lot() => new()
        {
            Id = id ?? throw new FormatException("a lot needs an id, a whole number."),
            Number = number ?? "",
            Name = new Bilingual(nameRu, nameKz),
            Details = new Bilingual(detailsRu, detailsKz),
            BuyerBin = bin,
            BuyerName = new Bilingual(buyerRu, buyerKz),
            Places = kato is null ? [] : [kato],
            Enstru = enstru,
            UnitPrice = unit,
            Count = count,
            Amount = amount,
            Published = date is null ? null
                : DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day
                : throw new FormatException($"date: \"{date}\" is no day, like 2026-02-23."),
        };
    }

    private static readonly string[] Names =
    [
        "id", "no", "name_ru", "name_kz", "desc_ru", "desc_kz", "bin", "cust_ru", "cust_kz", "kato",
        "enstru", "date", "unit", "count", "amount",
    ];

    private static readonly byte[][] Spelled = [.. Names.Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <summary>The field's name, made without a new string; the reader then stands at its value. Empty for a field not wanted.</summary>
    private static string NameOf(ref Utf8JsonReader reader)
    {
        var at = 0;
        while (at < Spelled.Length && !reader.ValueTextEquals(Spelled[at]))
            at++;
        reader.Read();
        return at < Spelled.Length ? Names[at] : "";
    }

    private static string? Text(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() is { Length: > 0 } text ? text : null,
        JsonTokenType.Null => null,
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new FormatException($"{name} is no text."),
    };

    private static long? Id(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var id) => id,
        JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) => id,
        _ => null,
    };

    private static decimal? Number(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDecimal(out var value) => value,
        JsonTokenType.Null => null,
        JsonTokenType.String when reader.GetString() is not { Length: > 0 } => null,
        JsonTokenType.String when decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            => value,
        _ => throw new FormatException($"{name} is no number."),
    };
}
