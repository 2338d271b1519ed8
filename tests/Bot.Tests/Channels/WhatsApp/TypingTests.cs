using Bot.Conversation;
using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>On WhatsApp, too, who waits sees that an answer is being made.</summary>
public sealed class TypingTests
{
    [Fact]
    public async Task It_is_shown_after_a_breath_under_the_message_that_is_answered_and_again_before_it_goes_away()
    {
        await using var stage = await WhatsAppStage.Set();
        var message = Message(stage.Person.Says("Мектептің төбесі ағып тұр"), stage);

        using (stage.The<IComposing>().Begin(message))
        {
            stage.Clock.Push(TimeSpan.FromSeconds(1));
            await stage.Twilio.WaitFor(fake => Shown(fake).Count == 1);
            stage.Clock.Push(TimeSpan.FromSeconds(23));
            Assert.Single(Shown(stage.Twilio));
            stage.Clock.Push(TimeSpan.FromSeconds(1));
            await stage.Twilio.WaitFor(fake => Shown(fake).Count == 2);
        }

        stage.Clock.Push(TimeSpan.FromMinutes(1));
        Assert.Equal([(message.ExternalId, "whatsapp", 200), (message.ExternalId, "whatsapp", 200)],
            Shown(stage.Twilio).ConvertAll(call => (call.Parameters["messageId"], call.Parameters["channel"], call.Status)));
    }

    private static List<FakeCall> Shown(FakeTwilio twilio) => [.. twilio.Calls.Where(call => call.Operation == "typing")];

    private static IncomingMessage Message(string sid, WhatsAppStage stage) =>
        new() { Channel = "whatsapp", ExternalId = sid, Sender = "somebody", SentAt = stage.Clock.GetUtcNow() };
}
