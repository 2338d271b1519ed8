using System.Text.Json;

namespace Bot.Channels;

/// <summary>Reads JSON that nobody vouches for: a missing, wrong or undecodable value is simply not there.</summary>
internal static class Reading
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object
            ? child
            : null;

    public static IEnumerable<JsonElement> Children(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Array
            ? child.EnumerateArray()
            : [];

    public static bool Has(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    public static bool Flag(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.True;

    public static long? Number(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child)
        && child.ValueKind == JsonValueKind.Number && child.TryGetInt64(out var number)
            ? number
            : null;

    public static double? Fraction(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child)
        && child.ValueKind == JsonValueKind.Number && child.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    public static string? Text(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var child)
            || child.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return child.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;    // broken UTF-8 or half a surrogate pair inside the string
        }
    }

    /// <summary>The whole body, or null when it is longer than <paramref name="limit"/> bytes.</summary>
    public static async Task<byte[]?> ReadAtMost(this HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > limit)
                return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
