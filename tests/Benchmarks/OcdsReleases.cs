using System.Text.Encodings.Web;
using System.Text.Json;

namespace Benchmarks;

/// <summary>
/// Makes up compiled releases, the same for the same seed: procedures with one to six bids, a few disqualified, late, equal or withdrawn,
/// awards that are final or not, suppliers of one trade or of all. Every indicator fires sometimes.
/// </summary>
internal sealed class OcdsReleases(int seed, int bytes)
{
    private const int Tenderers = 20_000, Buyers = 2_000;
    private const int BytesOfLetter = 2, Party = 330, Document = 600, Empty = 130;    // bytes, about

    private static readonly string Words = string.Concat(Enumerable.Repeat("Поставка канцелярских товаров для нужд учреждения; ", 6));
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Methods = ["open", "open", "open", "selective", "limited", "direct"];
    private static readonly string[] Details = ["Открытый конкурс", "Запрос ценовых предложений", "Аукцион"];

    private readonly Random random = new(seed);

    /// <summary>Writes so many releases, one a line; returns the size of the file.</summary>
    public long Write(string path, int releases)
    {
        using var file = File.Create(path);
        using var memory = new MemoryStream();
        for (var number = 0; number < releases; number++)
        {
            memory.SetLength(0);
            using (var json = new Utf8JsonWriter(memory, Options))
                Release(json, number);
            file.Write(memory.GetBuffer().AsSpan(0, (int)memory.Length));
            file.WriteByte((byte)'\n');
        }

        return file.Length;
    }

    private void Release(Utf8JsonWriter json, int number)
    {
        var bidders = Enumerable.Range(0, Math.Min(1 + random.Next(4) + random.Next(3), 6)).Select(_ => Tenderer()).Distinct().ToArray();
        json.WriteStartObject();
        json.WriteString("ocid", $"ocds-a1b2c3-{number:D9}");
        json.WriteString("id", $"{number}-compiled");
        json.WriteString("date", "2025-06-01T00:00:00+05:00");
        json.WriteStartArray("tag");
        json.WriteStringValue("compiled");
        json.WriteEndArray();
        json.WriteString("initiationType", "tender");
        Organisation(json, "buyer", Buyer());
        Tender(json, number, bidders.Length);
        var price = 50_000 + random.Next(5_000_000);
        Bids(json, bidders, price);
        Award(json, bidders[0], price);
        Parties(json, bidders);
        json.WriteEndObject();
    }

    private void Tender(Utf8JsonWriter json, int number, int bidders)
    {
        json.WriteStartObject("tender");
        json.WriteString("id", $"{number}");
        json.WriteString("status", random.Next(50) == 0 ? "cancelled" : "complete");
        json.WriteString("procurementMethod", Methods[random.Next(Methods.Length)]);
        json.WriteString("procurementMethodDetails", Details[random.Next(Details.Length)]);
        json.WriteNumber("numberOfTenderers", bidders);
        json.WriteStartObject("tenderPeriod");
        json.WriteString("startDate", "2025-03-01T09:00:00+05:00");
        json.WriteString("endDate", $"2025-03-{12 + random.Next(12)}T18:00:00+05:00");
        json.WriteEndObject();
        Organisation(json, "procuringEntity", Buyer());
        json.WriteEndObject();
    }

    private void Bids(Utf8JsonWriter json, string[] bidders, int price)
    {
        json.WriteStartObject("bids");
        json.WriteStartArray("details");
        for (var at = 0; at < bidders.Length; at++)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{at}");
            json.WriteString("date", $"2025-03-{1 + random.Next(20):D2}T10:00:00+05:00");
            json.WriteString("status", at == 0 ? "valid" : random.Next(12) switch { 0 or 1 => "disqualified", 2 => "withdrawn", _ => "valid" });
            json.WriteStartArray("tenderers");
            Organisation(json, null, bidders[at]);
            json.WriteEndArray();
            json.WriteStartObject("value");
            json.WriteNumber("amount", random.Next(40) == 0 ? price : price + (at * random.Next(-price / 50, price / 3)));
            json.WriteString("currency", random.Next(200) == 0 ? "USD" : "KZT");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Award(Utf8JsonWriter json, string winner, int price)
    {
        json.WriteStartArray("awards");
        json.WriteStartObject();
        json.WriteString("id", "1");
        json.WriteString("status", random.Next(30) == 0 ? "pending" : "active");
        json.WriteStartArray("suppliers");
        Organisation(json, null, winner);
        json.WriteEndArray();
        json.WriteStartArray("items");
        json.WriteStartObject();
        json.WriteString("id", "1");
        json.WriteStartObject("classification");
        json.WriteString("scheme", "ENSTRU");
        var trade = random.Next(20) == 0 ? random.Next(90) : winner[^1] - '0';
        json.WriteString("id", $"{10 + trade}{random.Next(10_000):D4}.000.000000");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("value");
        json.WriteNumber("amount", price);
        json.WriteString("currency", "KZT");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>What no indicator reads, until the release is large enough: parties, then words.</summary>
    private void Parties(Utf8JsonWriter json, string[] bidders)
    {
        json.WriteStartArray("parties");
        foreach (var bidder in bidders)
        {
            if (bytes - json.BytesCommitted - json.BytesPending < Party)
                break;
            json.WriteStartObject();
            json.WriteString("id", bidder);
            json.WriteString("name", $"ТОО «Компания {bidder[^5..]}»");
            json.WriteStartObject("address");
            json.WriteString("region", "Акмолинская область");
            json.WriteString("streetAddress", "улица Абая, 1");
            json.WriteEndObject();
            json.WriteStartArray("roles");
            json.WriteStringValue("tenderer");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var rest = bytes - (int)(json.BytesCommitted + json.BytesPending);
        json.WriteStartArray("documents");
        for (; rest > Empty; rest -= Document)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{rest}");
            json.WriteString("format", "application/pdf");
            json.WriteString("description", Cut(Math.Min(rest, Document) - Empty));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Cut(int bytes) => Words[..Math.Clamp(bytes / BytesOfLetter, 1, Words.Length)];

    private static void Organisation(Utf8JsonWriter json, string? field, string id)
    {
        if (field is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(field);
        json.WriteString("id", id);
        json.WriteEndObject();
    }

    private string Tenderer() => $"KZ-BIN-{100_000_000_000 + ((long)(Math.Pow(random.NextDouble(), 3) * Tenderers) * 7919)}";

    private string Buyer() => $"KZ-BIN-{990_000_000_000 + (random.Next(Buyers) * 31)}";
}
