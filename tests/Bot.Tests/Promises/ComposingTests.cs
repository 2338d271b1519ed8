using System.Globalization;
using Bot.Channels;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tests.Conversations;
using Fakes;
using Fakes.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>Who waits for longer than a breath sees that an answer is being made; the answer does not depend on it.</summary>
public sealed class ComposingTests
{
    [Fact]
    public async Task While_a_tip_is_matched_for_longer_than_a_second_its_author_sees_typing_and_then_the_answer()
    {
        await using var house = await TelegramHouse.Open(isReady: false);
        var searching = await BeginSearching(house);
        Assert.Empty(Shown(house.Telegram));
        house.Clock.Advance(Composing.Breath);
        await house.Telegram.WaitFor(fake => Shown(fake).Count == 1);
        Assert.Equal((TelegramHouse.Aigul.ToString(CultureInfo.InvariantCulture), "typing"), (Shown(house.Telegram)[0]["chat_id"]!, Shown(house.Telegram)[0]["action"]!));

        await house.MakeReady();
        Assert.True(await searching);
        await house.Settle();
        Assert.Contains("Your number", house.Telegram.Messages(TelegramHouse.Aigul)[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_comes_also_when_typing_cannot_be_shown()
    {
        await using var house = await TelegramHouse.Open(isReady: false);
        house.Telegram.FailNext("sendChatAction", Fault.Refused(500, "Internal Server Error"), Fault.Silence(carriedOut: false));
        var searching = await BeginSearching(house);
        house.Clock.Advance(Composing.Breath);
        await house.Telegram.WaitFor(fake => Shown(fake).Count == 1);
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await house.MakeReady();
        Assert.True(await searching);
        await house.Settle();
        Assert.Contains("Your number", house.Telegram.Messages(TelegramHouse.Aigul)[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_from_the_first_second_on_until_the_answer_is_there_and_not_during_a_pause_nor_to_a_group()
    {
        await using var house = await TelegramHouse.Open();
        var (clock, channel) = (new PushedClock(Transcript.StartOfTime), new Stub());
        var composing = new Composing([channel], house.The<IServiceScopeFactory>(), clock, NullLogger<Composing>.Instance);

        using (composing.Begin(Message(null)))
        {
            clock.Push(TimeSpan.FromSeconds(0.9));
            Assert.Equal(0, channel.Shown);
            clock.Push(TimeSpan.FromSeconds(0.1));
            Assert.Equal(1, channel.Shown);
            clock.Push(TimeSpan.FromSeconds(4));
            Assert.Equal(1, channel.Shown);
            clock.Push(TimeSpan.FromSeconds(1));
            Assert.Equal(2, channel.Shown);
            await house.Look(async db =>
            {
                await db.Remember(Courier.PauseOf("stub"), (clock.GetUtcNow() + TimeSpan.FromSeconds(37)).ToString("O", CultureInfo.InvariantCulture), default);
                return await db.SaveChangesAsync();
            });
            clock.Push(TimeSpan.FromSeconds(36));
            Assert.Equal(2, channel.Shown);
            clock.Push(TimeSpan.FromSeconds(6));
            Assert.Equal(3, channel.Shown);
        }

        using (composing.Begin(Message("desk")))
            clock.Push(TimeSpan.FromMinutes(1));
        Assert.Equal(3, channel.Shown);
    }

    private static async Task<Task<bool>> BeginSearching(TelegramHouse house)
    {
        await house.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        var (message, data) = house.Button(TelegramHouse.Aigul, "Done");
        house.Telegram.Press(TelegramHouse.Aigul, message, data);
        await house.Bring(Assert.Single(await house.Updates()));
        return house.The<Answering>().AnswerNext(default);
    }

    private static List<FakeCall> Shown(FakeTelegram telegram) => [.. telegram.Calls.Where(call => call.Method == "sendChatAction")];

    private static IncomingMessage Message(string? group) =>
        new() { Channel = "stub", ExternalId = "1", Sender = "Айгүл", Group = group, SentAt = Transcript.StartOfTime };

    private sealed class Stub : IChannel, IShowsComposing
    {
        public int Shown { get; private set; }
        public string Name => "stub";
        public string? Group => "desk";

        public TimeSpan ComposingLasts { get; } = TimeSpan.FromSeconds(4.5);

        public Task ShowComposing(IncomingMessage message, CancellationToken cancellationToken)
        {
            Shown++;
            return Task.CompletedTask;
        }

        public Task<Delivery> Send(Outgoing message, CancellationToken cancellationToken) => Task.FromResult<Delivery>(new Delivery.Sent(null));

        public Task<byte[]?> Fetch(IncomingFile file, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
    }
}
