namespace Bot.Tests.Promises;

/// <summary>What somebody does; which words, button or photo is told by <paramref name="Number"/>.</summary>
internal sealed record Act(long Person, Act.Kind What, int Number)
{
    public enum Kind { Says, Corrects, Presses, SendsPhoto, Blocks }

    /// <summary>Words and presses are the most usual.</summary>
    private static readonly Kind[] Usual = [Kind.Says, Kind.Says, Kind.Says, Kind.Presses, Kind.Presses, Kind.Presses, Kind.Corrects, Kind.SendsPhoto, Kind.Blocks];

    public static Act Drawn(int number) => new(1001 + number % 3, Usual[number / 3 % Usual.Length], number / 27);
}

/// <summary>Three people at a made-up Telegram, who press only what was offered to them and correct only what they said.</summary>
internal sealed class Players(TelegramHouse house)
{
    private static readonly string[] Words =
    [
        "Краску купили слишком дорого, лот 85634585-ЗЦП1", "Мектептің шатыры ағып тұр", "85634585-ЗЦП1", "the roof leaks", "1", "не знаю", "/help",
        "/status", "В Зубовской школе оформили ОГПО за 46 тысяч", "қазақша",
    ];

    private readonly Dictionary<long, long> lastSaid = [];
    private readonly HashSet<long> away = [];

    public void Do(Act act)
    {
        var telegram = house.Telegram;
        telegram.Open(act.Person);
        if (away.Remove(act.Person))
            telegram.Block(act.Person, blocked: false);    // who writes has let the bot in again
        switch (act.What)
        {
            case Act.Kind.Corrects when lastSaid.TryGetValue(act.Person, out var message):
                telegram.Edit(act.Person, message, Words[act.Number % Words.Length] + ", точнее так");
                break;
            case Act.Kind.Presses when Offered(act.Person) is { Length: > 0 } offered:
                var (shown, data) = offered[act.Number % offered.Length];
                telegram.Press(act.Person, shown, data);
                break;
            case Act.Kind.SendsPhoto:
                telegram.SendPhoto(act.Person, [1, 2, 3, (byte)act.Number]);
                break;
            case Act.Kind.Blocks:
                telegram.Block(act.Person);
                away.Add(act.Person);
                break;
            default:
                lastSaid[act.Person] = telegram.Say(act.Person, Words[act.Number % Words.Length]);
                break;
        }
    }

    /// <summary>Telegram lets the bot write to all again, and tells nobody: what is brought once more must not meet a closed door.</summary>
    public void EverybodyIsBack()
    {
        foreach (var person in away)
            house.Telegram.Block(person, blocked: false);
    }

    private (long, string)[] Offered(long person) => house.Telegram.Messages(person).LastOrDefault(message => message.Buttons.Any()) is { } last
        ? [.. last.Buttons.Where(button => button.Data is not null).Select(button => (last.MessageId, button.Data!))] : [];
}
