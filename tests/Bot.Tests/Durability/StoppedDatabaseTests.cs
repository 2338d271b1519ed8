using System.Net;
using System.Net.Http.Json;
using System.Text;
using Bot.Storage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Durability;

/// <summary>The database stops and comes back: nothing is acknowledged meanwhile, and everything is answered once afterwards.</summary>
[Collection(Processes.Name)]
[Trait("Catalogue", "F11")]
public sealed class StoppedDatabaseTests
{
    private const string Secret = "a-secret-of-the-webhook";
    private const long Person = 1001;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [OwnPostgresFact]
    public async Task A_webhook_and_a_page_are_told_to_come_again_and_are_answered_once()
    {
        await using var server = await OwnPostgres.Make();
        await using var telegram = await FakeTelegram.Start();
        var url = $"http://127.0.0.1:{WebKillTests.FreePort()}";
        await using var home = Home.On(server.Connection, $"--Web:Url={url}", "--Sample:Load=false", $"--Telegram:Token={telegram.Token}",
            $"--Telegram:ApiUrl={telegram.Url}", $"--Telegram:Webhook:Url={url}/telegram", $"--Telegram:Webhook:Secret={Secret}");
        await home.StartReady();
        await using var page = await Browser.OfCitizen(url);
        telegram.Say(Person, "/help");
        await telegram.WaitForMessages(Person);

        await server.Stop();
        telegram.Say(Person, "/mine");
        using var update = await Bring(page.Http, "{\"update_id\":5}");
        using var known = await Bring(page.Http, Nonsense.Message(6, 1002, "/help"));
        using var letter = await page.Http.PostAsJsonAsync("/say", new { id = "letter-one", text = "/help" });
        var waits = page.Say("/mine");    // the page tries again by itself

        Assert.Equal(HttpStatusCode.OK, update.StatusCode);    // worth nothing: there is nothing to store
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 5), (known.StatusCode, (int)known.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 5), (letter.StatusCode, (int)letter.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Contains("I cannot save right now", await letter.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await page.Http.GetAsync("/health")).StatusCode);
        Assert.True(await Wait.For(() => telegram.Unacknowledged == 1, Patience));

        await server.Start();
        await waits;
        Assert.True(await Wait.For(() => telegram.Messages(Person).Count == 2 && page.Heard.Count == 1, Patience));
        await home.Settled();
        Assert.True(home.Bot.IsAlive);
        Assert.Equal(0, telegram.Unacknowledged);
        Assert.Equal((2, 1), (telegram.Messages(Person).Count, page.Heard.Count));
    }

    [OwnPostgresFact]
    public async Task Polling_does_not_go_on_until_the_message_is_stored()
    {
        await using var server = await OwnPostgres.Make();
        await using var telegram = await FakeTelegram.Start();
        await using var home = Home.On(
            server.Connection, "--Sample:Load=false", $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiUrl={telegram.Url}");
        await home.StartReady();
        telegram.Say(Person, "/help");
        await telegram.WaitForMessages(Person);

        await server.Stop();
        telegram.Say(Person, "/mine");
        telegram.Say(Person, "/privacy");
        var asked = telegram.Calls.Count(call => call.Method == "getUpdates");
        Assert.True(await Wait.For(() => telegram.Calls.Count(call => call.Method == "getUpdates") > asked + 1, Patience));
        Assert.Equal(2, telegram.Unacknowledged);

        await server.Start();
        Assert.True(await Wait.For(() => telegram.Messages(Person).Count == 3, Patience));
        await home.Settled();
        Assert.Equal(0, await home.Look((db, _) => db.Inbox.CountAsync(entry => entry.State != InboxState.Done)));
        Assert.Equal(3, telegram.Messages(Person).Count);
    }

    [OwnPostgresFact]
    public async Task What_was_sent_while_the_database_stopped_is_remembered_until_it_is_back()
    {
        await using var server = await OwnPostgres.Make();
        await using var telegram = await FakeTelegram.Start();
        await using var home = Home.On(
            server.Connection, "--Sample:Load=false", $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiUrl={telegram.Url}");
        await home.StartReady();
        var isStopped = new TaskCompletionSource();
        telegram.FailNext("sendMessage", Fault.Late(isStopped.Task));
        telegram.Say(Person, "/help");
        await telegram.WaitForMessages(Person);

        await server.Stop();
        isStopped.SetResult();
        await server.Start();
        telegram.Say(Person, "/mine");

        Assert.True(await Wait.For(() => telegram.Messages(Person).Count == 2, Patience));
        await home.Settled();
        Assert.Equal(2, telegram.Messages(Person).Count);
    }

    [Fact]
    public async Task A_database_that_is_not_there_at_start_is_said_in_one_line()
    {
        await using var home = Home.On($"Host=127.0.0.1;Port={WebKillTests.FreePort()};Username=postgres;Database=bot;Timeout=2");
        home.Start();

        Assert.Equal(1, await home.Bot.End());
        Assert.DoesNotContain("   at ", home.Bot.Output, StringComparison.Ordinal);
        Assert.Single(home.Bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static Task<HttpResponseMessage> Bring(HttpClient http, string update)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/telegram")
        {
            Content = new StringContent(update, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        return http.SendAsync(request);
    }
}
