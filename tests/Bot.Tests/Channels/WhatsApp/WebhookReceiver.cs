using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>Stands where the bot will stand: notes each webhook and answers as scripted, else 204.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<Hook> hooks = [];
    private readonly Queue<Func<HttpContext, Task>> script = [];
    private readonly WebApplication app;

    private WebhookReceiver(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public IReadOnlyList<Hook> Hooks
    {
        get
        {
            lock (gate)
                return [.. hooks];
        }
    }

    public static async Task<WebhookReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.MapFallback("{**path}", receiver.Take);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>The next webhooks are answered so, one each.</summary>
    public void AnswersNext(params int[] statuses)
    {
        lock (gate)
            foreach (var status in statuses)
                script.Enqueue(context =>
                {
                    context.Response.StatusCode = status;
                    return Task.CompletedTask;
                });
    }

    /// <summary>The next webhook is answered so.</summary>
    public void Next(Func<HttpContext, Task> answer)
    {
        lock (gate)
            script.Enqueue(answer);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        Func<HttpContext, Task>? answer;
        lock (gate)
        {
            hooks.Add(new Hook(
                $"{context.Request.Path}{context.Request.QueryString}", form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
                context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            script.TryDequeue(out answer);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (answer is not null)
            await answer(context);
    }

    /// <summary>A webhook as it came.</summary>
    public sealed record Hook(string Path, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Headers)
    {
        public string? this[string field] => Fields.GetValueOrDefault(field);
    }
}
