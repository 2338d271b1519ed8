using System.Text;

namespace Fakes.Telegram;

/// <summary>Something that goes wrong with the next call of a method.</summary>
public sealed record Fault
{
    internal enum Shape { Answer, Reset, Torn, Silence, Late, Delay }

    internal Shape How { get; private init; }

    /// <summary>The call is carried out before it goes wrong.</summary>
    public bool CarriedOut { get; private init; }

    internal int Status { get; private init; }
    internal byte[] Body { get; private init; } = [];
    internal Task Until { get; private init; } = Task.CompletedTask;
    internal TimeSpan After { get; private init; }
    internal int? RetryAfter { get; private init; }

    /// <summary>429 with its waiting time, in the body and in the header, as the real one has it.</summary>
    public static Fault TooManyRequests(int seconds) => new()
    {
        Status = 429,
        RetryAfter = seconds,
        Body = Json(Refusal.TooMany(seconds)),
    };

    /// <summary>Refused in the Bot API's own words.</summary>
    public static Fault Refused(int code, string description) => new() { Status = code, Body = Json(new Refusal(code, description)) };

    /// <summary>A gateway's page of HTML instead of an answer.</summary>
    public static Fault Gateway(int status) => new() { Status = status, Body = Encoding.UTF8.GetBytes($"<html><h1>{status}</h1></html>") };

    /// <summary>Carried out, but what comes back is no answer.</summary>
    public static Fault Rubbish(byte[] body) => new() { Status = 200, Body = body, CarriedOut = true };

    /// <summary>The connection breaks before any answer.</summary>
    public static Fault Reset(bool carriedOut) => new() { How = Shape.Reset, CarriedOut = carriedOut };

    /// <summary>Carried out, but the connection breaks in the middle of the answer.</summary>
    public static Fault Torn() => new() { How = Shape.Torn, CarriedOut = true };

    /// <summary>No answer until the caller gives up.</summary>
    public static Fault Silence(bool carriedOut) => new() { How = Shape.Silence, CarriedOut = carriedOut };

    /// <summary>Carried out, and its good answer comes only after something else has happened.</summary>
    public static Fault Late(Task until) => new() { How = Shape.Late, CarriedOut = true, Until = until };

    /// <summary>Carried out, and its good answer comes after so long by the fake's clock.</summary>
    public static Fault Delay(TimeSpan time) => new() { How = Shape.Delay, CarriedOut = true, After = time };

    /// <summary>One of the faults that a network or a busy server makes by itself.</summary>
    internal static Fault Any(Random dice) => dice.Next(7) switch
    {
        0 => TooManyRequests(dice.Next(1, 6)),
        1 => Gateway(502),
        2 => Refused(500, "Internal Server Error"),
        3 => Reset(carriedOut: false),
        4 => Reset(carriedOut: true),
        5 => Torn(),
        _ => Delay(TimeSpan.FromMilliseconds(dice.Next(1, 200))),
    };

    private static byte[] Json(Refusal refusal) => Encoding.UTF8.GetBytes(refusal.ToJson().ToJsonString());
}
