using System.Net;
using Bot.Channels.Web;
using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class WritingPaceTests
{
    [Fact]
    public void Lets_a_minutes_worth_pass_at_once_and_then_one_at_a_time()
    {
        var clock = new PushedClock();
        var pace = new WritingPace(new WebSettings { MessagesPerMinute = 6 }, clock);

        Assert.All(Enumerable.Range(0, 6), _ => Assert.Equal(TimeSpan.Zero, pace.Ask("one")));
        Assert.Equal(TimeSpan.FromSeconds(10), pace.Ask("one"));
        Assert.Equal(TimeSpan.Zero, pace.Ask("another"));

        clock.Push(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Ask("one"));
        clock.Push(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, pace.Ask("one"));
        Assert.Equal(TimeSpan.FromSeconds(10), pace.Ask("one"));
    }

    [Fact]
    public async Task Too_fast_is_told_kindly_with_a_time_to_come_back()
    {
        await using var bot = await ScriptedBot.Start(("Web:MessagesPerMinute", "1"));
        using var visitor = await Visitor.Of(bot);
        await visitor.Say("one", "message-0001");
        var answer = await visitor.Say("two", "message-0002");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Contains("Ештеңе жоғалмайды", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
