using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tips;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Durability;

/// <summary>Whatever is sent, the program lives, keeps what means something, and answers kindly.</summary>
[Collection(Processes.Name)]
public sealed class BadInputTests
{
    private const string Secret = "a-secret-of-the-webhook";
    private const long First = 3000, Forger = 4000, Other = 4001, Long = 4002;
    private const int Updates = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Over_Telegram()
    {
        await using var telegram = await FakeTelegram.Start();
        var url = $"http://127.0.0.1:{WebKillTests.FreePort()}";
        await using var home = await Home.MakeSmall($"--Web:Url={url}", $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiUrl={telegram.Url}",
            $"--Telegram:Webhook:Url={url}/telegram", $"--Telegram:Webhook:Secret={Secret}");
        await home.StartReady();

        await TellTexts(telegram);
        await Forge(telegram);
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        telegram.Open(Long);
        await Bring(http, Encoding.UTF8.GetBytes(Nonsense.Message(1, Long, new string('я', 100_000) + " the end")));
        var id = 10L;
        foreach (var kind in Nonsense.UnknownKinds)
            Assert.Equal(HttpStatusCode.OK, await Bring(http, Encoding.UTF8.GetBytes(kind(id++))));
        await BringNonsense(http);

        telegram.Say(Other, "/help");
        Assert.True(await Wait.For(() => telegram.Messages(Other).Count > 0, Patience));
        await home.Settled();
        await home.Look(EverythingIsKept);
        Assert.True(home.Bot.IsAlive);
        var told = telegram.Chats.SelectMany(telegram.Messages).Select(message => message.Text);
        Assert.All(told, text => Assert.DoesNotContain("Exception", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Over_the_web()
    {
        var url = $"http://127.0.0.1:{WebKillTests.FreePort()}";
        await using var home = await Home.MakeSmall($"--Web:Url={url}");
        await home.StartReady();
        await using var page = await Browser.OfCitizen(url);
        await using var stranger = await Browser.OfCitizen(url);

        Assert.Equal(HttpStatusCode.BadRequest, await Post(page, "{\"id\":\"letter-0001\",\"text\":\"\"}"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(page, "{\"id\":\"letter-0001\""u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(page, "{\"id\":\"../../etc\",\"text\":\"x\"}"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(page, [0xFF, 0xFE, 0, 1]));
        byte[] broken = [.. "{\"id\":\"letter-0002\",\"text\":\"broken "u8, 0xC3, 0x28, 0xFF, .. " utf\"}"u8];
        Assert.Equal(HttpStatusCode.Accepted, await Post(page, broken));
        Assert.Equal(HttpStatusCode.Accepted, await Say(page, "letter-0003", new string('я', 100_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Say(page, "letter-0004", new string('я', 110_000)));
        foreach (var (text, number) in Nonsense.Texts.Select((text, number) => (text, number)))
            Assert.Equal(HttpStatusCode.Accepted, await Say(page, $"nonsense-{number:D4}", text));
        Assert.Equal(HttpStatusCode.Accepted, await Say(page, "letter-0005", "nul \0 and half a pair \ud800"));
        Assert.True(await Wait.For(() => Done(page) is not null, Patience));

        var foreign = Done(page)!.Token;
        foreach (var press in new[] { foreign, "tips.done~1~AAAAAAAAAAA", "/forget~0~AAAAAAAAAAA", "~~", "\\u0000" })
            await stranger.Http.PostAsJsonAsync("/say", new { id = Guid.NewGuid().ToString(), press });
        int Old() => stranger.Heard.Count(said => said.Reply.Text.Contains("This button is old", StringComparison.Ordinal));
        Assert.True(await Wait.For(() => Old() >= 4, Patience));

        await home.Settled();
        var everything = await home.Look(Opened.All);
        Assert.All(Nonsense.Texts, text => Assert.Contains(text.Trim(), everything, StringComparison.Ordinal));
        Assert.Contains(new string('я', 100_000), everything, StringComparison.Ordinal);
        Assert.Contains("broken", everything, StringComparison.Ordinal);
        Assert.Contains("half a pair", everything, StringComparison.Ordinal);
        Assert.Equal(0, await home.Look((db, _) => db.Inbox.CountAsync(entry => entry.Attempts > 0)));
        Assert.True(home.Bot.IsAlive);
    }

    /// <summary>In whatever language such a letter seems to be.</summary>
    private static Button? Done(Browser page) => page.Offered("Done") ?? page.Offered("Готово") ?? page.Offered("Бітті");

    /// <summary>Each by a person of its own, who then says that this was all.</summary>
    private static async Task TellTexts(FakeTelegram telegram)
    {
        for (var number = 0; number < Nonsense.Texts.Count; number++)
            telegram.Say(First + number, Nonsense.Texts[number], new FakePerson(First + number, "A", "en"));
        for (var number = 0; number < Nonsense.Texts.Count; number++)
        {
            var chat = First + number;
            Assert.True(await Wait.For(() => telegram.Messages(chat).Count > 0, Patience), $"no answer to text {number}");
        }
    }

    private static async Task Forge(FakeTelegram telegram)
    {
        foreach (var person in (long[])[Forger, Other])
            telegram.Say(person, "the paint in the school was too dear", new FakePerson(person, "A", "en"));
        Assert.True(await Wait.For(() => telegram.Messages(Forger).Count == 1 && telegram.Messages(Other).Count == 1, Patience));
        var (message, foreign) = (telegram.Messages(Forger)[0].MessageId, telegram.Messages(Other)[0].Buttons.First().Data!);
        foreach (var data in new[] { foreign, "tips.done~1~AAAAAAAAAAA", "/claim 1~0~AAAAAAAAAAA", "x", "~", new string('~', 64) })
        {
            var before = telegram.Messages(Forger).Count;
            telegram.Press(Forger, message, data);
            Assert.True(await Wait.For(() => telegram.Messages(Forger).Skip(before)
                .Any(said => said.Text.StartsWith("This button is old", StringComparison.Ordinal)), Patience), $"no answer to {data}");
        }
    }

    private static async Task BringNonsense(HttpClient http)
    {
        var seed = KillTests.Seed();
        await Parallel.ForEachAsync(Enumerable.Range(0, Updates), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var answer = await Bring(http, Nonsense.Update(new Random(seed + number), number));
            Assert.True(answer == HttpStatusCode.OK, $"{answer} to update {number} of BOT_TEST_SEED={seed}");
        });
    }

    private static async Task<HttpStatusCode> Bring(HttpClient http, byte[] update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram") { Content = new ByteArrayContent(update) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Post(Browser page, byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await page.Http.PostAsync("/say", content);
        Assert.False((await answer.Content.ReadAsStringAsync()).Contains("Exception", StringComparison.Ordinal));
        return answer.StatusCode;
    }

    private static Task<HttpStatusCode> Say(Browser page, string id, string text) =>
        Post(page, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { id, text }));

    private static async Task<bool> EverythingIsKept(BotDb db, Seal seal)
    {
        var everything = await Opened.All(db, seal);
        Assert.All(Nonsense.Texts, text => Assert.Contains(text.Trim(), everything, StringComparison.Ordinal));
        Assert.Contains(new string('я', 100_000) + " the end", everything, StringComparison.Ordinal);
        Assert.Equal(0, await db.Inbox.CountAsync(entry => entry.Attempts > 0));
        Assert.False(await db.Tips.AnyAsync(tip => tip.State == TipState.Forgotten));
        return true;
    }
}
