using System.Net;
using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class CitizenPageTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;

    public async Task InitializeAsync() => bot = await ScriptedBot.Start(("Web:MessageMegabytes", "3"), ("Web:FileMegabytes", "1"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_first_visit_gives_a_cookie_of_128_bits_that_scripts_and_other_sites_cannot_use()
    {
        using var visitor = new Visitor(bot);
        var cookie = (await visitor.Http.GetAsync("/")).Headers.GetValues("Set-Cookie").Single();

        Assert.Matches("^kj=[0-9a-f]{32}; path=/; samesite=strict; httponly$", cookie);
        Assert.False((await visitor.Http.GetAsync("/")).Headers.Contains("Set-Cookie"));    // and the second visit keeps it
    }

    [Fact]
    public async Task Behind_a_proxy_with_a_certificate_the_cookie_is_secure()
    {
        using var visitor = new Visitor(bot);
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        Assert.Contains("; secure;", (await visitor.Http.GetAsync("/")).Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_and_file_carries_the_headers_that_keep_it_to_itself()
    {
        using var visitor = new Visitor(bot);
        foreach (var address in (string[])["/", "/triage", "/triage?key=x", "/web/page.css", "/web/chat.js", "/words/kk", "/stream", "/web/none.js"])
        {
            using var answer = await visitor.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);

            Assert.StartsWith("default-src 'self';", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Pages_name_no_other_site_except_the_one_to_leave_to()
    {
        using var visitor = new Visitor(bot);
        foreach (var address in (string[])["/", "/triage", "/triage?key=x", "/web/page.css"])
        {
            var page = (await visitor.Read(address)).Replace("https://www.wikipedia.org/", "", StringComparison.Ordinal);

            Assert.DoesNotMatch("(src|href|url)[=(]\"?https?:", page);
            Assert.DoesNotMatch("<script(?![^>]*src=)|<style| style=| on[a-z]+=\"", page);
            Assert.DoesNotMatch(@"\{[a-z_.]+\}(?!&quot;)", System.Text.RegularExpressions.Regex.Replace(page, "data-words=\"[^\"]*\"", ""));
        }
    }

    [Theory]
    [InlineData("kk-KZ", "kk"), InlineData("ru-RU,ru;q=0.9,en;q=0.8", "ru"), InlineData("en;q=0.5,ru;q=0.4", "en"), InlineData("de", "kk"), InlineData("", "kk")]
    public async Task Speaks_the_first_language_of_the_browser_that_it_knows(string wishes, string language)
    {
        using var visitor = new Visitor(bot);
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", wishes);

        Assert.Contains($"<html lang=\"{language}\"", await visitor.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_language_chosen_by_hand_and_tells_the_bot()
    {
        using var visitor = await Visitor.Of(bot);
        await visitor.Http.GetStringAsync("/words/ru");
        await visitor.Say("привет");

        Assert.Contains("<html lang=\"ru\"", await visitor.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal("ru", bot.Received.Single().LanguageHint);
    }

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

    [Fact]
    public async Task Leaving_takes_the_cookies_away()
    {
        using var visitor = await Visitor.Of(bot);
        await visitor.Http.PostAsync("/leave", null);

        Assert.Empty(visitor.Cookies.GetAllCookies());
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
