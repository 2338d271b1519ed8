using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>The HTTP side of the Bot API: token, method, parameters, faults made on purpose, and the log of all calls.</summary>
internal sealed class Server(World world)
{
    private readonly Methods methods = new(world);
    private readonly LongPoll longPoll = new(world);

    public async Task Handle(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            await GiveFile(context, path["/file/bot".Length..]);
            return;
        }

        if (!path.StartsWith("/bot", StringComparison.Ordinal) || path.IndexOf('/', 1) is var slash && slash < 0)
        {
            await Write(context, new Refusal(404, "Not Found"));
            return;
        }

        if (path["/bot".Length..slash] != world.Token)
            await Write(context, new Refusal(401, "Unauthorized"));
        else if (Contract.Instance.Canonical(path[(slash + 1)..]) is { } method)
            await Serve(context, method);
        else
            await Write(context, new Refusal(404, "Not Found: method not found"));
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
                methods.Call(known, parameters);
            return null;
        }
        catch (Refusal refusal)
        {
            status = refusal.Code;
            return refusal.Message;
        }
        finally
        {
            Note(new FakeCall(method, parameters, status, "webhook", world.Clock.GetUtcNow()));
        }
    }

    private async Task Serve(HttpContext context, string method)
    {
        var fault = TakeFault(method);
        var parameters = new JsonObject();
        var (status, body) = (200, Array.Empty<byte>());
        try
        {
            parameters = await Parameters.Read(context.Request, method);
            if (Contract.Instance.Fault(method, parameters) is { } wrong)
                throw Refusal.Bad(wrong);
            if (fault is null or { CarriedOut: true })
                body = await Carry(method, parameters, context.RequestAborted);
        }
        catch (Refusal refusal)
        {
            (status, body) = (refusal.Code, Encoding.UTF8.GetBytes(refusal.ToJson().ToJsonString()));
        }
        catch (OperationCanceledException)
        {
            return;    // the caller hung up
        }

        var isAnswered = fault is null or { How: Fault.Shape.Answer };
        Note(new FakeCall(method, parameters, isAnswered ? fault?.Status ?? status : 0, context.Request.ContentType, world.Clock.GetUtcNow()));
        if (fault is null)
            await Write(context, status, body);
        else
            await GoWrong(context, fault, body);
    }

    private async Task<byte[]> Carry(string method, JsonObject parameters, CancellationToken aborted)
    {
        if (method == "getUpdates")
            return await longPoll.Read(parameters, aborted);
        JsonNode result;
        lock (world.Gate)
            result = methods.Call(method, parameters);
        world.Changed();
        return Encoding.UTF8.GetBytes(new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());
    }

    private Fault? TakeFault(string method)
    {
        lock (world.Gate)
        {
            var at = world.Faults.FindIndex(fault => fault.Method == method);
            if (at < 0)
                return null;
            var fault = world.Faults[at].Fault;
            world.Faults.RemoveAt(at);
            return fault;
        }
    }

    private void Note(FakeCall call)
    {
        lock (world.Gate)
            world.Calls.Add(call);
        world.Changed();
    }

    private static async Task GoWrong(HttpContext context, Fault fault, byte[] body)
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
            case Fault.Shape.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
        }
    }

    private async Task GiveFile(HttpContext context, string path)
    {
        World.FakeFile? file;
        lock (world.Gate)
        {
            var now = world.Clock.GetUtcNow();
            file = world.Files.Values.FirstOrDefault(file => path == $"{world.Token}/{file.Path}" && now < file.GivenUntil);
        }

        if (TakeFault("download") is { } fault)
            await GoWrong(context, fault, file?.Content ?? []);
        else if (file is null)
            await Write(context, new Refusal(404, "Not Found"));
        else
            await Write(context, 200, file.Content, "application/octet-stream");
    }

    private static Task Write(HttpContext context, Refusal refusal) =>
        Write(context, refusal.Code, Encoding.UTF8.GetBytes(refusal.ToJson().ToJsonString()));

    private static async Task Write(HttpContext context, int status, byte[] body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}

/// <summary>Reads the parameters of a call from its query, its form or its JSON.</summary>
internal static class Parameters
{
    public static async Task<JsonObject> Read(HttpRequest request, string method)
    {
        var parameters = request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
            ? await ReadJson(request)
            : new JsonObject();
        foreach (var (name, value) in request.Query)
            parameters[name] = Contract.Instance.Parse(method, name, value.ToString());
        if (request.HasFormContentType)
            foreach (var (name, value) in await request.ReadFormAsync())
                parameters[name] = Contract.Instance.Parse(method, name, value.ToString());
        return parameters;
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
