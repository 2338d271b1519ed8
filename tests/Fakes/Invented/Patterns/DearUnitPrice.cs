namespace Fakes.Invented.Patterns;

/// <summary>KZ-01: goods at two and a half to four times what everybody pays, in a quantity as others buy.</summary>
internal sealed class DearUnitPrice : IScheme
{
    public string Code => "KZ-01";

    public Bundle Plant(Scene scene)
    {
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["171214", "262011", "262040", "274015", "103911", "204131"]));
        var buyer = scene.Lasting(40).Buyer();
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice) * scene.Dice.Between(25, 40) / 10;
        var count = Math.Max(2, decimal.Floor(3_000_000 / price / scene.Dice.Between(1, 6)));
        var plan = scene.Plan(buyer, thing, count, price, Method.PriceOffers, scene.At.AddDays(-20));
        var purchase = scene.Announce(buyer, Method.PriceOffers, 0, plan);
        var winner = scene.SomeSupplier(buyer);
        scene.Bid(purchase, winner, price * 0.99m);
        scene.Bid(purchase, scene.Firm(buyer), price);
        var deal = scene.Finish(purchase);
        return scene.Planted(Code, "unit price far above what others pay", ("Lots", purchase.Lots[0].Id), ("Contract", deal?.Id ?? 0));
    }
}
