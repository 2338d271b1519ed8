using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>An answer before it is sent: status, body, headers.</summary>
internal sealed record PortalAnswer(int Status, byte[] Body, string ContentType = "application/json; charset=UTF-8")
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int? RetryAfter { get; init; }

    public static PortalAnswer Json(JsonNode json, int status = 200) => new(status, Encoding.UTF8.GetBytes(json.ToJsonString(Readable)));

    /// <summary>200 with errors[], as a wrong question is answered.</summary>
    public static PortalAnswer Errors(string message) => Json(new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = message,
            ["locations"] = new JsonArray(new JsonObject { ["line"] = 1, ["column"] = 1 })
        }),
    });

    /// <summary>The portal's refusals in its own words; 404 is "Invalid Route" unless another message is given.</summary>
    public static PortalAnswer Refusal(int status, string? message = null)
    {
        var (name, usual, type) = status switch
        {
            401 => ("Unauthorized", "Your request was made with invalid credentials.", "yii\\web\\UnauthorizedHttpException"),
            403 => ("Forbidden", "Access denied", "yii\\web\\HttpException"),
            404 => ("Not Found", "Invalid Route", "yii\\web\\NotFoundHttpException"),
            429 => ("Too Many Requests", "Rate limit exceeded.", "yii\\web\\TooManyRequestsHttpException"),
            _ => ("Internal Server Error", "An internal server error occurred.", "yii\\web\\HttpException"),
        };
        return Json(new JsonObject { ["name"] = name, ["message"] = message ?? usual, ["code"] = 0, ["status"] = status, ["type"] = type },
            status);
    }

    public static PortalAnswer InsteadOf(Trouble trouble) => trouble.Kind switch
    {
        TroubleKind.Errors => Errors("Internal server error"),
        TroubleKind.Html => new PortalAnswer(200,
            "<html><head><title>502 Bad Gateway</title></head><body><h1>Технические работы</h1></body></html>"u8.ToArray(), "text/html"),
        _ when trouble.Status is >= 502 =>
            new PortalAnswer(trouble.Status, Encoding.UTF8.GetBytes($"<html><body>{trouble.Status}</body></html>"), "text/html")
            { RetryAfter = trouble.RetryAfter },
        _ => Refusal(trouble.Status) with { RetryAfter = trouble.RetryAfter },
    };

    public async Task Write(HttpContext context, bool isTorn)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = Body.Length;
        if (RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = $"{seconds}";
        await context.Response.Body.WriteAsync(isTorn ? Body.AsMemory(0, Body.Length / 2) : Body);
        if (!isTorn)
            return;
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
