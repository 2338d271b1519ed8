using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>The files beside these tests, and the shared originals where they are at hand.</summary>
internal static class Fixtures
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PlainNumbers() },
    };

    public static string PathOf(string name) => Path.Combine(Here(), "fixtures", name);

    public static async Task<List<Reading>> Read(string path)
    {
        await using var file = File.OpenRead(path);
        return await RegisterFile.Read(file).ToListAsync();
    }

    public static async Task<List<Reading>> ReadText(string text) =>
        await RegisterFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToListAsync();

    public static async Task<List<T>> Records<T>(string name) =>
        [.. (await Read(PathOf(name))).Select(reading => reading.Record).OfType<T>()];

    /// <summary>All that a record says, except when it last changed: for comparing.</summary>
    public static string Said<T>(T record) where T : class
    {
        var json = JsonSerializer.SerializeToNode(record, Readable)!.AsObject();
        json.Remove(nameof(Lot.Updated));
        return json.ToJsonString(Readable);
    }

    /// <summary>Originals of the portal's answers, which are not part of the repository: the folder may stand beside it.</summary>
    public static string Originals { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../../shared/portal"));

    /// <summary>1.0 and 1 are the same.</summary>
    private sealed class PlainNumbers : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("G29", CultureInfo.InvariantCulture));
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

/// <summary>A test over the whole originals, skipped where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OriginalsTheoryAttribute : TheoryAttribute
{
    public OriginalsTheoryAttribute()
    {
        if (!Directory.Exists(Fixtures.Originals))
            Skip = "the portal's original answers (shared/portal) do not stand beside the repository";
    }
}
