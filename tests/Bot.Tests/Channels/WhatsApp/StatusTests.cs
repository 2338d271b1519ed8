using Bot.Storage;
using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>What became of messages comes late, twice, backwards, or before our own call is written down.</summary>
public sealed class StatusTests
{
    [Fact]
    [Trait("Catalogue", "F10")]
    public async Task F10_Statuses_in_reverse_order_and_twice_end_the_same()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        stage.Twilio.Hold();
        var news = await stage.Put("news");
        await stage.Settle();
        await stage.Twilio.WaitFor(_ => stage.Person.Received.Any(message => message.Body == "news"));
        stage.Person.Reads();

        await stage.Twilio.Release(held => Enumerable.Range(0, held.Count).Reverse().Concat(Enumerable.Range(0, held.Count)));
        await stage.Settle();

        var row = await stage.Row(news);
        Assert.Equal((OutboxState.Sent, 1), (row.State, row.Attempts));
        Assert.Single(stage.Person.Received, message => message.Body == "news");
    }

    [Fact]
    public async Task A_failure_that_is_told_before_our_call_has_its_answer_waits_for_it()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        var told = new TaskCompletionSource();
        stage.Twilio.FailsNext(stage.Person, 63014);
        stage.Twilio.FailNext("send", Fault.Late(told.Task));
        stage.Twilio.StatusCallback = null;

        var news = await stage.Put("news");
        var sending = Task.Run(stage.Settle);
        await stage.Twilio.WaitFor(fake => fake.Sent.Any(sent => sent is { Body: "news", Status: "undelivered" }));
        told.SetResult();
        await sending;

        Assert.Equal("error 63014", (await stage.Becomes(news, OutboxState.Dropped)).Reason);
    }

    [Fact]
    public async Task A_failure_of_another_message_changes_nothing()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        stage.Twilio.Hold();
        stage.Twilio.FailsNext(stage.Person, 63005);
        var first = await stage.Put("first");
        await stage.Settle();
        var second = await stage.Put("second");
        await stage.Settle();
        await stage.Twilio.Release();

        await stage.Becomes(first, OutboxState.Refused);
        Assert.Equal(OutboxState.Sent, (await stage.Row(second)).State);
    }

    [Theory]
    [InlineData(63041, OutboxState.Held, false)]
    [InlineData(63014, OutboxState.Dropped, true)]
    public async Task A_template_that_fails_is_judged_as_one(int error, OutboxState expected, bool isGone)
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        await stage.Say("В школе номер пять купили парты");
        stage.Clock.Push(TimeSpan.FromHours(25));
        stage.Twilio.FailsNext(stage.Person, error);

        var news = await stage.Put("news");
        await stage.Settle();
        await stage.Twilio.WaitFor(fake => fake.Webhooks.Any(hook => hook["ErrorCode"] == $"{error}"));

        Assert.Equal(expected, (await stage.Row(news)).State);
        var contact = await stage.Contact();
        Assert.Equal(isGone ? Bot.Channels.WhatsApp.Reach.Unreachable : Bot.Channels.WhatsApp.Reach.Open, contact.Reach);
        Assert.Equal(isGone, contact.NudgedAt is not null);
    }
}
