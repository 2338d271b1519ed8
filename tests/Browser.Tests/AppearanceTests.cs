using Bot.Conversation;
using Bot.Tests.Channels.Web;
using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

public sealed class AppearanceTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await ScriptedBot.Start();
        bot.Script = Scripts.Tip;
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [BrowserFact]
    public void Fits_every_width_by_day_and_by_night()
    {
        foreach (var dark in (bool[])[false, true])
        {
            using var browser = Chromium.Open(bot.Url, 320, 700, dark);
            foreach (var width in (int[])[320, 390, 1280])
            {
                browser.Resize(width, width > 700 ? 800 : 700);
                Photograph(browser, $"citizen-empty-{width}", dark);
            }

            browser.One("summary").Click();
            browser.One("#text").SendKeys("Мектеп асханасында тамақ қымбат, бағасы 38 % жоғары сияқты" + Keys.Enter);
            browser.One("[data-token=\"lot:1\"]").Click();
            browser.Until(() => browser.Texts("#log .words").Contains(Scripts.Receipt), "the receipt comes");
            foreach (var width in (int[])[320, 390, 1280])
            {
                browser.Resize(width, width > 700 ? 800 : 700);
                browser.Ask<object?>("scrollTo(0, document.documentElement.scrollHeight)");
                Photograph(browser, $"citizen-receipt-{width}", dark);
                browser.Ask<object?>("scrollTo(0, 0)");
                Photograph(browser, $"citizen-safety-{width}", dark);
            }
        }
    }

    [BrowserFact]
    public void Speaks_three_languages_and_changes_without_losing_what_is_typed()
    {
        (string, string)[] headings =
            [("kk", "Не көрдіңіз? Жазып жіберіңіз"), ("ru", "Что вы увидели? Напишите"), ("en", "What did you see? Tell us")];
        foreach (var (language, heading) in headings)
        {
            using var browser = Chromium.Open(bot.Url, 320, 640, language: language);
            browser.Shows("h1", heading);
            Assert.Equal(language, browser.Ask<string>("return document.documentElement.lang"));
            Assert.False(browser.ScrollsSideways, language);
            browser.Screenshot($"citizen-language-{language}");
        }

        using var page = Chromium.Open(bot.Url);
        page.One("#text").SendKeys("жартылай");
        page.One("[data-language=en]").Click();
        page.Shows("h1", "What did you see? Tell us");
        Assert.Equal("жартылай", page.Ask<string>("return document.querySelector('#text').value"));
        Assert.Equal("Send", page.One("#composer .main").Text);
        page.Page.Navigate().Refresh();
        page.Shows("h1", "What did you see? Tell us");
        Assert.Empty(page.Complaints());
    }

    [BrowserFact]
    public void Words_of_any_length_stay_on_the_page()
    {
        using var browser = Chromium.Open(bot.Url, 320, 640);
        browser.One("#text").SendKeys(new string('ұ', 300) + " https://goszakup.gov.kz/" + new string('a', 200) + Keys.Enter);
        browser.Until(() => browser.Texts("#log .words").Count == 2, "answered");
        var buttons = new Button[] { new(new string('щ', 60), "x"), new("Қайталап сұрамаңызшы, өтінемін, кейін жазамын", "y") };
        bot.Say(bot.Received[0].Sender, new("Таңдаңыз", buttons));
        browser.One("[data-token=x]");

        Assert.False(browser.ScrollsSideways);
    }

    private static void Photograph(Chromium browser, string name, bool dark)
    {
        Assert.False(browser.ScrollsSideways, name);
        browser.Screenshot(name + (dark ? "-dark" : ""));
    }
}
