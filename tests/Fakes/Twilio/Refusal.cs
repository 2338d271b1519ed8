using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>An answer of Twilio that says no, in its own shape.</summary>
internal sealed class Refusal(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public int Code { get; } = code;

    /// <summary>A request that can never be carried out as it is.</summary>
    public static Refusal Bad(int code, string message) => new(400, code, message);

    public static Refusal NotFound(string path) => new(404, 20404, $"The requested resource {path} was not found");

    public JsonObject ToJson() => ToJson(Status, Code, Message);

    public static JsonObject ToJson(int status, int code, string message) => new()
    {
        ["code"] = code,
        ["message"] = message,
        ["more_info"] = $"https://www.twilio.com/docs/errors/{code}",
        ["status"] = status,
    };
}
