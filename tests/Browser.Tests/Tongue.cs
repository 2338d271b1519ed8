using Bot.Conversation;

namespace Browser.Tests;

/// <summary>What the people of a story say in one language; what they press is looked up among the bot's own words.</summary>
internal sealed record Tongue(
    string Language, string First, string Second, string Ordinal, string Exact, string Status, string Question, string Answer)
{
    private static readonly Phrasebook Phrases = Phrasebook.Read(Path.Combine(AppContext.BaseDirectory, "locales"));

    public static Tongue Kazakh { get; } = new("kk",
        "Зубовск мектебінде ОГПО сақтандыруын 46 мыңға рәсімдепті", "көлік біреу ғана, неге сонша қымбат?", "бірінші",
        "Мәдениет үйіне алынатын автобус туралы жазып отырмын, лот 85605933-ЗЦП1", "мәртебе",
        "Сақтандыру шартын кім жасады?", "келісімшартты мектептің өзі жасаған");

    public static Tongue Russian { get; } = new("ru",
        "В Зубовской школе оформили ОГПО за 46 тысяч", "машина там одна, почему так дорого?", "первая",
        "Пишу про автобус для дома культуры, лот 85605933-ЗЦП1", "статус",
        "Кто заключил договор страхования?", "договор заключила сама школа");

    public static Tongue English { get; } = new("en",
        "Zubovsk school paid 46 thousand for car insurance OGPO", "they have only one car, why so much?", "first",
        "I write about the bus for the house of culture, lot 85605933-ЗЦП1", "/status",
        "Who signed the insurance contract?", "the school signed it itself");

    public static IReadOnlyList<Tongue> All { get; } = [Kazakh, Russian, English];

    /// <summary>A phrase up to its first blank: enough to recognise it by.</summary>
    public string Says(string key) => Phrases.Languages[Language][key].Split('{')[0].Trim();
}
