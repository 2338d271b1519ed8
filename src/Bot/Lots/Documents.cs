using System.Buffers.Binary;
using System.Security.Cryptography;
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

    public static void Write<T>(Utf8JsonWriter json, T record) => JsonSerializer.Serialize(json, record, Compact);

    public static T Read<T>(string document) => JsonSerializer.Deserialize<T>(document, Compact)!;

    /// <summary>What tells "changed" from "the same again": the same record always makes the same document.</summary>
    public static long DigestOf(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
