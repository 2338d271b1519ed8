namespace Fakes.Invented.Patterns;

/// <summary>KZ-25: cancelled when the prices were seen; in the repeat another wins, and not more cheaply.</summary>
internal sealed class CancelledAfterPrices : IScheme
{
    public string Code => "KZ-25";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(80).Buyer();
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["310112", "222314", "439111", "262013"]));
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var plan = scene.Plan(buyer, thing, thing.SubjectType == 1 ? 8 : 1, price, Method.PriceOffers, scene.At.AddDays(-9));
        var first = scene.Announce(buyer, Method.PriceOffers, 0, plan);
        scene.Bid(first, scene.SomeSupplier(buyer), price * 0.84m);
        scene.Bid(first, scene.Firm(buyer), price * 0.93m);
        scene.Settle(first);
        Scene.Cancel(first, first.End.AddDays(1));
        var again = scene.Announce(buyer, Method.PriceOffers, scene.Dice.Between(12, 40), plan, first);
        scene.Bid(again, scene.Firm(buyer), price * 0.96m);
        scene.Bid(again, scene.Firm(buyer), price * 0.99m);
        scene.Finish(again);
        return scene.Planted(
            Code, "cancelled after prices were seen, then another winner", ("TrdBuy", first.Id), ("TrdBuy", again.Id),
            ("Lots", again.Lots[0].Id));
    }
}
