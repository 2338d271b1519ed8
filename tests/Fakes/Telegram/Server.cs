using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>The HTTP side of the Bot API: token, method, parameters, faults made on purpose, and the log of all calls.</summary>
internal sealed class Server(World world)
{
    private readonly Methods methods = new(world);
    private readonly LongPoll longPoll = new(world);
    private readonly Downloads downloads = new(world);

    public async Task Handle(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            await downloads.Give(context, path["/file/bot".Length..]);
            return;
        }

        if (!path.StartsWith("/bot", StringComparison.Ordinal) || path.IndexOf('/', 1) is var slash && slash < 0)
        {
            await Answers.Write(context, new Refusal(404, "Not Found"));
            return;
        }

        if (path["/bot".Length..slash] != world.Token)
            await Answers.Write(context, new Refusal(401, "Unauthorized"));
        else if (Contract.Instance.Canonical(path[(slash + 1)..]) is { } method)
            await Serve(context, method);
        else
            await Answers.Write(context, new Refusal(404, "Not Found: method not found"));
    }

    /// <summary>Carries out a call that stood in the answer of a webhook; says why not.</summary>
    public string? CarryOut(string method, JsonObject parameters)
    {
        var status = 200;
        try
        {
            if (Contract.Instance.Canonical(method) is not { } known || Contract.Instance.Fault(known, parameters) is not null)
                throw Refusal.Bad("method not allowed in an answer");
            lock (world.Gate)
            {
                world.Pace.Arrived(known);
                methods.Call(known, parameters);
            }

            return null;
        }
        catch (Refusal refusal)
        {
            status = refusal.Code;
            return refusal.Message;
        }
        finally
        {
            world.Note(new FakeCall(method, parameters, status, "webhook", world.Clock.GetUtcNow()));
        }
    }

    private async Task Serve(HttpContext context, string method)
    {
        var fault = Arrived(method);
        var parameters = new JsonObject();
        var body = Array.Empty<byte>();
        Refusal? refused = null;
        try
        {
            (parameters, var uploads) = await Parameters.Read(context.Request, method);
            if (Contract.Instance.Fault(method, parameters) is { } wrong)
                throw Refusal.Bad(wrong);
            if (fault is null or { CarriedOut: true })
                body = await Carry(method, parameters, uploads, context.RequestAborted);
        }
        catch (Refusal refusal)
        {
            (refused, body) = (refusal, Encoding.UTF8.GetBytes(refusal.ToJson().ToJsonString()));
        }
        catch (OperationCanceledException)
        {
            return;    // the caller hung up
        }

        var isAnswered = fault is null or { How: Fault.Shape.Answer };
        var told = isAnswered ? fault?.Status ?? refused?.Code ?? 200 : 0;
        world.Note(new FakeCall(method, parameters, told, context.Request.ContentType, world.Clock.GetUtcNow()));
        if ((fault?.RetryAfter ?? refused?.RetryAfter) is { } seconds)
            Told(seconds);
        if (fault is not null)
            await Answers.GoWrong(context, fault, body, world.Clock);
        else if (refused is not null)
            await Answers.Write(context, refused);
        else
            await Answers.Write(context, 200, body);
    }

    private async Task<byte[]> Carry(
        string method, JsonObject parameters, IReadOnlyDictionary<string, Upload> uploads, CancellationToken aborted)
    {
        if (method == "getUpdates")
            return await longPoll.Read(parameters, aborted);
        JsonNode result;
        lock (world.Gate)
            result = methods.Call(method, parameters, uploads);
        world.Changed();
        return Encoding.UTF8.GetBytes(new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());
    }

    /// <returns>What is to go wrong with this call.</returns>
    private Fault? Arrived(string method)
    {
        lock (world.Gate)
        {
            world.Pace.Arrived(method);
            return world.TakeFault(method);
        }
    }

    private void Told(int seconds)
    {
        lock (world.Gate)
            world.Pace.Told(seconds);
    }
}
