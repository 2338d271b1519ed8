using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class CitizenPageTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;

    public async Task InitializeAsync() => bot = await ScriptedBot.Start();

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
        string[] addresses = ["/", "/triage", "/triage?key=x", "/web/page.css", "/web/chat.js", "/words/kk", "/stream", "/web/none.js"];
        using var visitor = new Visitor(bot);
        foreach (var address in addresses)
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
    [InlineData("kk-KZ", "kk"), InlineData("ru-RU,ru;q=0.9,en;q=0.8", "ru"), InlineData("en;q=0.5,ru;q=0.4", "en")]
    [InlineData("de", "kk"), InlineData("*", "kk"), InlineData("", "kk"), InlineData(";;q=,,", "kk")]
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
    public async Task Leaving_takes_the_cookies_away()
    {
        using var visitor = await Visitor.Of(bot);
        await visitor.Http.PostAsync("/leave", null);

        Assert.Empty(visitor.Cookies.GetAllCookies());
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
