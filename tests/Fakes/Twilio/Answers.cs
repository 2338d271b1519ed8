using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>A good answer before it is written: JSON, bytes, nothing, or the way to the bytes.</summary>
internal sealed record Answer(int Status, byte[] Body, string ContentType = "application/json", string? Location = null)
{
    public static Answer Json(JsonObject json, int status = 200) => new(status, Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static Answer Nothing { get; } = new(204, []);

    public static Answer No(Refusal refusal) => Json(refusal.ToJson(), refusal.Status);
}

/// <summary>Writes answers, good ones and those that go wrong on purpose.</summary>
internal static class Answers
{
    public static async Task Write(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["Twilio-Request-Id"] = World.NewSid("RQ");
        if (answer.Status == 401)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
        if (answer.Location is { } location)
            context.Response.Headers.Location = location;
        if (answer.Status == 204)
            return;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body);
    }

    public static async Task GoWrong(HttpContext context, Fault fault, Answer answer)
    {
        switch (fault.How)
        {
            case Fault.Shape.Answer:
                await Write(context, new Answer(fault.Status, fault.Body, fault.Code == 0 ? "text/html" : "application/json"));
                break;
            case Fault.Shape.Torn:
                context.Response.StatusCode = answer.Status;
                context.Response.ContentLength = answer.Body.Length;
                await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case Fault.Shape.Reset:
                context.Abort();
                break;
            case Fault.Shape.Late:
                await fault.Until.WaitAsync(context.RequestAborted);
                await Write(context, answer);
                break;
            case Fault.Shape.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
        }
    }
}
