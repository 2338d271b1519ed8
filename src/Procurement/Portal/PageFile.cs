using System.Text.Json;
using System.Text.Unicode;

namespace Procurement.Portal;

/// <summary>Takes a page out of a stream, whole: pages have hundreds of rows, not millions.</summary>
internal static class PageFile
{
    public const int MaxPage = 32 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public static async Task<(JsonDocument? Page, string Fault)> Parse(Stream file, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > MaxPage)
                return (null, "The page is longer than 32 MiB; as JSON lines a file may be of any length.");
        }
        ReadOnlyMemory<byte> bytes = whole.GetBuffer().AsMemory(0, (int)whole.Length);
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (!Utf8.IsValid(bytes.Span))
            return (null, "The page is not valid UTF-8.");
        try
        {
            return (JsonDocument.Parse(bytes, Strict), "");
        }
        catch (JsonException fault)
        {
            return (null, $"The page is not valid JSON (at line {(fault.LineNumber ?? 0) + 1}).");
        }
    }
}
