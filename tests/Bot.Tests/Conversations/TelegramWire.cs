using Bot.Conversation;
using Fakes.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Conversations;

/// <summary>The long way: a made-up Telegram, real updates, the bot's own polling and its own client.</summary>
internal sealed class TelegramWire : IWire
{
    private const long Group = -1009000000001;
    private static readonly Dictionary<string, FakePerson> People = new()
    {
        [Line.Author] = new(1001, "Автор"),
        [Line.Other] = new(1002, "Другой"),
        ["Айгүл"] = new(2001, "Айгүл"),
        ["Берік"] = new(2002, "Берік"),
    };
    private readonly FakeTelegram telegram;
    private IHostedService? polling;
    private int calls;

    private TelegramWire(FakeTelegram telegram) => this.telegram = telegram;

    public static async Task<TelegramWire> Set(TimeProvider clock)
    {
        var telegram = await FakeTelegram.Start(clock);
        telegram.Open(Group, "Үйлестірушілер");
        return new TelegramWire(telegram);
    }

    public IEnumerable<string> Settings =>
        [$"--Telegram:Token={telegram.Token}", $"--Telegram:ApiUrl={telegram.Url}", $"--Telegram:CoordinatorsChat={Group}",
        "--Telegram:Pace:SecondsBetween=0", "--Telegram:Pace:PerGroupMinute=100000", "--Telegram:Pace:PerSecond=100000"];    // the clock stands still while a story is told

    public async Task Enter(IServiceProvider services)
    {
        polling = services.GetServices<IHostedService>().Single(service => service.GetType().Name == "Polling");
        await polling.StartAsync(default);
    }

    public Task Leave() => polling?.StopAsync(default) ?? Task.CompletedTask;

    public async Task Do(IServiceProvider services, Line line, bool again)
    {
        var from = People[line.Who];
        var chat = line.Who is Line.Author or Line.Other ? from.Id : Group;
        if (line.Press is { } label)
        {
            var (message, button) = telegram.Messages(chat).Reverse()
                .SelectMany(message => message.Buttons.Select(button => (message, button))).First(pair => pair.button.Text == label);
            telegram.Press(chat, message.MessageId, line.Forged ?? button.Data!, from);
        }
        else if (line.File is { } file)
            telegram.SendDocument(chat, file.Name, file.ContentType, file.Content);
        else
            telegram.Say(chat, line.Text, from);
        await telegram.WaitFor(fake => fake.Unacknowledged == 0 ? fake : null);
    }

    public Task<IReadOnlyList<(string Where, Reply Reply)>> Heard(IServiceProvider services)
    {
        var all = telegram.Calls;
        IReadOnlyList<(string, Reply)> heard = [.. all.Skip(calls).Where(call => call is { Method: "sendMessage" or "editMessageText" or "sendPhoto", Status: 200 })
            .Select(call => (Name(call["chat_id"]!), new Reply(AsOnTheWeb(services, (call["text"] ?? call["caption"])!), Buttons(call))))];
        calls = all.Count;
        return Task.FromResult(heard);
    }

    public async ValueTask DisposeAsync() => await telegram.DisposeAsync();

    /// <summary>What the channel can see of a person is the one thing that each channel says in its own words.</summary>
    private static string AsOnTheWeb(IServiceProvider services, string text) => services.GetRequiredService<Phrasebook>().Languages.Values
        .Aggregate(text, (told, words) => told.Replace(words["tips.seen_telegram"], words["tips.seen_web"], StringComparison.Ordinal));

    private static string Name(string chat) => chat == Group.ToString(System.Globalization.CultureInfo.InvariantCulture)
        ? "triage" : People.Single(person => person.Value.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == chat).Key;

    private static List<Button> Buttons(FakeCall call) =>
        call.Parameters["reply_markup"]?["inline_keyboard"]?.AsArray().SelectMany(row => row!.AsArray())
            .Select(button => new Button(button!["text"]!.ToString(), button["callback_data"]!.ToString())).ToList() ?? [];
}
