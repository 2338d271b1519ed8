using Bot.Tests.Channels.Web;
using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

public sealed class ConnectionTests : IAsyncLifetime
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
    public void A_reload_keeps_the_conversation_and_repeats_nothing()
    {
        using var browser = Chromium.Open(bot.Url);
        browser.One("#text").SendKeys("Мектеп асханасы" + Keys.Enter);
        browser.One("[data-token=\"lot:1\"]").Click();
        browser.Until(() => browser.Texts(Bubbles).Contains(Scripts.Receipt), "the receipt comes");
        var before = browser.Texts(Bubbles);
        browser.Page.Navigate().Refresh();
        browser.Until(() => browser.Texts(Bubbles).Count >= before.Count, "the conversation is back");
        bot.Say(bot.Received[0].Sender, new("Жаңалық бар", []));

        browser.Shows(Bubbles, [.. before, "Жаңалық бар"]);
        Assert.Contains("pressed", browser.One("[data-token=\"lot:1\"]").GetAttribute("class"), StringComparison.Ordinal);
        Assert.Equal(2, bot.Deliveries);
    }

    [BrowserFact]
    public async Task A_broken_connection_loses_nothing_and_doubles_nothing()
    {
        using var browser = Chromium.Open(bot.Url, 390, 844);
        browser.One("#text").SendKeys("бір" + Keys.Enter);
        browser.Shows(Bubbles, "бір", "Естідім: бір");
        await bot.Close();
        browser.One("#text").SendKeys("екі" + Keys.Enter + "үш" + Keys.Enter);
        browser.Until(() => browser.Texts(".state").Contains("Әлі жіберілген жоқ, қайталап көріп жатырмын"), "the person is told");
        browser.Until(() => browser.One("#connection").Text.Length > 0, "the person is told about the connection");
        browser.Screenshot("citizen-offline-390");
        bot.Say(bot.Received[0].Sender, new("сіз жоқта айтылды", []));
        browser.Page.Navigate().Refresh();    // nothing answers: the browser shows its own error page
        await bot.Open();
        browser.Page.Navigate().GoToUrl(bot.Url);

        browser.Until(() => browser.Texts(Bubbles).Count == 7, "everything has come");
        Assert.Equal(["бір", "екі", "үш"], bot.Received.Select(message => message.Text));
        Assert.Equal(["бір", "екі", "үш", "Естідім: бір", "Естідім: екі", "Естідім: үш", "сіз жоқта айтылды"],
            browser.Texts(Bubbles).Order(StringComparer.Ordinal).OrderBy(text => text.Contains(' ', StringComparison.Ordinal)));
        Assert.Equal("", browser.One("#connection").Text);
    }

    [BrowserFact]
    public async Task An_open_page_comes_back_by_itself()
    {
        using var browser = Chromium.Open(bot.Url);
        browser.One("#text").SendKeys("бір" + Keys.Enter);
        browser.Shows(Bubbles, "бір", "Естідім: бір");
        await bot.Close();
        browser.Until(() => browser.One("#connection").Text.Length > 0, "the person is told about the connection");
        bot.Say(bot.Received[0].Sender, new("сіз жоқта айтылды", []));
        await bot.Open();

        browser.Shows(Bubbles, "бір", "Естідім: бір", "сіз жоқта айтылды");
        browser.Until(() => browser.One("#connection").Text.Length == 0, "the notice goes");
    }

    [BrowserFact]
    public void While_the_store_is_down_the_page_keeps_the_message_and_sends_it_once()
    {
        using var browser = Chromium.Open(bot.Url);
        bot.IsStoreDown = true;
        browser.One("#text").SendKeys("сақта" + Keys.Enter);
        browser.Until(() => browser.One(".own").GetAttribute("data-state") == "waiting", "the page says that it is not sent yet");
        bot.IsStoreDown = false;

        browser.Shows(Bubbles, "сақта", "Естідім: сақта");
        Assert.Single(bot.Received);
    }
}
