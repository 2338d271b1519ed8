using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Reads the parameters of a call from its query, its form or its JSON.</summary>
internal static class Parameters
{
    public static async Task<JsonObject> Read(HttpRequest request, string method)
    {
        var parameters = request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
            ? await ReadJson(request)
            : new JsonObject();
        foreach (var (name, value) in request.Query)
            parameters[name] = Contract.Instance.Parse(method, name, value.ToString());
        if (request.HasFormContentType)
            foreach (var (name, value) in await request.ReadFormAsync())
                parameters[name] = Contract.Instance.Parse(method, name, value.ToString());
        return parameters;
    }

    private static async Task<JsonObject> ReadJson(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject ?? throw Refusal.Bad("object expected as JSON request body");
        }
        catch (JsonException)
        {
            throw Refusal.Bad("can't parse JSON request body");
        }
    }
}
