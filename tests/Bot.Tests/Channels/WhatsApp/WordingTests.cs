using Bot.Channels.WhatsApp;
using Bot.Conversation;
using Bot.Storage;
using Fakes.Twilio;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>Buttons where WhatsApp shows them, numbered lines that always work, and texts cut at 1600.</summary>
public sealed class WordingTests
{
    private static Button[] Buttons(params string[] labels) => [.. labels.Select((label, i) => new Button(label, $"a{i}~1~AAAAAAAAAAA") { Number = labels.Length > 1 ? i + 1 : 0 })];

    [Theory]
    [InlineData("Иә|Жоқ", true, "buttons")]
    [InlineData("Иә|Жоқ|Білмеймін", true, "buttons")]
    [InlineData("1|2|3|4", true, "rows")]
    [InlineData("Иә|Абай атындағы № 5 мектеп, асхана", true, "rows")]
    [InlineData("1|2|3|4|5|6|7|8|9|10", true, "rows")]
    [InlineData("1|2|3|4|5|6|7|8|9|10|11", true, "text")]
    [InlineData("Иә|Иә", true, "text")]
    [InlineData("\"Основная средняя школа №42\" отдела образования города Караганды · БСН 970540001650|Ешқайсысы", true, "text")]
    [InlineData("Иә|Жоқ", false, "text")]
    public async Task Buttons_are_shown_as_what_holds_them(string labels, bool hasShelf, string shown)
    {
        await using var stage = await WhatsAppStage.Set(shelf: hasShelf);
        await stage.Say("Сәлеметсіз бе");

        await stage.Put("Бұл сіздің мектеп пе?", buttons: Buttons(labels.Split('|')));
        await stage.Settle();

        var message = await stage.Twilio.WaitFor(_ => stage.Person.Received.LastOrDefault(m => m.Body.StartsWith("Бұл сіздің", StringComparison.Ordinal)));
        Assert.Equal(shown, message.Buttons.Count > 0 ? "buttons" : message.Rows.Count > 0 ? "rows" : "text");
        var choices = message.Buttons.Concat(message.Rows).Select(choice => choice.Description ?? choice.Title).ToList();
        Assert.Equal(shown == "text" ? [] : labels.Split('|'), choices);
        if (shown == "text")
            Assert.EndsWith(string.Join('\n', labels.Split('|').Select((label, i) => $"{i + 1}. {label}")), message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_last_line_stands_above_the_buttons()
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        await stage.Say("Сәлеметсіз бе");
        await stage.Put("Бірінші лот\n\nЕкінші лот\nҚайсысы?", buttons: Buttons("Бірінші", "Екінші"));
        await stage.Settle();

        var last = await stage.Twilio.WaitFor(_ => stage.Person.Received is [.., { Buttons.Count: 2 } shown] ? shown : null);
        Assert.Equal("Қайсысы?", last.Body);
        Assert.Equal("Бірінші лот\n\nЕкінші лот", stage.Person.Received[^2].Body);
    }

    [Theory]
    [InlineData("kk", "Дайын", "Жауап ретінде жазуға болады: Дайын")]
    [InlineData("ru", "Готово", "Можно ответить: Готово")]
    [InlineData("en", "Done", "You can answer: Done")]
    public async Task A_single_button_is_answered_by_its_name(string language, string label, string line)
    {
        await using var stage = await WhatsAppStage.Set();
        Assert.Equal($"text\n\n{line}", stage.The<Wording>().Numbered("text", Buttons(label), language));
    }

    [Fact]
    public async Task A_button_that_lasts_is_told_with_its_command()
    {
        await using var stage = await WhatsAppStage.Set();
        Button[] buttons = [new("Белгілер", "/signs 8123~0~AAAAAAAAAAA") { Lasts = true, Number = 1 }, new("Тілі", "/language~0~AAAAAAAAAAA") { Lasts = true }];
        Assert.Equal("text\n\n1. Белгілер: /signs 8123\nТілі: /language", stage.The<Wording>().Numbered("text", buttons, "kk"));
    }

    [Fact]
    public async Task A_long_text_goes_in_parts_and_the_rest_follows_without_repeating()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        var before = stage.Person.Received.Count;
        stage.Twilio.FailNext("send", null, Fault.TooManyRequests());
        var paragraphs = Enumerable.Range(1, 3).Select(i => $"{i}" + new string('ә', 1500)).ToList();

        var news = await stage.Put(string.Join("\n\n", paragraphs));
        await stage.Settle();
        stage.Clock.Push(Judgement.Stumble);
        await stage.Settle();

        Assert.Equal(OutboxState.Sent, (await stage.Row(news)).State);
        Assert.Equal(paragraphs, (await stage.Twilio.WaitForMessages(stage.Person, before + 3)).Skip(before).Select(message => message.Body));
    }

    [Fact]
    public async Task A_content_that_Twilio_refuses_becomes_numbered_text_at_once()
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        await stage.Say("Сәлеметсіз бе");
        stage.Twilio.FailNext("send", Fault.Refused(400, 21656, "The Content Variables Parameter is invalid"));

        var news = await stage.Put("Бұл сіздің мектеп пе?", buttons: Buttons("Иә", "Жоқ"));
        await stage.Settle();

        Assert.Equal(OutboxState.Sent, (await stage.Row(news)).State);
        Assert.Contains(stage.Twilio.Calls, call => call["Body"] == "Бұл сіздің мектеп пе?\n\n1. Иә\n2. Жоқ");
    }

    [Fact]
    public async Task A_number_that_is_typed_answers_what_it_stands_before()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("/forget");
        var question = (await stage.Twilio.WaitForMessages(stage.Person))[^1].Body;
        Assert.Matches(@"\n1\. .+\n2\. .+$", question);

        await stage.Say("2");
        var phrases = stage.The<Phrasebook>();
        Assert.Contains(phrases.Text("tips.nothing_forgotten", "kk"), (await stage.Twilio.WaitForMessages(stage.Person, 2))[^1].Body, StringComparison.Ordinal);
    }
}
