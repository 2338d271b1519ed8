using Fakes.Telegram;

namespace Bot.Tests.Durability;

/// <summary>
/// An author and a coordinator on a made-up Telegram. They behave like people: they wait for what should come; when it does not come, they
/// press once more or ask by a command, and they never start a story of their own.
/// </summary>
internal sealed class Townsfolk(FakeTelegram telegram, Fate fate)
{
    public const long Author = 1001, Group = -1009000000001;
    private const int Tries = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);
    private static readonly FakePerson Coordinator = new(2001, "Айгүл");
    private long groupMark;

    public bool Offered(long chat, string label) => Newest(chat, label) is not null;

    public bool Heard(long chat, string words) =>
        telegram.Messages(chat).Any(message => message.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>Said in the group since <see cref="Begin"/>.</summary>
    public bool HeardNow(string words) =>
        telegram.Messages(Group).Any(message => message.MessageId > groupMark && message.Text.Contains(words, StringComparison.Ordinal));

    public void Begin() => groupMark = telegram.Everything(Group) is [.., var last] ? last.MessageId : 0;

    /// <summary>Does one thing after another until it is seen that it worked.</summary>
    public async Task Get(string what, Func<bool> seen, params Action[] acts)
    {
        for (var time = 0; time < Tries; time++)
        {
            await fate.Around(() =>
            {
                acts[Math.Min(time, acts.Length - 1)]();
                return Task.CompletedTask;
            });
            if (await Wait.For(seen, Patience))
                return;
        }

        throw new TimeoutException($"{what} never came.\n{Transcript()}");
    }

    public async Task<bool> Try(Func<bool> seen, Action act)
    {
        await fate.Around(() =>
        {
            act();
            return Task.CompletedTask;
        });
        return await Wait.For(seen, Patience);
    }

    public void Say(long chat, string text) => telegram.Say(chat, text, chat == Group ? Coordinator : null);

    /// <summary>Presses the newest button of this name, or says something where there is none.</summary>
    public void PressOr(long chat, string label, string otherwise)
    {
        if (Newest(chat, label) is var (message, button))
            telegram.Press(chat, message.MessageId, button.Data!, chat == Group ? Coordinator : null);
        else
            Say(chat, otherwise);
    }

    public string Transcript() => string.Join('\n', telegram.Chats.SelectMany(telegram.Everything).Select(message =>
        $"{message.Chat} {(message.ByBot ? "<" : ">")} {message.Text} {string.Concat(message.Buttons.Select(button => $"[{button.Text}]"))}"));

    private (FakeMessage Message, FakeButton Button)? Newest(long chat, string label) => telegram.Messages(chat).Reverse()
        .SelectMany(message => message.Buttons.Where(button => button.Text == label).Select(button => (message, button)))
        .Select(pair => ((FakeMessage, FakeButton)?)pair).FirstOrDefault();
}
