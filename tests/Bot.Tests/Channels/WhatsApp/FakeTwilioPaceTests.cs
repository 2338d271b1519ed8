using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>How fast messages leave, and to one person.</summary>
public sealed class FakeTwilioPaceTests
{
    [Fact]
    public async Task To_one_person_45_go_at_once_and_then_one_in_six_seconds()
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        for (var i = 0; i < 45; i++)
            Assert.Equal("delivered", await stage.EndOf((await stage.Send()).Answer));
        Assert.Equal("failed 63018", await stage.EndOf((await stage.Send()).Answer));
        stage.Clock.Push(TimeSpan.FromSeconds(5.9));
        Assert.Equal("failed 63018", await stage.EndOf((await stage.Send()).Answer));
        stage.Clock.Push(TimeSpan.FromSeconds(0.1));
        Assert.Equal("delivered", await stage.EndOf((await stage.Send()).Answer));
        Assert.Equal("failed 63018", await stage.EndOf((await stage.Send()).Answer));
    }

    [Fact]
    public async Task The_sender_lets_so_many_a_second_go_and_the_rest_waits()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Limits = new TwilioLimits { SenderPerSecond = 2 };
        stage.Person.Says("hello");
        for (var i = 0; i < 5; i++)
            await stage.Send();
        await stage.Twilio.WaitForMessages(stage.Person, 2);
        await stage.Clock.SomebodyWaits(TimeSpan.FromSeconds(0.5));
        Assert.Equal(3, stage.Twilio.Sent.Count(sent => sent.Status == "queued"));
        stage.Clock.Push(TimeSpan.FromSeconds(0.5));
        await stage.Twilio.WaitForMessages(stage.Person, 3);
        await stage.Clock.SomebodyWaits(TimeSpan.FromSeconds(0.5));
        stage.Clock.Push(TimeSpan.FromSeconds(1));
        await stage.Twilio.WaitForMessages(stage.Person, 5);
    }

    [Fact]
    public async Task What_has_queued_for_more_than_four_hours_fails()
    {
        await using var stage = await TwilioStage.Start();
        stage.Twilio.Limits = new TwilioLimits { SenderPerSecond = 1 };
        stage.Person.Says("hello");
        await stage.Send();
        var (_, late) = await stage.Send();
        await stage.Twilio.WaitForMessages(stage.Person);
        await stage.Clock.SomebodyWaits(TimeSpan.FromSeconds(1));
        stage.Twilio.Limits = new TwilioLimits { SenderPerSecond = 1, LongestQueue = TimeSpan.FromSeconds(0.5) };
        stage.Clock.Push(TimeSpan.FromSeconds(1));
        Assert.Equal("failed 63018", await stage.EndOf(late));
    }

    [Theory]
    [InlineData("STOP", 400)]
    [InlineData("stop", 400)]
    [InlineData("Unsubscribe", 400)]
    [InlineData(" END ", 400)]
    [InlineData("cancel", 400)]
    [InlineData("QUIT", 400)]
    [InlineData("StopAll", 400)]
    [InlineData("stop it", 201)]
    [InlineData("СТОП", 201)]
    [InlineData("тоқтат", 201)]
    public async Task A_single_English_word_opts_out_and_nothing_else_does(string word, int status)
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says(word);
        var hook = await FakeTwilioWebhookTests.Come(stage);
        var (given, answer) = await stage.Send();
        Assert.Equal((status, status == 400 ? 21610 : null), (given, answer["code"]?.GetValue<int>()));
        Assert.Equal(status == 400 ? "STOP" : null, hook["OptOutType"]);
        stage.Person.OptsIn();
        await FakeTwilioWebhookTests.Come(stage, 2);
        Assert.Equal(201, (await stage.Send()).Status);
    }
}
