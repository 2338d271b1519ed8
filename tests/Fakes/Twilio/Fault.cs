using System.Text;

namespace Fakes.Twilio;

/// <summary>Something that goes wrong with the next call of an operation.</summary>
public sealed record Fault
{
    internal enum Shape { Answer, Reset, Torn, Silence, Late }

    internal Shape How { get; private init; }

    /// <summary>The call is carried out before it goes wrong.</summary>
    public bool CarriedOut { get; private init; }

    internal int Status { get; private init; }
    internal int Code { get; private init; }
    internal byte[] Body { get; private init; } = [];
    internal Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>429 with 20429: not carried out, may be asked again.</summary>
    public static Fault TooManyRequests() => Refused(429, 20429, "Too Many Requests");

    /// <summary>Refused in Twilio's own shape.</summary>
    public static Fault Refused(int status, int code, string message) =>
        new() { Status = status, Code = code, Body = Encoding.UTF8.GetBytes(Refusal.ToJson(status, code, message).ToJsonString()) };

    /// <summary>A gateway's page of HTML instead of an answer.</summary>
    public static Fault Gateway(int status, bool carriedOut = false) =>
        new() { Status = status, Body = Encoding.UTF8.GetBytes($"<html><h1>{status}</h1></html>"), CarriedOut = carriedOut };

    /// <summary>The connection breaks before any answer; the message may have been accepted.</summary>
    public static Fault Reset(bool carriedOut) => new() { How = Shape.Reset, CarriedOut = carriedOut };

    /// <summary>Carried out, but the connection breaks in the middle of the answer.</summary>
    public static Fault Torn() => new() { How = Shape.Torn, CarriedOut = true };

    /// <summary>No answer until the caller gives up.</summary>
    public static Fault Silence(bool carriedOut) => new() { How = Shape.Silence, CarriedOut = carriedOut };

    /// <summary>Carried out, and its good answer comes only after something else has happened.</summary>
    public static Fault Late(Task until) => new() { How = Shape.Late, CarriedOut = true, Until = until };
}
