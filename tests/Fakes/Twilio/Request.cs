using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>What came with a call: its query, its form, its JSON.</summary>
internal sealed record Request(string Path, IQueryCollection Query, IFormCollection Form, JsonObject Json, bool HasAuthorization)
{
    public Dictionary<string, string> Parameters { get; init; } = [];

    public static async Task<Request> Read(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        var isJson = request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;
        var json = isJson ? await ReadJson(request) : [];
        var parameters = request.Query.Concat(form).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        foreach (var (name, value) in json)
            parameters[name] = value?.ToString() ?? "";
        return new Request(request.Path, request.Query, form, json, request.Headers.Authorization.Count > 0) { Parameters = parameters };
    }

    private static async Task<JsonObject> ReadJson(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject ?? throw Refusal.Bad(20001, "An object is wanted");
        }
        catch (JsonException)
        {
            throw Refusal.Bad(20001, "Malformed JSON");
        }
    }
}
