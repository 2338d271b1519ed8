using System.IO.Pipelines;
using System.Text;
using Bot.Channels.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Moq;
using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class HeartbeatTests
{
    [Fact]
    public async Task A_silent_stream_is_kept_warm_until_the_service_stops()
    {
        var clock = new PushedClock();
        using var stopping = new CancellationTokenSource();
        var service = Mock.Of<IHostApplicationLifetime>(service => service.ApplicationStopping == stopping.Token);
        await using var bot = await ScriptedBot.Start();
        var pipe = new Pipe();
        var http = new DefaultHttpContext();
        http.Response.Body = pipe.Writer.AsStream();
        using var page = pipe.Reader.AsStream();

        var running = new EventStream(bot, new WebSettings(), clock, service).Run(http, "anybody");
        for (var beat = 0; beat < 3; beat++)
        {
            var bytes = new byte[": here\n\n".Length];
            await page.ReadExactlyAsync(bytes);
            Assert.Equal(": here\n\n", Encoding.UTF8.GetString(bytes));
            clock.Push(TimeSpan.FromSeconds(15));
        }

        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_silent_stream_ends_at_the_next_beat_after_its_reader_was_shut_out()
    {
        var (clock, may) = (new PushedClock(), true);
        await using var bot = await ScriptedBot.Start();
        var http = new DefaultHttpContext();
        var running = new EventStream(bot, new WebSettings(), clock, Mock.Of<IHostApplicationLifetime>()).Run(http, "triage", _ => Task.FromResult(may));
        clock.Push(TimeSpan.FromSeconds(15));
        Assert.False(running.IsCompleted);

        may = false;
        clock.Push(TimeSpan.FromSeconds(15));
        await running;
    }
}
