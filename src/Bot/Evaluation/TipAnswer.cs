using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matching;

namespace Bot.Evaluation;

/// <summary>What was answered to one tip, as one JSON line.</summary>
/// <param name="Found">The first lot is sure enough to be shown as "probably this one".</param>
/// <param name="Confidence">Of the first lot, between 0 and 1; null when the answer does not say.</param>
/// <param name="Lots">Ids of the lots, best first.</param>
/// <param name="Ms">Milliseconds of all steps; null when the answer does not say.</param>
internal sealed record TipAnswer(string Id, bool Found, double? Confidence, IReadOnlyList<string> Lots, double? Ms)
{
    /// <summary>Confidence from which the first lot counts as found.</summary>
    public const double Probably = Matcher.Probably;

    /// <summary>As many lots as an answer names.</summary>
    public const int Most = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static TipAnswer Of(string id, Answer answer, double? milliseconds)
    {
        var confidence = Sureness(answer);
        return new TipAnswer(id, confidence >= Probably, confidence,
            [.. answer.Candidates.Take(Most).Select(lot => lot.LotId.ToString(CultureInfo.InvariantCulture))], milliseconds);
    }

    /// <summary>The whole answer with its reasons, for others to read.</summary>
    public static string Line(string id, Answer answer, double milliseconds) => JsonSerializer.Serialize(new
    {
        id,
        found = Sureness(answer) >= Probably,
        confidence = Math.Round(Sureness(answer), 4),
        lots = answer.Candidates.Take(Most)
            .Select(lot => new { id = lot.LotId, score = Math.Round(lot.Confidence, 4), evidence = lot.Evidence }),
        ms = Math.Round(milliseconds, 3),
    }, Json);

    /// <summary>Reads what any matcher may have written: ids as numbers or texts, reasons of any shape.</summary>
    public static TipAnswer Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var confidence = Number(root, "confidence");
        return confidence is < 0 or > 1 ? throw new FormatException("confidence is between 0 and 1.") : new TipAnswer(
            root.TryGetProperty("id", out var id) ? id.ToString() : throw new FormatException("an answer needs the id of its tip."),
            root.TryGetProperty("found", out var found) && found.ValueKind == JsonValueKind.True, confidence,
            root.TryGetProperty("lots", out var lots) && lots.ValueKind == JsonValueKind.Array
                ? [.. lots.EnumerateArray().Take(Most).Select(LotId)]
                : [],
            Number(root, "ms"));
    }

    private static double Sureness(Answer answer) => answer.Candidates is [var first, ..] ? first.Confidence : 0;

    private static string LotId(JsonElement lot) =>
        lot.TryGetProperty("id", out var id) ? id.ToString() : throw new FormatException("an answered lot needs an id.");

    private static double? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
