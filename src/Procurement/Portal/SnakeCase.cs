using System.Collections.Concurrent;
using System.Text;

namespace Procurement.Portal;

/// <summary>The portal's REST service has the names of its GraphQL service in snake_case: lotNumber is lot_number, sum1 is sum_1.</summary>
internal static class SnakeCase
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>Some name has a line between two words; "__typename" has it before the first.</summary>
    public static bool Is(FlatJson json) =>
        json[0].Kind is System.Text.Json.JsonTokenType.StartObject && json.Children(0).Any(at => json.Name(at).IndexOf((byte)'_') > 0);

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
