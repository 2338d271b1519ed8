using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>Writes one address's replies as server-sent events, from where the page stopped reading until it goes away.</summary>
internal sealed class EventStream(IWebFeed feed, WebSettings settings, TimeProvider time, IHostApplicationLifetime service)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,    // the page parses it as JSON; escaped Kazakh would be six times longer
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="may">Asked before everything that is written: when the reader may not read any more, the stream ends. Null for whoever may always.</param>
    public async Task Run(HttpContext http, string recipient, Func<CancellationToken, Task<bool>>? may = null)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, service.ApplicationStopping);
        using var writing = new SemaphoreSlim(1);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";    // proxies must pass each event on at once

        var beats = Beat(http.Response, writing, may, ending);
        try
        {
            await foreach (var said in feed.Read(recipient, After(http.Request), ending.Token))
                if (may is not null && !await may(ending.Token))
                    break;
                else
                    await Write(http.Response, writing, Event(said), ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader left or the service stops: the only way a stream ends.
        }
        catch (StoreUnavailableException)
        {
            // The page comes back after its pause and resumes from the last position.
        }
        finally
        {
            await ending.CancelAsync();
            await beats;
        }
    }

    /// <summary>Keeps the line warm, and ends it when its reader was shut out: nothing may come for hours.</summary>
    private async Task Beat(HttpResponse response, SemaphoreSlim writing, Func<CancellationToken, Task<bool>>? may, CancellationTokenSource ending)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.HeartbeatSeconds), time);
        try
        {
            do
            {
                await Write(response, writing, ": here\n\n", ending.Token);
            }
            while (await timer.WaitForNextTickAsync(ending.Token) && (may is null || await may(ending.Token)));
            await ending.CancelAsync();
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The stream has ended, and with it the need to keep it warm.
        }
        catch (StoreUnavailableException)
        {
            await ending.CancelAsync();    // who may read cannot be asked: the page comes back after its pause
        }
    }

    private static async Task Write(HttpResponse response, SemaphoreSlim writing, string text, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await response.WriteAsync(text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    private static string Event(WebEvent said) =>
        string.Create(CultureInfo.InvariantCulture, $"id: {said.Position}\ndata: {JsonSerializer.Serialize(said.Reply, Json)}\n\n");

    /// <summary>A reconnecting browser says where it was in a header, a reloaded page in the address: the later one counts.</summary>
    private static long After(HttpRequest request) =>
        Math.Max(Position(request.Headers["Last-Event-ID"]), Position(request.Query["after"]));

    private static long Position(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;
}
