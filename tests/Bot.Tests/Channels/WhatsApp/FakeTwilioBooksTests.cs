using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>What Twilio keeps and gives back: the list of messages, redaction, files; and what goes wrong on demand.</summary>
public sealed class FakeTwilioBooksTests
{
    [Fact]
    public async Task Messages_are_listed_newest_first_by_person_and_day_and_in_pages()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Webhook = null;
        stage.Person.Says("old");
        stage.Clock.Push(TimeSpan.FromDays(1));
        foreach (var text in (string[])["one", "two", "three"])
            stage.Person.Says(text);
        stage.Twilio.Person("+77010000002").Says("somebody else");
        var next = $"Messages.json?To={Uri.EscapeDataString(stage.Twilio.Sender)}&From={Uri.EscapeDataString(stage.Person.Address)}"
            + "&DateSent>=2026-09-02T00:00:00Z&PageSize=2";
        List<string> seen = [], sizes = [];
        while (next is not null)
        {
            var (status, page) = await stage.Ask(HttpMethod.Get, next);
            Assert.Equal(200, status);
            seen.AddRange(page["messages"]!.AsArray().Select(message => message!["body"]!.GetValue<string>()));
            sizes.Add($"{page["messages"]!.AsArray().Count}");
            next = page["next_page_uri"]?.GetValue<string>();
        }

        Assert.Equal(["three", "two", "one"], seen);
        Assert.Equal(["2", "1"], sizes);
        Assert.Equal(400, (await stage.Ask(HttpMethod.Get, "Messages.json?PageSize=many")).Status);
    }

    [Fact]
    public async Task A_text_can_be_emptied_and_a_message_deleted_once_it_is_over()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        stage.Twilio.Limits = new TwilioLimits { SenderPerSecond = 1 };
        var (_, first) = await stage.Send();
        var (_, queued) = await stage.Send();
        await stage.EndOf(first);
        var empty = new Dictionary<string, string> { ["Body"] = "" };
        var (status, redacted) = await stage.Ask(HttpMethod.Post, $"Messages/{first["sid"]}.json", new FormUrlEncodedContent(empty));
        Assert.Equal((200, ""), (status, redacted["body"]!.GetValue<string>()));
        (status, _) = await stage.Ask(HttpMethod.Post, $"Messages/{first["sid"]}.json", new FormUrlEncodedContent([new("Body", "other")]));
        Assert.Equal(400, status);
        Assert.Equal(204, (await stage.Ask(HttpMethod.Delete, $"Messages/{first["sid"]}.json")).Status);
        Assert.Equal(404, (await stage.Ask(HttpMethod.Get, $"Messages/{first["sid"]}.json")).Status);
        var (early, why) = await stage.Ask(HttpMethod.Delete, $"Messages/{queued["sid"]}.json");
        Assert.Equal((409, 20009), (early, why["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_file_is_given_to_the_account_by_a_redirect_and_gone_when_deleted()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.SendsPhoto([1, 2, 3], "image/png", "төбе");
        var hook = await FakeTwilioWebhookTests.Come(stage);
        Assert.Equal(("1", "image/png", "төбе", "image"), (hook["NumMedia"], hook["MediaContentType0"], hook["Body"], hook["MessageType"]));
        var url = hook["MediaUrl0"]!;
        using (var stranger = await stage.AskRaw(HttpMethod.Get, url, caller: ""))
            Assert.Equal(401, (int)stranger.StatusCode);
        using var redirect = await stage.AskRaw(HttpMethod.Get, url);
        Assert.Equal(307, (int)redirect.StatusCode);
        var store = redirect.Headers.Location!.ToString();
        using (var twice = await stage.AskRaw(HttpMethod.Get, store))
            Assert.Equal(400, (int)twice.StatusCode);
        using (var file = await stage.AskRaw(HttpMethod.Get, store, caller: ""))
            Assert.Equal([1, 2, 3], await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(1, stage.Twilio.KeptMedia);
        using (var deleted = await stage.AskRaw(HttpMethod.Delete, url))
            Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal(404, (await stage.Ask(HttpMethod.Get, url)).Status);
        Assert.Equal(0, stage.Twilio.KeptMedia);
        stage.Clock.Push(TimeSpan.FromHours(4));
        using var late = await stage.AskRaw(HttpMethod.Get, store, caller: "");
        Assert.Equal(403, (int)late.StatusCode);
    }

    [Theory]
    [InlineData(200, "delivered")]
    [InlineData(404, "undelivered 63019")]
    public async Task A_file_of_ours_is_fetched_by_Twilio_before_it_goes_on(int status, string end)
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        await FakeTwilioWebhookTests.Come(stage);
        stage.Twilio.StatusCallback = null;
        stage.Bot.AnswersNext(status);
        Assert.Equal(end, await stage.EndOf((await stage.Send(("MediaUrl", $"{stage.Bot.Url}/qr.png"))).Answer));
    }

    [Theory]
    [InlineData("429", 429, 0)]
    [InlineData("503", 503, 0)]
    [InlineData("reset", 0, 0)]
    [InlineData("reset after", 0, 1)]
    [InlineData("torn", 0, 1)]
    public async Task What_goes_wrong_on_demand_is_carried_out_or_not(string fault, int status, int accepted)
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.FailNext("send", fault switch
        {
            "429" => Fault.TooManyRequests(),
            "503" => Fault.Gateway(503),
            "torn" => Fault.Torn(),
            _ => Fault.Reset(carriedOut: fault == "reset after"),
        });
        if (status > 0)
        {
            using var content = new FormUrlEncodedContent([new("To", stage.Person.Address), new("From", stage.Twilio.Sender), new("Body", "x")]);
            using var answer = await stage.AskRaw(HttpMethod.Post, "Messages.json", content);
            Assert.Equal(status, (int)answer.StatusCode);
        }
        else
            await Assert.ThrowsAsync<HttpRequestException>(() => stage.Send());
        Assert.Equal(accepted, stage.Twilio.Sent.Count);
        Assert.Equal(201, (await stage.Send()).Status);
        Assert.Equal([status, 201], stage.Twilio.Calls.Select(call => call.Status));
    }
}
