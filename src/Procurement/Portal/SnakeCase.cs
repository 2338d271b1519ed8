using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Procurement.Portal;

/// <summary>The portal's REST service has the names of its GraphQL service in snake_case: lotNumber is lot_number, sum1 is sum_1.</summary>
internal static class SnakeCase
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static bool Is(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object
        && json.EnumerateObject().Any(field => field.Name.IndexOf('_', StringComparison.Ordinal) > 0);

    public static string Of(string name) => Known.GetOrAdd(name, Convert);

    private static string Convert(string name)
    {
        if (name.StartsWith('_'))
            return name;
        var snake = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && (char.IsAsciiLetterUpper(name[at]) || (char.IsAsciiDigit(name[at]) && !char.IsAsciiDigit(name[at - 1]))))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[at]));
        }
        return snake.ToString();
    }
}
