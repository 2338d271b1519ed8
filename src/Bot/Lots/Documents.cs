using System.Buffers.Binary;
using System.Collections;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Lots;

/// <summary>Records of the register as documents in a column: compact JSON without what is empty.</summary>
internal static class Documents
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,    // Cyrillic as it is, a third of the size
        Converters = { new LotConverter(), new TraitConverter(), new PaymentConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    public static void Write<T>(Utf8JsonWriter json, T record) => JsonSerializer.Serialize(json, record, Compact);

    /// <summary>Most records have none of most lists. A list that may be null says more by being empty: it was asked for.</summary>
    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var list in type.Properties.Where(one => !one.IsGetNullable && one.PropertyType.IsAssignableTo(typeof(IEnumerable)) && one.PropertyType != typeof(string)))
            list.ShouldSerialize = (_, value) => value is IEnumerable held && held.GetEnumerator().MoveNext();
    }

    public static T Read<T>(ReadOnlySpan<byte> document)
        where T : class => QuickReading.Read<T>(document) ?? JsonSerializer.Deserialize<T>(document, Compact)!;

    public static T Read<T>(string document) => JsonSerializer.Deserialize<T>(document, Compact)!;

    /// <summary>What tells "changed" from "the same again": the same record always makes the same document.</summary>
    public static long DigestOf(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
