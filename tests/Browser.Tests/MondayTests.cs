using OpenQA.Selenium;
using Xunit;

namespace Browser.Tests;

/// <summary>A coordinator opens the page on a Monday: forty tips have come.</summary>
public sealed class MondayTests
{
    private const int Many = 40;

    [BrowserFact]
    public async Task Forty_cards_can_be_looked_through()
    {
        await using var bot = await RealBot.Start("kk");
        await bot.Tell(Many);
        using var coordinator = Visitor.Open(await bot.Invite(), "monday", "kk", Look.Desk, Look.Phone);
        coordinator.Browser.One("#name").SendKeys("Айгүл" + Keys.Enter);
        coordinator.Hears($"{Many}", "[data-filter=new]");
        coordinator.Station("1-all");
        Assert.Equal(Many, coordinator.Browser.Page.FindElements(By.CssSelector("#open .card details:not([open])")).Count);

        coordinator.Browser.One("#open .card:nth-of-type(3) summary").Click();
        coordinator.Press("Аламын", "#open .card:nth-of-type(3)");
        coordinator.Hears("1", "[data-filter=mine]");
        Assert.Equal(Many, coordinator.Browser.Texts("#open .card").Count);
        coordinator.Station("2-claimed");    // the card stays where it is, and open
        Assert.NotNull(coordinator.Browser.One("#open .card:nth-of-type(3) details").GetAttribute("open"));

        coordinator.Browser.One("[data-filter=mine]").Click();
        Assert.Single(coordinator.Browser.Texts("#open .first"), text => text.Length > 0);
        coordinator.Station("3-mine");
    }
}
