using System.Text.RegularExpressions;
using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

/// <summary>A mother with an old phone, in three languages: from the first word to the receipt and back again later.</summary>
public sealed partial class CitizenStoryTests(RealBot bot) : IClassFixture<RealBot>
{
    [BrowserFact]
    public Task In_Kazakh() => Tell(Tongue.Kazakh, Look.Phone, Look.PhoneAtNight, Look.Desk);

    [BrowserFact]
    public Task In_Russian() => Tell(Tongue.Russian, Look.Phone, Look.DeskAtNight);

    [BrowserFact]
    public Task In_English() => Tell(Tongue.English, Look.Small, Look.Desk);

    [BrowserFact]
    public void By_keyboard_alone()
    {
        var tongue = Tongue.Kazakh;
        using var citizen = Visitor.Open(bot.Url, "citizen-keyboard", tongue.Language, Look.Phone);
        var browser = citizen.Browser;
        browser.Keys(Keys.Tab);
        browser.Keys(Keys.Enter);    // the first thing that the keyboard meets leads to writing
        browser.Keys(tongue.First + Keys.Enter);
        citizen.Hears(tongue.Says("tips.anything_else"));
        browser.Keys(tongue.Second + Keys.Enter);
        GoesBackTo(browser, tongue.Says("tips.done"));
        browser.Keys(Keys.Enter);
        citizen.Hears(tongue.Says("tips.is_it_this"));
        browser.TabTo("#text");
        browser.Keys(tongue.Ordinal + Keys.Enter);
        citizen.Hears(tongue.Says("tips.follow_offer"));
        GoesBackTo(browser, tongue.Says("tips.follow_school"));
        citizen.Station("1-focus");
        browser.Keys(Keys.Space);
        citizen.Hears(tongue.Says("alerts.following"));
        browser.TabTo("[data-language=en]");
        browser.Keys(Keys.Enter);
        citizen.Hears(Tongue.English.Says("tips.language_is"));
        Assert.Empty(browser.Complaints());
    }

    private static void GoesBackTo(Chromium browser, string label)
    {
        for (var presses = 0; presses < 20; presses++)
        {
            browser.TabBack();
            Assert.True(Accessible.ShowsFocus(browser), "where is the keyboard?");
            if (browser.Page.SwitchTo().ActiveElement().Text == label)
                return;
        }

        throw new InvalidOperationException($"the keyboard does not reach [{label}]");
    }

    private async Task Tell(Tongue tongue, params IReadOnlyList<Look> looks)
    {
        using var citizen = Visitor.Open(bot.Url, $"citizen-{tongue.Language}", tongue.Language, looks);
        citizen.Station("1-opens");
        var receipt = TellsInTwoMessages(citizen, tongue);
        SendsAPhotoAboutAnExactLot(citizen, tongue);
        var other = tongue == Tongue.Russian ? Tongue.Kazakh : Tongue.Russian;
        ChangesLanguageAndReloads(citizen, other);
        if (tongue == Tongue.Kazakh)
            await OutlivesARestartOfTheService(citizen, other);
        else
            GoesOfflineAndBack(citizen, other);

        citizen.Say(receipt);
        citizen.Hears(receipt[..4]);
        citizen.Station("9-by-receipt");
        Assert.DoesNotContain(citizen.Browser.Complaints(), line => !line.Contains("ERR_", StringComparison.Ordinal));
    }

    private static string TellsInTwoMessages(Visitor citizen, Tongue tongue)
    {
        citizen.Say(tongue.First);
        citizen.Hears(tongue.Says("tips.anything_else"));
        citizen.Station("2-first-words");
        citizen.Say(tongue.Second);
        citizen.Press(tongue.Says("tips.done"));
        citizen.Hears(tongue.Says("tips.is_it_this"));
        citizen.Station("3-which-lot");
        if (tongue == Tongue.Russian)
            citizen.Press(tongue.Says("tips.this_one"));
        else
            citizen.Say(tongue.Ordinal);
        citizen.Hears(tongue.Says("tips.follow_offer"));
        citizen.Station("4-receipt");
        citizen.Press(tongue.Says("tips.follow_school"));
        citizen.Hears(tongue.Says("alerts.following"));
        citizen.Station("5-follows");
        return Digits().Matches(string.Join('\n', citizen.Browser.Texts("#log .bot"))).Single().Value;
    }

    private static void SendsAPhotoAboutAnExactLot(Visitor citizen, Tongue tongue)
    {
        citizen.Browser.One("#attach").SendKeys(citizen.Browser.Screenshot("photo"));
        citizen.Say(tongue.Exact);
        citizen.Hears(tongue.Says("tips.new_or_more"));
        citizen.Press(tongue.Says("tips.is_new"));
        citizen.Hears(tongue.Says("tips.anything_else"));
        citizen.Press(tongue.Says("tips.done"));
        citizen.Hears(tongue.Says("tips.follow_offer"));
        citizen.Hears("Evotech", "#log .bot");
        citizen.Station("6-signs");
    }

    private static void ChangesLanguageAndReloads(Visitor citizen, Tongue other)
    {
        citizen.Browser.One($"[data-language={other.Language}]").Click();
        citizen.Browser.Shows("h1", other.Says("web.invite"));
        citizen.Hears(other.Says("tips.language_is"));    // the bot has understood it too
        var said = citizen.Browser.Texts("#log .bubble .words");
        citizen.Browser.Page.Navigate().Refresh();
        citizen.Browser.Shows("h1", other.Says("web.invite"));
        citizen.Browser.Shows("#log .bubble .words", [.. said]);
        citizen.Station("7-reloaded");
    }

    private static void GoesOfflineAndBack(Visitor citizen, Tongue tongue)
    {
        citizen.Browser.IsOffline = true;
        SaysIntoTheVoid(citizen, tongue);
        var before = citizen.Browser.Texts("#log .bot").Count;
        citizen.Browser.IsOffline = false;
        HearsOfBothTips(citizen, before);
    }

    private async Task OutlivesARestartOfTheService(Visitor citizen, Tongue tongue)
    {
        await bot.Close();
        citizen.Browser.Until(() => citizen.Browser.One("#connection").Text.Length > 0, "the person is told about the connection");
        SaysIntoTheVoid(citizen, tongue);
        var before = citizen.Browser.Texts("#log .bot").Count;
        await bot.Open();
        HearsOfBothTips(citizen, before);
    }

    private static void SaysIntoTheVoid(Visitor citizen, Tongue tongue)
    {
        citizen.Say(tongue.Status);
        citizen.Browser.Until(() => citizen.Browser.Page.FindElements(By.CssSelector(".own[data-state=waiting]")).Count == 1, "it waits");
        citizen.Station("8-offline");
    }

    private static void HearsOfBothTips(Visitor citizen, int before)
    {
        citizen.Browser.Until(() => citizen.Browser.Texts("#log .bot").Count == before + 2, "both tips are told of");
        Assert.Empty(citizen.Browser.Texts(".own[data-state=waiting]"));
    }

    [GeneratedRegex(@"\d{4} \d{4} \d{4} \d{4}")] private static partial Regex Digits();
}
