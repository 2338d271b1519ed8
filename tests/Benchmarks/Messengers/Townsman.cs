using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Messengers;

/// <summary>One of many people, known by a number; a third of them write in each language.</summary>
internal readonly record struct Townsman(int Number)
{
    public const long FirstChat = 500_000_001;
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly string[] Languages = ["kk", "ru", "en"];

    private static readonly string[][] Words =
    [
        ["Сәлеметсіз бе", "рахмет", "иә", "жоқ", "түсіндім", "қайда екенін білмеймін"],
        ["Здравствуйте", "спасибо", "да", "нет", "понятно", "не знаю, где это было"],
        ["Hello", "thank you", "yes", "no", "I see", "I do not know where it was"],
    ];

    private static readonly string[] Commands = ["/start", "/status", "/mine", "/help", "/privacy"];

    private static readonly string[][] Stories =
    [
        ["Қарағандыдағы 42 мектеп 20 банка бояуды 8000 теңгеден алды", "Ауруханаға тоқсан парта әкелді, олар сынған",
            "Ауылдағы балабақшаға көмір екі есе қымбатқа алынды", "85634585-ЗЦП1 лоты бойынша бояу басқа"],
        ["Школа 42 в Караганде купила 20 банок краски по 8000 тенге", "В больницу привезли бумагу, половины пачек нет",
            "Детский сад покупает уголь вдвое дороже, чем рядом", "Лот 85634585-ЗЦП1: краска не та"],
        ["School 42 in Karaganda bought 20 cans of paint at 8000 tenge each", "The hospital got desks that are broken",
            "The kindergarten pays twice the price for coal", "Lot 85634585-ЗЦП1: it is a different paint"],
    ];

    public long Chat => FirstChat + Number;
    public string Language => Languages[Number % 3];
    public string Name => $"Person {Number}";
    public string Done => Number % 3 == 0 ? "бітті" : Number % 3 == 1 ? "готово" : "done";

    public string Story(Random dice) => Stories[Number % 3][dice.Next(4)];

    /// <summary>What people write all day. Of ten: one a story, one that it is whole, two commands, six short words, which belong to a story where one is open.</summary>
    public string Anything(Random dice) => dice.Next(10) switch
    {
        0 => Story(dice),
        1 => Done,
        2 or 3 => Commands[dice.Next(Commands.Length)],
        _ => Words[Number % 3][dice.Next(6)],
    };

    /// <summary>A message of theirs as Telegram brings it.</summary>
    public byte[] Update(long id, string text)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        object? entities = text.StartsWith('/') ? new[] { new { type = "bot_command", offset = 0, length = text.Length } } : null;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            update_id = id,
            message = new
            {
                message_id = id,
                from = new { id = Chat, is_bot = false, first_name = Name, language_code = Language },
                chat = new { id = Chat, first_name = Name, type = "private" },
                date = now,
                text,
                entities,
            },
        }, Json);
    }
}
