namespace Fakes.Invented.Patterns;

/// <summary>KZ-28: prices of different bidders that stand in one constant ratio, or are equal to the tenge.</summary>
internal sealed class PatternedPrices : IScheme
{
    public string Code => "KZ-28";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(50).Buyer();
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["433911", "439111", "432110"]));
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var purchase = scene.Announce(buyer, Method.Tender, 0, scene.Plan(buyer, thing, 1, price, Method.Tender, scene.At.AddDays(-20)));
        var ratio = scene.Dice.Chance(500) ? 1.015m : 1;
        var bid = price * 0.937m;
        for (var i = 0; i < 4; i++, bid *= ratio)
            scene.Bid(purchase, scene.Firm(buyer), bid);
        scene.Finish(purchase);
        return scene.Planted(Code, ratio == 1 ? "bids are equal to the tenge" : "bids stand in a constant ratio",
            ("Lots", purchase.Lots[0].Id));
    }
}
