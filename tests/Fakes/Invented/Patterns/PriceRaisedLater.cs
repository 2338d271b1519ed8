namespace Fakes.Invented.Patterns;

/// <summary>KZ-06: an amendment soon after signing raises the price of one unit, without a ground that allows it.</summary>
internal sealed class PriceRaisedLater : IScheme
{
    private const int OtherGround = 7;

    public string Code => "KZ-06";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(60).Buyer();
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["051010", "192026", "103911", "812110"]));
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var plan = scene.Plan(buyer, thing, thing.SubjectType == 1 ? 60 : 1, price, Method.PriceOffers, scene.At.AddDays(-10));
        var purchase = scene.Announce(buyer, Method.PriceOffers, 0, plan);
        scene.Bid(purchase, scene.SomeSupplier(buyer), price * 0.86m);
        scene.Bid(purchase, scene.Firm(buyer), price * 0.95m);
        if (scene.Finish(purchase) is not { } deal)
            return scene.Bundle;
        var raised = scene.Amend(deal, scene.Dice.Between(8, 28), 1, 1 + (scene.Dice.Between(120, 330) / 1000m), OtherGround);
        return scene.Planted(Code, "unit price raised by an amendment", ("Contract", deal.Id), ("Contract", raised.Id));
    }
}
