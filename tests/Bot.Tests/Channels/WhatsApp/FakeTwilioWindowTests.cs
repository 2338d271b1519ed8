using System.Text.Json.Nodes;
using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>The 24 hours after a person's last message, and what may be said outside them.</summary>
public sealed class FakeTwilioWindowTests
{
    [Theory]
    [InlineData(23 * 60 + 59, "delivered")]
    [InlineData(24 * 60, "delivered")]
    [InlineData(24 * 60 + 1, "undelivered 63016")]
    public async Task Free_text_is_delivered_for_24_hours_after_the_last_message(int minutes, string end)
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("Сәлеметсіз бе");
        stage.Clock.Push(TimeSpan.FromMinutes(minutes));
        var (status, answer) = await stage.Send();
        Assert.Equal(201, status);
        Assert.Equal(end, await stage.EndOf(answer));
    }

    [Fact]
    public async Task Our_own_messages_do_not_hold_the_window_open_and_a_new_one_of_theirs_does()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("one");
        stage.Clock.Push(TimeSpan.FromHours(20));
        Assert.Equal("delivered", await stage.EndOf((await stage.Send()).Answer));
        stage.Clock.Push(TimeSpan.FromHours(5));
        Assert.Equal("undelivered 63016", await stage.EndOf((await stage.Send()).Answer));
        stage.Person.Says("two");
        Assert.Equal("delivered", await stage.EndOf((await stage.Send()).Answer));
    }

    [Fact]
    public async Task Who_never_wrote_gets_only_an_approved_template()
    {
        await using var stage = await TwilioStage.Start();
        var template = stage.Twilio.AddTemplate("kk", "case_news", "Сәлем, {{1}}. Хабарыңыз бойынша жаңалық бар.", "Айгүл");
        Assert.Equal("undelivered 63016", await stage.EndOf((await stage.Send()).Answer));
        Assert.Equal("delivered", await stage.EndOf((await stage.Send(("ContentSid", template), ("ContentVariables", """{"1":"Дана"}"""))).Answer));
        var got = Assert.Single(stage.Person.Received);
        Assert.Equal(("Сәлем, Дана. Хабарыңыз бойынша жаңалық бар.", true), (got.Body, got.AsTemplate));
    }

    [Theory]
    [InlineData("pending", "undelivered 63027")]
    [InlineData("rejected", "undelivered 63040")]
    [InlineData("paused", "undelivered 63041")]
    [InlineData("disabled", "undelivered 63042")]
    [InlineData(null, "undelivered 63016")]
    public async Task A_template_that_is_not_approved_opens_nothing(string? approval, string end)
    {
        await using var stage = await TwilioStage.Start();
        var content = stage.Twilio.AddContent(
            "ru", "news", new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = "Есть новость." } }, status: approval);
        Assert.Equal(end, await stage.EndOf((await stage.Send(("ContentSid", content))).Answer));
    }

    [Fact]
    public async Task A_template_lacking_a_variable_fails_with_63028()
    {
        await using var stage = await TwilioStage.Start();
        var template = stage.Twilio.AddContent(
            "ru", "bare", new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = "Дело {{1}} изменилось." } });
        stage.Person.Says("hello");
        Assert.Equal("undelivered 63028", await stage.EndOf((await stage.Send(("ContentSid", template))).Answer));
    }

    [Fact]
    public async Task So_many_people_a_day_may_be_written_first_and_no_more()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Limits = new TwilioLimits { PeoplePerDay = 1 };
        stage.Twilio.Person("+77010000002");
        var template = stage.Twilio.AddTemplate("ru", "news", "Есть новость.");
        Assert.Equal("delivered", await stage.EndOf((await stage.Send(("ContentSid", template))).Answer));
        Assert.Equal("delivered", await stage.EndOf((await stage.Send(("ContentSid", template))).Answer));
        var other = await stage.Send(("ContentSid", template), ("To", "whatsapp:+77010000002"));
        Assert.Equal("failed 63038", await stage.EndOf(other.Answer));
        stage.Clock.Push(TimeSpan.FromDays(1));
        other = await stage.Send(("ContentSid", template), ("To", "whatsapp:+77010000002"));
        Assert.Equal("delivered", await stage.EndOf(other.Answer));
    }
}
