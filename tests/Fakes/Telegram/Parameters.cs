using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Reads the parameters of a call from its query, its form or its JSON, and the files that came along.</summary>
internal static class Parameters
{
    public static async Task<(JsonObject Values, Dictionary<string, Upload> Uploads)> Read(HttpRequest request, string method)
    {
        var uploads = new Dictionary<string, Upload>();
        var parameters = request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
            ? await ReadJson(request)
            : new JsonObject();
        foreach (var (name, value) in request.Query)
            parameters[name] = Contract.Instance.Parse(method, name, value.ToString());
        if (request.HasFormContentType)
            await ReadForm(request, method, parameters, uploads);
        return (parameters, uploads);
    }

    private static async Task ReadForm(HttpRequest request, string method, JsonObject parameters, Dictionary<string, Upload> uploads)
    {
        var form = await request.ReadFormAsync();
        foreach (var (name, value) in form)
            parameters[name] = Contract.Instance.Parse(method, name, value.ToString());
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            uploads[file.Name] = new Upload(Path.GetFileName(file.FileName), file.ContentType, content.ToArray());
            if (Contract.Instance.Takes(method, file.Name))
                parameters[file.Name] = $"attach://{file.Name}";
        }
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
