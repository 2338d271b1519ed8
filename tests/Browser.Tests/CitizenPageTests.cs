using Bot.Tests.Channels.Web;
using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

public sealed class CitizenPageTests : IAsyncLifetime
{
    private const string Bubbles = "#log .bubble .words";
    private ScriptedBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await ScriptedBot.Start();
        bot.Script = Scripts.Tip;
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [BrowserFact]
    public void What_a_person_writes_is_sent_with_Enter_and_answered_below()
    {
        using var browser = Chromium.Open(bot.Url);
        browser.One("#text").SendKeys("Бірінші жол" + Keys.Shift + Keys.Enter + Keys.Null + "екінші жол" + Keys.Enter);

        browser.Shows(Bubbles, "Бірінші жол\nекінші жол", "Естідім: Бірінші жол\nекінші жол");
        browser.Until(() => browser.One(".own").GetAttribute("data-state") == "sent", "the message is marked as sent");
        Assert.Equal("Бірінші жол\nекінші жол", bot.Received.Single().Text);
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public void Everything_can_be_done_without_a_mouse()
    {
        using var browser = Chromium.Open(bot.Url, 390, 844);
        browser.Keys(Keys.Tab);
        Assert.Equal("#text", browser.Ask<string>("return document.activeElement.getAttribute('href')"));    // the skip link comes first
        browser.Keys(Keys.Enter);
        browser.Keys("Мектеп асханасы" + Keys.Enter);
        browser.One("[data-token]");
        browser.Ask<object?>("document.activeElement.blur(); document.querySelector('.skip').focus()");
        browser.TabTo("[data-token=\"lot:2\"]");
        browser.Keys(Keys.Space);

        browser.Until(() => browser.Texts(Bubbles).Contains(Scripts.Receipt), "the receipt comes");
        Assert.Equal("lot:2", bot.Received[^1].Press);
        Assert.Equal("true", browser.One("[data-token=\"lot:2\"]").GetAttribute("aria-disabled"));
        Assert.Equal("lot:2", browser.Ask<string>("return document.activeElement.dataset.token"));    // and the focus stays
        browser.Keys(Keys.Enter);
        Assert.Equal(2, bot.Deliveries);
    }

    [BrowserFact]
    public void A_card_is_replaced_where_it_stands()
    {
        using var browser = Chromium.Open(bot.Url);
        browser.One("#text").SendKeys("бір" + Keys.Enter);
        browser.Shows(Bubbles, "бір", "Естідім: бір");
        var person = bot.Received[0].Sender;
        bot.Say(person, new("Тексеріңіз\n• Файлдар: 1", [new("Жіберу", "send")]) { Card = "c" });
        bot.Say(person, new("кейінгі", []));
        bot.Say(person, new("Тексеріңіз\n• Файлдар: 2", []) { Card = "c" });

        browser.Shows(Bubbles, "бір", "Естідім: бір", "Тексеріңіз\n• Файлдар: 2", "кейінгі");
        browser.Until(() => browser.One("#news").GetAttribute("textContent") == "Жаңартылды: Тексеріңіз", "the change is told aloud");
    }

    [BrowserFact]
    public void Three_dots_show_while_an_answer_is_awaited()
    {
        bot.Script = _ => [];
        using var browser = Chromium.Open(bot.Url, 390, 844);
        browser.One("#text").SendKeys("бір" + Keys.Enter);
        browser.Until(() => browser.One("#typing").Displayed, "the dots show");
        browser.Screenshot("citizen-typing-390");
        bot.Say(bot.Received[0].Sender, new("естідім", []));

        browser.Shows(Bubbles, "бір", "естідім");
        browser.Until(() => !browser.One("#typing").Displayed, "the dots go");
    }

    [BrowserFact]
    public void A_new_question_retires_the_buttons_of_the_earlier_ones_and_a_reload_keeps_them_so()
    {
        bot.Script = _ => [];
        using var browser = Chromium.Open(bot.Url);
        browser.One("#text").SendKeys("бір" + Keys.Enter);
        browser.Until(() => bot.Received.Count == 1, "it is heard");
        var person = bot.Received[0].Sender;
        bot.Say(person, new("Осы ма?", [new("Иә", "a"), new("Тексеру", "c") { Lasts = true }]) { Question = 1 });
        bot.Say(person, new("Ал мынау ше?", [new("Жоқ", "b")]) { Question = 2 });
        browser.Until(() => browser.One("[data-token=a]").GetAttribute("aria-disabled") == "true", "the first question is over");
        browser.Page.Navigate().Refresh();

        browser.Until(() => browser.One("[data-token=a]").GetAttribute("aria-disabled") == "true", "and stays so");
        Assert.Null(browser.One("[data-token=b]").GetAttribute("aria-disabled"));
        Assert.Null(browser.One("[data-token=c]").GetAttribute("aria-disabled"));
    }

    [BrowserFact]
    public void Files_are_attached_taken_away_and_sent()
    {
        var photo = Path.Combine(Directory.CreateTempSubdirectory("files-").FullName, "чек.jpg");
        File.WriteAllBytes(photo, [1, 2, 3, 4, 5]);
        using var browser = Chromium.Open(bot.Url, 390, 844);
        browser.One("#attach").SendKeys(photo);
        browser.Shows("#files li span", "чек.jpg");
        browser.One("#files button").Click();
        browser.Shows("#files li span");
        browser.One("#attach").SendKeys(photo);
        browser.One("#text").SendKeys("міне" + Keys.Enter);

        browser.Shows(Bubbles, "міне", "Файл: чек.jpg, 5");
        Assert.Equal([1, 2, 3, 4, 5], bot.Received.Single().Files.Single().Content!);
    }

    [BrowserFact]
    public void Text_is_never_markup_and_only_state_sites_become_links()
    {
        using var browser = Chromium.Open(bot.Url);
        const string Text = "<img src=x onerror=alert(1)> https://goszakup.gov.kz/a. https://goszakup.gov.kz.evil.example/ "
            + "https://goszakup.gov.kz@evil.example/ http://goszakup.gov.kz/ https://v3bl.goszakup.gov.kz/b?c=1 javascript:alert(1)";
        browser.One("#text").SendKeys(Text + Keys.Enter);

        browser.Shows(Bubbles, Text, "Естідім: " + Text);
        Assert.Equal(["https://goszakup.gov.kz/a", "https://v3bl.goszakup.gov.kz/b?c=1"], browser.Texts(".bot .words a"));
        Assert.Equal("noopener noreferrer", browser.One(".bot .words a").GetAttribute("rel"));
        Assert.Equal(0L, browser.Ask<long>("return document.querySelectorAll('.words img').length"));
    }
}
