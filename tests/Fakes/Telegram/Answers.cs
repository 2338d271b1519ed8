using System.Text;

namespace Fakes.Telegram;

/// <summary>Writes answers, good ones and those that go wrong on purpose.</summary>
internal static class Answers
{
    public static async Task GoWrong(HttpContext context, Fault fault, byte[] body, TimeProvider clock)
    {
        switch (fault.How)
        {
            case Fault.Shape.Answer:
                if (fault.RetryAfter is { } seconds)
                    context.Response.Headers.RetryAfter = $"{seconds}";
                await Write(context, fault.Status, fault.Body);
                break;
            case Fault.Shape.Torn:
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case Fault.Shape.Reset:
                context.Abort();
                break;
            case Fault.Shape.Late:
                await fault.Until.WaitAsync(context.RequestAborted);
                await Write(context, StatusCodes.Status200OK, body);
                break;
            case Fault.Shape.Delay:
                await Task.Delay(fault.After, clock, context.RequestAborted);
                await Write(context, StatusCodes.Status200OK, body);
                break;
            case Fault.Shape.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
        }
    }

    public static Task Write(HttpContext context, Refusal refusal)
    {
        if (refusal.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = $"{seconds}";
        return Write(context, refusal.Code, Encoding.UTF8.GetBytes(refusal.ToJson().ToJsonString()));
    }

    public static async Task Write(HttpContext context, int status, byte[] body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
