namespace Fakes.Invented.Patterns;

/// <summary>KZ-19: works signed for in the second half of December and accepted before the year is over.</summary>
internal sealed class YearEndRush : IScheme
{
    public string Code => "KZ-19";

    public Bundle Plant(Scene scene)
    {
        scene.Lasting(1);
        var year = scene.At.Month == 12 && scene.Now >= new DateTime(scene.At.Year, 12, 31) ? scene.At.Year : scene.At.Year - 1;
        scene.MoveTo(new DateTime(year, 12, 8));
        var buyer = scene.Buyer('a');
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["433911", "421110", "429919"]));
        var price = Math.Max(Procedures.UsualPrice(thing, scene.At, scene.Dice), 520 * Mci.Of(year));
        var purchase = scene.Announce(buyer, Method.PriceOffers, 0,
            scene.Plan(buyer, thing, 1, price, Method.PriceOffers, scene.At.AddDays(-2)));
        scene.Bid(purchase, scene.Firm(buyer), price * 0.98m);
        scene.Bid(purchase, scene.SomeSupplier(buyer), price * 0.99m);
        if (scene.Finish(purchase) is { } deal)
            scene.CarriedOut(deal, new DateTime(year, 12, 18, 11, 0, 0), new DateTime(year, 12, 28, 16, 0, 0));
        return scene.Planted(Code, "signed and accepted in the last days of the year", ("Lots", purchase.Lots[0].Id),
            ("Contract", purchase.Deals.FirstOrDefault()?.Id ?? 0));
    }
}
