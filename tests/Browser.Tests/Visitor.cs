using OpenQA.Selenium;

namespace Browser.Tests;

/// <summary>Somebody in front of a page: says, presses, reads, and keeps a picture of each station.</summary>
internal sealed class Visitor(Chromium browser, string name, params IReadOnlyList<Look> looks) : IDisposable
{
    public Chromium Browser => browser;

    public static Visitor Open(string url, string name, string language, params IReadOnlyList<Look> looks)
    {
        var browser = Chromium.Open(url, looks[0].Width, looks[0].Height, looks[0].Dark, language);
        return new Visitor(browser, name, looks);
    }

    public void Say(string text)
    {
        LooksAt("#log");
        browser.One("#text").SendKeys(text + Keys.Enter);
    }

    /// <summary>Presses the newest button of these words, where the place (a selector) has one.</summary>
    public void Press(string label, string place = "#log")
    {
        LooksAt(place);
        IWebElement? button = null;
        browser.Until(() => (button = Buttons(place).LastOrDefault(one => one.Text == label)) is not null,
            () => $"{name}: there is no [{label}] among {string.Join(' ', Buttons(place).Select(one => one.Text))}");
        browser.Ask<object?>("arguments[0].scrollIntoView({ block: 'center' })", button!);
        button!.Click();
    }

    /// <summary>Waits until the newest message of the bot says this.</summary>
    public void Hears(string words) => Hears(words, "#log .bot:last-of-type");

    public void Hears(string words, string place)
    {
        LooksAt(place);
        browser.Until(() => browser.Texts(place).Any(text => text.Contains(words, StringComparison.Ordinal)),
            () => $"{name}: waited for “{words}” in {place}, but it is [{string.Join(" | ", browser.Texts(place))}]");
    }

    public void Station(string station)
    {
        foreach (var look in looks)
        {
            browser.Show(look);
            Accessible.Check(browser, $"{name} {station} {look}");
            browser.Screenshot($"{name}-{station}-{look}");
        }

        browser.Show(looks[0]);
    }

    public void Dispose() => browser.Dispose();

    /// <summary>On a phone the coordinators' page shows either the cards or the talk.</summary>
    public void LooksAt(string place)
    {
        var view = place.StartsWith("#log", StringComparison.Ordinal) ? "#show-talk" : "#show-cards";
        if (browser.Page.FindElements(By.CssSelector(view)) is [{ Displayed: true } one])
            one.Click();
    }

    private IEnumerable<IWebElement> Buttons(string place) =>
        browser.Page.FindElements(By.CssSelector($"{place} button:not([aria-disabled=true])")).Where(button => button.Displayed);
}

/// <summary>How large the page is, and whether it is night.</summary>
internal sealed record Look(int Width, int Height, bool Dark)
{
    public static Look Phone { get; } = new(390, 844, false);
    public static Look PhoneAtNight { get; } = new(390, 844, true);
    public static Look Small { get; } = new(320, 640, true);
    public static Look Desk { get; } = new(1280, 800, false);
    public static Look DeskAtNight { get; } = new(1280, 800, true);

    public override string ToString() => $"{Width}{(Dark ? "-dark" : "")}";
}
