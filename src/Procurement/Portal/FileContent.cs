using System.Text;
using System.Text.Json;

namespace Procurement.Portal;

/// <summary>Tells what a file holds by its beginning.</summary>
internal static class FileContent
{
    public enum Kind
    {
        /// <summary>One JSON object a line; also whatever cannot be told, so that each line is refused with its number.</summary>
        Lines,

        /// <summary>One JSON value over the whole file.</summary>
        Page,

        /// <summary>Comma-separated values under a header that is known.</summary>
        Table,
    }

    public static Kind Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
            head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return head switch
        {
            [(byte)'[', ..] => Kind.Page,
            [(byte)'{', ..] => OfObject(head),
            _ => TableReader.Knows(Header(head)) ? Kind.Table : Kind.Lines,
        };
    }

    /// <summary>Names of columns hold no commas, so that the first line can be cut plainly.</summary>
    private static string[] Header(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? head : head[..end]).Split(',', StringSplitOptions.TrimEntries);
    }

    /// <summary>
    /// An object that goes on beyond its first line is a page, and so is one whose names are a page's. A first line that is longer than
    /// what we see of it is a line.
    /// </summary>
    private static Kind OfObject(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var line = end < 0 ? head : head[..end];
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType is JsonTokenType.PropertyName && IsPage(ref reader))
                    return Kind.Page;
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject)
                    return Kind.Lines;
            }
        }
        catch (JsonException)    // no JSON: line by line is how it can be told where
        {
            return Kind.Lines;
        }
        return end < 0 ? Kind.Lines : Kind.Page;
    }

    private static bool IsPage(ref Utf8JsonReader name)
    {
        if (name.ValueTextEquals("data"u8))
            return name.Read() && name.TokenType is JsonTokenType.StartObject;
        var isList = name.ValueTextEquals("items"u8) || name.ValueTextEquals("results"u8) || name.ValueTextEquals("releases"u8)
            || name.ValueTextEquals("records"u8);
        return isList && name.Read() && name.TokenType is JsonTokenType.StartArray;
    }
}
