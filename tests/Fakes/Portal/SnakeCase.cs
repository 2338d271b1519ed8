using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fakes.Portal;

/// <summary>Writes objects as the REST service does: last_update_date, sum_1; nested objects are left out.</summary>
internal static class SnakeCase
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PortalAnswer One(JsonElement row) => Written(json => Write(json, row));

    public static PortalAnswer Page(IReadOnlyList<JsonElement> rows, int total, int limit, string next) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("total", total);
        json.WriteNumber("limit", limit);
        json.WriteString("next_page", next);
        json.WriteStartArray("items");
        foreach (var row in rows)
            Write(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static PortalAnswer Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
            write(json);
        return new PortalAnswer(200, buffer.WrittenSpan.ToArray());
    }

    private static void Write(Utf8JsonWriter json, JsonElement row)
    {
        json.WriteStartObject();
        foreach (var field in row.EnumerateObject())
            if (field.Name[0] != '_' && IsPlain(field.Value))
            {
                json.WritePropertyName(Of(field.Name));
                field.Value.WriteTo(json);
            }

        if (row.TryGetProperty("lotNumber", out _))
            json.WriteNull("dumping_lot_price");
        if (row.TryGetProperty("PlanActs", out var acts) && acts.TryGetProperty("dateApproved", out var approved))
            json.WriteString("date_approved", approved.GetString());
        json.WriteEndObject();
    }

    private static bool IsPlain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => false,
        JsonValueKind.Array => value.GetArrayLength() == 0 || value[0].ValueKind is not JsonValueKind.Object,
        _ => true,
    };

    private static string Of(string name)
    {
        Span<char> snake = stackalloc char[name.Length * 2];
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1]))))
                snake[length++] = '_';
            snake[length++] = char.ToLowerInvariant(name[i]);
        }

        return new string(snake[..length]);
    }
}
