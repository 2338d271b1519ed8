using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Twilio;

/// <summary>Reads ContentVariables: a JSON object of texts that are neither empty nor, in the body, broken into lines.</summary>
internal static partial class ContentVariables
{
    private const int Longest = 1600;

    public static JsonObject Read(string? text, Content content)
    {
        if (text is null)
            return [];
        var given = Parse(text);
        foreach (var (name, value) in given)
        {
            if (value?.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not { Length: > 0 } words)
                throw Refusal.Bad(21656, $"The Content Variables Parameter is invalid: {name} is no text");
            if (words.Length > Longest)
                throw Refusal.Bad(21658, $"Parameter exceeded character limit: {name}");
            if (content.InBody().Contains(name) && Broken().IsMatch(words))
                throw Refusal.Bad(21656, $"The Content Variables Parameter is invalid: {name} holds a line break, a tab or five spaces");
        }

        return given;
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw Refusal.Bad(21656, "The Content Variables Parameter is invalid");
        }
        catch (JsonException)
        {
            throw Refusal.Bad(21656, "The Content Variables Parameter is invalid");
        }
    }

    [GeneratedRegex(@"[\r\n\t]| {5}")]
    private static partial Regex Broken();
}
