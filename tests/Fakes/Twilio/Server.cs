using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>The HTTP side: who asks, how many at once, which operation, faults made on purpose, and the log of all calls.</summary>
internal sealed class Server(World world, Operations operations)
{
    private int open;

    /// <summary>An object of an answer, or the fake says that it is wrong itself.</summary>
    public static JsonObject Checked(string type, JsonObject json) =>
        Contract.Instance.FaultOfAnswer(type, json) is { } wrong
            ? throw new InvalidOperationException($"Twilio never answers so: {wrong}")
            : json;

    public async Task Handle(HttpContext context)
    {
        var atOnce = Interlocked.Increment(ref open);
        try
        {
            context.Response.Headers["Twilio-Concurrent-Requests"] = atOnce.ToString(CultureInfo.InvariantCulture);
            await Serve(context, atOnce);
        }
        catch (OperationCanceledException)
        {
            return;    // the caller hung up
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task Serve(HttpContext context, int atOnce)
    {
        var call = Call.Of(context.Request.Method, context.Request.Path.Value ?? "");
        var fault = world.TakeFault(call.Name);
        var parameters = new Dictionary<string, string>();
        Answer answer;
        Refusal? no = null;
        try
        {
            if (!call.IsOpen)
                CheckCaller(context.Request, call);
            if (atOnce > world.Limits.Concurrency)
                throw new Refusal(429, 20429, "Too Many Requests");
            var request = await Request.Read(context.Request);
            parameters = request.Parameters;
            answer = fault is null or { CarriedOut: true } ? operations.Carry(call, request) : Answer.Nothing;
        }
        catch (Refusal refusal)
        {
            (answer, no) = (Answer.No(refusal), refusal);
        }

        world.Note(new FakeCall(
            call.Name, context.Request.Path, parameters, fault is null ? answer.Status : fault.How == Fault.Shape.Answer ? fault.Status : 0,
            fault?.Code ?? no?.Code, world.Now));
        if (fault is null)
            await Answers.Write(context, answer);
        else
            await Answers.GoWrong(context, fault, answer);
    }

    private void CheckCaller(HttpRequest request, Call call)
    {
        var account = world.Account;
        var header = request.Headers.Authorization.ToString();
        var given = header.StartsWith("Basic ", StringComparison.Ordinal) ? Decoded(header["Basic ".Length..]) : null;
        if (given is null || (given != $"{account.Sid}:{account.Token}" && given != $"{account.KeySid}:{account.KeySecret}"))
            throw new Refusal(401, 20003, "Authenticate");
        if (call.Account is { } other && other != account.Sid)
            throw Refusal.NotFound(request.Path);
    }

    private static string? Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
