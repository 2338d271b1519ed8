namespace Fakes.Invented.Patterns;

/// <summary>KZ-13: bids may be handed in for less time than the law gives.</summary>
internal sealed class TooShortTerm : IScheme
{
    public string Code => "KZ-13";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(50).Buyer();
        var isTender = scene.Dice.Chance(500);
        var method = isTender ? Method.Tender : Method.PriceOffers;
        var thing = Market.Instance.ByCode(isTender ? "262030" : "310111");
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var purchase = scene.Announce(buyer, method, 0, scene.Plan(buyer, thing, 6, price, method, scene.At.AddDays(-12)));
        purchase.End = WorkCalendar.Add(purchase.Start, isTender ? scene.Dice.Between(2, 3) : 1).AddMinutes(-scene.Dice.Between(0, 90));
        scene.Bid(purchase, scene.Firm(buyer), price * 0.99m);
        scene.Bid(purchase, scene.SomeSupplier(buyer), price);
        scene.Finish(purchase);
        return scene.Planted(Code, "less time than the law gives", ("TrdBuy", purchase.Id), ("Lots", purchase.Lots[0].Id));
    }
}
