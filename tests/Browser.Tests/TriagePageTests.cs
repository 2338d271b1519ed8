using Bot.Conversation;
using Bot.Tests;
using Bot.Tests.Channels.Web;
using Bot.Triage;
using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

public sealed class TriagePageTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await ScriptedBot.Start();
        bot.Script = Scripts.Tip;
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [BrowserFact]
    public void A_coordinator_enters_with_a_key_and_a_name_that_leave_no_trace_in_the_address()
    {
        using var browser = Chromium.Open(bot.Url + "/triage?key=sunrise", 390, 844);
        browser.Screenshot("triage-enter-390");
        Enter(browser);

        browser.Shows(".who b", "Айгүл");
        Assert.Equal(bot.Url + "/triage", browser.Page.Url);
        Assert.Empty(browser.Complaints());

        using var late = Chromium.Open(bot.Url + "/triage?key=sunrise", 390, 844);
        Enter(late);
        late.Shows("h1", "Бұл сілтеме ашылмайды");
        late.Screenshot("triage-closed-390");
    }

    [BrowserFact]
    public void A_card_is_claimed_by_keyboard_and_changes_in_its_place()
    {
        using var browser = Chromium.Open(bot.Url + "/triage?key=sunrise");
        Enter(browser);
        bot.Say("triage", Scripts.Card(127, "🆕", Scripts.Choices(127)));
        bot.Say("triage", Scripts.Card(128, "🆕", Scripts.Choices(128)));
        browser.Shows("#cards .standing", "🆕", "🆕");
        browser.Shows("#cards .first", "№128 · Жамбыл / Тараз · тамақ", "№127 · Жамбыл / Тараз · тамақ");
        browser.TabTo("[data-token=\"claim:127\"]");
        browser.Keys(Keys.Enter);

        browser.Shows("#cards .standing", "🆕", "🔎 Айгүл алды");
        browser.Shows("#cards .first", "№128 · Жамбыл / Тараз · тамақ", "№127 · Жамбыл / Тараз · тамақ");
        browser.Shows("#log .words", "№127 – Айгүл алды");
        var press = bot.Received.Single();
        Assert.Equal(("triage", "Айгүл", "claim:127"), (press.Group, press.SenderName, press.Press));
        Assert.True(browser.Ask<bool>("return document.querySelectorAll('#cards .card')[1].contains(document.activeElement)"));
    }

    /// <summary>Chromium is the referee: what was cleaned is still a picture of the same size, and it is turned as its camera said.</summary>
    [BrowserFact]
    public void Cleaned_photographs_are_shown_in_the_talk()
    {
        using var browser = Chromium.Open(bot.Url + "/triage?key=sunrise");
        Enter(browser);
        foreach (var file in new[] { Pictures.Png, Pictures.Jpeg, Pictures.Upright })
        {
            var id = Guid.NewGuid();
            bot.Album[id] = CleanPicture.Of(file)!;
            bot.Say("triage", new Reply("№128", []) { Photo = id });
        }

        browser.Shows("#log .words", "№128", "№128", "№128");
        browser.Until(() => browser.Ask<string>(
            "return [...document.querySelectorAll('#log img')].map(image => `${image.naturalWidth}x${image.naturalHeight}`).join()") == "24x16,24x16,16x24", () => "no pictures");
        Assert.Empty(browser.Complaints());
    }

    [BrowserFact]
    public async Task Coming_back_shows_each_card_once_in_its_last_state()
    {
        bot.Say("triage", Scripts.Card(128, "🆕", Scripts.Choices(128)));
        bot.Say("triage", Scripts.Card(128, "✅"));
        bot.Say("triage", new("сөз", []));
        using var browser = Chromium.Open(bot.Url + "/triage?key=sunrise");
        Enter(browser);
        browser.Shows("#log .words", "сөз");
        await bot.Close();
        browser.Until(() => browser.One("#connection").Text.Length > 0, "the coordinator is told about the connection");
        bot.Say("triage", new("тағы сөз", []));
        await bot.Open();

        browser.Shows("#log .words", "сөз", "тағы сөз");
        browser.One("#closed > summary").Click();
        browser.Shows("#cards .standing", "✅");
        browser.Shows("#cards .first", "№128 · Жамбыл / Тараз · тамақ");
    }

    [BrowserFact]
    public void Reads_well_on_a_phone_and_on_a_wide_screen()
    {
        foreach (var number in (int[])[125, 126, 127, 128])
            bot.Say("triage", Scripts.Card(number, number < 126 ? "✅" : "🆕", number < 126 ? [] : Scripts.Choices(number)));
        bot.Keys.Add("sunset");
        foreach (var (dark, key) in (ValueTuple<bool, string>[])[(false, "sunrise"), (true, "sunset")])
        {
            using var browser = Chromium.Open(bot.Url + "/triage?key=" + key, 320, 700, dark);
            Enter(browser);
            browser.One("#show-talk").Click();
            browser.One("#text").SendKeys("Мен алдым, ертең хабарласамын" + Keys.Enter);
            browser.Until(() => browser.Texts("#log .bot .words").Count > 0, "the group hears it");
            foreach (var width in (int[])[320, 390, 1280])
            {
                browser.Resize(width, width > 700 ? 800 : 700);
                browser.Ask<object?>("scrollTo(0, 0)");
                Assert.False(browser.ScrollsSideways);
                browser.Screenshot($"triage-cards-{width}{(dark ? "-dark" : "")}");
            }
        }
    }

    private static void Enter(Chromium browser) => browser.One("#name").SendKeys("Айгүл" + Keys.Enter);
}
