using Bot.Channels.WhatsApp;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>The 24 hours after a person's last word: free text inside, one template outside, everything in order when they are back.</summary>
public sealed class WindowTests
{
    [Fact]
    public async Task Who_writes_is_answered()
    {
        await using var stage = await WhatsAppStage.Set();

        await stage.Say("Сәлеметсіз бе");

        var answer = (await stage.Twilio.WaitForMessages(stage.Person))[0];
        Assert.Contains("Күн Жарығы", answer.Body, StringComparison.Ordinal);
        Assert.Contains("WhatsApp пен Twilio", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, OutboxState.Sent)]
    [InlineData(1, OutboxState.Held)]
    public async Task The_window_is_open_until_24_hours_are_over(int secondsMore, OutboxState expected)
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        await stage.Say("Мектепте жөндеу басталды");
        var heard = (await stage.Contact()).LastHeard!.Value;
        stage.Clock.Push(heard + Contacts.Window + TimeSpan.FromSeconds(secondsMore) - stage.Clock.GetUtcNow());

        var news = await stage.Put("news");
        await stage.Settle();

        Assert.Equal(expected, (await stage.Row(news)).State);
    }

    [Fact]
    public async Task Outside_the_window_one_template_calls_and_everything_held_leaves_in_order_when_they_answer()
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        await stage.Say("В школе номер пять купили парты");
        stage.Clock.Push(TimeSpan.FromHours(25));
        await stage.Put("first");
        await stage.Put("second");
        await stage.Put("third", OutboxKind.Alert);
        await stage.Settle();

        var template = Assert.Single(stage.Twilio.Calls, call => call.Operation == "send" && call["ContentVariables"] is null && call["ContentSid"] is not null);
        Assert.Equal(201, template.Status);
        var nudge = (await stage.Twilio.WaitFor(_ => stage.Person.Received is [.., { AsTemplate: true } last] ? last : null)).Body;
        Assert.Contains("есть новость", nudge, StringComparison.Ordinal);
        var before = stage.Person.Received.Count;

        await stage.Do(person => person.Presses("Читать"));

        Assert.Equal(["first", "second", "third"], (await stage.Twilio.WaitForMessages(stage.Person, before + 3)).Skip(before).Select(message => message.Body));
    }

    [Fact]
    [Trait("Catalogue", "F9")]
    public async Task F9_An_error_63016_in_a_callback_becomes_the_template_once()
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        await stage.Say("В школе номер пять купили парты");
        stage.Twilio.Copies = 2;
        stage.Twilio.FailsNext(stage.Person, 63016);

        var news = await stage.Put("news");
        await stage.Settle();
        await stage.Becomes(news, OutboxState.Pending);
        await stage.Settle();

        Assert.Equal(OutboxState.Held, (await stage.Row(news)).State);
        await stage.Twilio.WaitFor(_ => stage.Person.Received.Count(message => message.AsTemplate) == 1);
        Assert.Null((await stage.Contact()).LastHeard);
    }
}
