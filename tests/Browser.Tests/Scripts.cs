using Bot.Conversation;

namespace Browser.Tests;

/// <summary>What the made-up bot says in these tests: a tip from the first word to the receipt, in the manner of the real one.</summary>
internal static class Scripts
{
    public const string Receipt = "Қабылданды. Нөміріңіз: 4821 0937 5510 2264\nАдамның жауабы – 3 жұмыс күніне дейін. Осында жазамын.";

    private static readonly Button[] Lots =
    [
        new("1", "lot:1", ButtonStyle.Main), new("2", "lot:2"),
        new("Бұлардың ешқайсысы емес", "lot:none"), new("Білмеймін", "lot:unknown"),
    ];

    private static readonly Reply WhichLot = new("""
        Мына сатып алулардың біріне ұқсайды. Қайсысы сіздікі?
        1. Ыстық тамақ, №12 мектеп · 41 200 000 ₸ · 2026 ж. наурыз – мектеп пен «тамақ» сөзі сәйкес
        2. Азық-түлік жеткізу, №12 мектеп · 6 900 000 ₸ · 2026 ж. қаңтар – мектеп сәйкес
        https://goszakup.gov.kz/ru/announce/index/1234567
        """, Lots);

    /// <summary>Echoes what is said; asks which lot on "асхана"; gives a receipt for a press.</summary>
    public static IEnumerable<(string, Reply)> Tip(IncomingMessage message) => message switch
    {
        { Group: not null } => Triage(message),
        { Press: not null } => [(message.Sender, new Reply(Receipt, []))],
        { Files.Count: > 0 } => [(message.Sender, new Reply($"Файл: {message.Files[0].Name}, {message.Files[0].Size}", []))],
        { Text: var text } when text.Contains("асхана", StringComparison.Ordinal) => [(message.Sender, WhichLot)],
        _ => [(message.Sender, new Reply("Естідім: " + message.Text, []))],
    };

    public static Reply Card(int number, string state, params Button[] buttons) => new($"""
        №{number} · Жамбыл / Тараз · тамақ
        {state}

        «№12 мектепте балалар бір тамақты жей береді, ал жүкқұжатта ет жазылған…»

        Файлдар: 3 фото · Лот: Ыстық тамақ, №12 мектеп, 41,2 млн ₸ – авторы растады
        Белгілер: бағасы аудандағыдан 38 % жоғары [белгі – тексеруге арналған]
        https://goszakup.gov.kz/ru/announce/index/1234567
        """, buttons) { Card = $"tip-{number}", Standing = new Standing(buttons.Length > 0, null) };

    public static Button[] Choices(int number) =>
    [
        new("Аламын", $"claim:{number}", ButtonStyle.Main), new("Авторға сұрақ", $"ask:{number}"),
        new("Қайталама", $"same:{number}"), new("Қабылдамау", $"decline:{number}", ButtonStyle.Danger),
    ];

    private static IEnumerable<(string, Reply)> Triage(IncomingMessage message)
    {
        if (message.Press is null)
            return [("triage", new Reply($"{message.SenderName}: {message.Text}", []))];

        var number = int.Parse(message.Press.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        Button[] next = [new("Авторға сұрақ", $"ask:{number}"), new("Аяқтау…", $"close:{number}")];
        return
        [
            ("triage", Card(number, $"🔎 {message.SenderName} алды", next)),
            ("triage", new Reply($"№{number} – {message.SenderName} алды", [])),
        ];
    }
}
