using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Lots;

/// <summary>Records of the register as documents in a column: compact JSON without what is empty.</summary>
internal static class Documents
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,    // Cyrillic as it is, a third of the size
    };

    public static string Write<T>(T record) => JsonSerializer.Serialize(record, Compact);

    public static T Read<T>(string document) => JsonSerializer.Deserialize<T>(document, Compact)!;
}
