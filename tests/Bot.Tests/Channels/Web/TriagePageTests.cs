using System.Net;
using Bot.Conversation;
using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class TriagePageTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;

    public async Task InitializeAsync() => bot = await ScriptedBot.Start();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Looking_at_the_link_does_not_use_its_key()
    {
        using var preview = new Visitor(bot);
        for (var look = 0; look < 3; look++)
            Assert.Contains("name=\"key\" value=\"sunrise\"", await preview.Read("/triage?key=sunrise"), StringComparison.Ordinal);

        Assert.Contains("sunrise", bot.Keys);
    }

    [Fact]
    public async Task A_key_opens_once_and_leaves_the_address()
    {
        using var first = new Visitor(bot);
        using var second = new Visitor(bot);
        var entered = await first.Enter("sunrise", "  Айгүл\u0007 ");
        var refused = await second.Enter("sunrise", "Somebody");

        Assert.Equal((HttpStatusCode.SeeOther, "/triage"), (entered.StatusCode, entered.Headers.Location!.ToString()));
        Assert.Matches("^kj_triage=[^;]+; path=/triage; samesite=strict; httponly$", entered.Headers.GetValues("Set-Cookie").Single());
        Assert.Contains("<b>Айгүл</b>", await first.Http.GetStringAsync("/triage"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Жаңа сілтемені", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_store_does_not_use_the_key_up()
    {
        using var visitor = new Visitor(bot);
        bot.IsStoreDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.Enter("sunrise", "Айгүл")).StatusCode);

        bot.IsStoreDown = false;
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Enter("sunrise", "Айгүл")).StatusCode);
    }

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("01234567890123456789012345678901234567890")]
    public async Task Without_a_usable_name_the_form_comes_again_and_the_key_stays(string name)
    {
        using var visitor = new Visitor(bot);
        var answer = await visitor.Enter("sunrise", name);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("value=\"sunrise\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("sunrise", bot.Keys);
    }

    [Fact]
    public async Task A_key_cannot_write_into_the_page()
    {
        using var visitor = new Visitor(bot);
        var page = await visitor.Read("/triage?key=" + Uri.EscapeDataString("\"><script>{words}"));

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("{words}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_in()
    {
        using var visitor = new Visitor(bot);
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Enter("sunrise", "Айгүл")).StatusCode);
        Assert.Contains("sunrise", bot.Keys);
    }

    [Fact]
    public async Task What_a_coordinator_says_belongs_to_the_group_and_carries_the_name()
    {
        using var coordinator = await Visitor.Coordinator(bot);
        await coordinator.Say("/queue", "message-0001", "/triage/say");
        await coordinator.Say("hello", "message-0002", "/triage/say");

        Assert.All(bot.Received, message => Assert.Equal(("triage", "Айгүл"), (message.Group, message.SenderName)));
        Assert.Single(bot.Received.Select(message => message.Sender).Distinct());
        Assert.DoesNotContain(bot.Received[0].Sender, coordinator.Cookies.GetAllCookies().Select(cookie => cookie.Value));
    }

    [Fact]
    public async Task Every_coordinator_hears_the_group_and_no_citizen_does()
    {
        bot.Keys.Add("second");
        using var one = await Visitor.Coordinator(bot);
        using var other = await Visitor.Coordinator(bot, "second", "Ерлан");
        using var citizen = await Visitor.Of(bot);
        bot.Say("triage", new Reply("№128 · Тараз", []) { Card = "128" });

        Assert.Equal([(1, "№128 · Тараз")], await one.Hear(1, "/triage/stream"));
        Assert.Equal([(1, "№128 · Тараз")], await other.Hear(1, "/triage/stream"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await citizen.Http.GetAsync("/triage/stream")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await citizen.Say("let me in", to: "/triage/say")).StatusCode);
    }

    [Fact]
    public async Task A_photograph_is_given_to_coordinators_alone_and_kept_by_no_browser()
    {
        var id = Guid.NewGuid();
        bot.Album[id] = new Photograph("picture.png", "image/png", Pictures.Png, 24, 16);
        using var coordinator = await Visitor.Coordinator(bot);
        using var citizen = await Visitor.Of(bot);

        var shown = await coordinator.Http.GetAsync($"/triage/photo/{id}");
        Assert.Equal(("image/png", true), (shown.Content.Headers.ContentType!.MediaType, shown.Headers.CacheControl!.NoStore));
        Assert.Equal(Pictures.Png, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await citizen.Http.GetAsync($"/triage/photo/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Http.GetAsync($"/triage/photo/{Guid.NewGuid()}")).StatusCode);
    }
}
