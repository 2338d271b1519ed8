using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A webhook that always answers the same, usually 500, and counts how often it was tried.</summary>
internal sealed class BrokenBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SemaphoreSlim tried = new(0);
    private int seen, tries;

    private BrokenBot(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();
    public int Tries => Volatile.Read(ref tries);

    public static async Task<BrokenBot> Start(int status = StatusCodes.Status500InternalServerError)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bot = new BrokenBot(builder.Build());
        bot.app.MapPost("/hook", () =>
        {
            Interlocked.Increment(ref bot.tries);    // lanes come at the same moment
            bot.tried.Release();
            return Results.StatusCode(status);
        });
        await bot.app.StartAsync();
        return bot;
    }

    /// <summary>Completes when it was tried so often.</summary>
    public async Task Wait(int times)
    {
        for (; seen < times; seen++)
            if (!await tried.WaitAsync(TimeSpan.FromSeconds(30)))
                throw new TimeoutException($"Tried {seen} times, not {times}.");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        tried.Dispose();
    }
}
