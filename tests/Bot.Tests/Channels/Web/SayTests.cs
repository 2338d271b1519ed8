using System.Net;
using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class SayTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;

    public async Task InitializeAsync() => bot = await ScriptedBot.Start();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Accepts_a_message_once_it_is_stored_and_says_the_same_id_only_once()
    {
        using var visitor = await Visitor.Of(bot);
        var first = await visitor.Say("Мектеп асханасы");
        var again = await visitor.Say("Мектеп асханасы");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, again.StatusCode));
        Assert.Equal(2, bot.Deliveries);
        var message = Assert.Single(bot.Received);
        Assert.Equal(("web", "Мектеп асханасы", null, null), (message.Channel, message.Text, message.Group, message.SenderName));
    }

    [Fact]
    public async Task Nobody_can_use_up_the_ids_of_another_session()
    {
        using var one = await Visitor.Of(bot);
        using var other = await Visitor.Of(bot);
        await one.Say("first");
        await other.Say("second");

        Assert.Equal(2, bot.Received.Select(message => message.ExternalId).Distinct().Count());
        Assert.Equal(2, bot.Received.Select(message => message.Sender).Distinct().Count());
    }

    [Fact]
    public async Task The_address_is_not_the_cookie()
    {
        using var visitor = await Visitor.Of(bot);
        await visitor.Say("hello");

        Assert.DoesNotContain(bot.Received.Single().Sender, visitor.Cookies.GetAllCookies().Select(cookie => cookie.Value));
    }

    [Fact]
    public async Task A_stopped_store_is_told_with_a_time_to_come_back_and_a_sentence()
    {
        using var visitor = await Visitor.Of(bot);
        bot.IsStoreDown = true;
        var answer = await visitor.Say("important");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("сақтай алмай", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        bot.IsStoreDown = false;
        Assert.Equal(HttpStatusCode.Accepted, (await visitor.Say("important")).StatusCode);
    }

    [Fact]
    public async Task Forged_or_foreign_requests_are_refused()
    {
        using var visitor = await Visitor.Of(bot);
        visitor.Http.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Say("forged")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Http.PostAsync("/leave", null)).StatusCode);

        visitor.Http.DefaultRequestHeaders.Remove("Origin");
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Say("forged")).StatusCode);

        visitor.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        visitor.Http.DefaultRequestHeaders.Remove("X-Requested-By");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Say("forged")).StatusCode);
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task Our_own_origin_is_welcome()
    {
        using var visitor = await Visitor.Of(bot);
        visitor.Http.DefaultRequestHeaders.Add("Origin", bot.Url);
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        Assert.Equal(HttpStatusCode.Accepted, (await visitor.Say("mine")).StatusCode);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_taken_or_told()
    {
        using var visitor = new Visitor(bot);

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Say("who am I")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Http.GetAsync("/stream")).StatusCode);
    }
}
