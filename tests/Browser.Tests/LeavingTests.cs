using Bot.Tests.Channels.Web;
using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

public sealed class LeavingTests
{
    [BrowserFact]
    public async Task Leaving_quickly_wipes_the_page_and_nothing_comes_back()
    {
        await using var bot = await ScriptedBot.Start(("Web:LeaveTo", "http://127.0.0.1:1/"));
        bot.Script = Scripts.Tip;
        using var browser = Chromium.Open(bot.Url);
        browser.One("#text").SendKeys("құпия" + Keys.Enter);
        browser.Shows("#log .words", "құпия", "Естідім: құпия");
        browser.One("#leave").Click();
        browser.Until(() => !browser.Page.Url.StartsWith(bot.Url, StringComparison.Ordinal), "the page is left");
        Assert.DoesNotContain("құпия", browser.Page.PageSource, StringComparison.Ordinal);

        browser.Page.Navigate().Back();
        browser.Page.Navigate().GoToUrl(bot.Url);
        bot.Say(bot.Received[0].Sender, new("бұрынғыға арналған", []));
        browser.One("#text").SendKeys("жаңа адам" + Keys.Enter);

        browser.Shows("#log .words", "жаңа адам", "Естідім: жаңа адам");
        Assert.NotEqual(bot.Received[0].Sender, bot.Received[1].Sender);
    }

    [BrowserFact]
    public async Task Leaving_in_one_tab_empties_the_other()
    {
        await using var bot = await ScriptedBot.Start(("Web:LeaveTo", "http://127.0.0.1:1/"));
        bot.Script = Scripts.Tip;
        using var browser = Chromium.Open(bot.Url);
        browser.One("#text").SendKeys("құпия" + Keys.Enter);
        browser.Shows("#log .words", "құпия", "Естідім: құпия");
        var first = browser.Page.CurrentWindowHandle;
        browser.Page.SwitchTo().NewWindow(WindowType.Tab);
        browser.Page.Navigate().GoToUrl(bot.Url);
        browser.Shows("#log .words", "Естідім: құпия");
        browser.One("#leave").Click();
        browser.Page.SwitchTo().Window(first);

        browser.Until(() => !browser.Page.PageSource.Contains("құпия", StringComparison.Ordinal), "the first tab is empty too");
    }
}
