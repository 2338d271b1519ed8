using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Whole numbers in JSON, whoever made them.</summary>
internal static class Numbers
{
    /// <summary>A field's number; null where the field is missing.</summary>
    public static long? Number(this JsonNode node, string name) =>
        node[name] is { } value ? long.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
}
