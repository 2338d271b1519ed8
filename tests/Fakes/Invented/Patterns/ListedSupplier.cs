namespace Fakes.Invented.Patterns;

/// <summary>KZ-04: the winner stood in the register of unfair participants when it bid and signed.</summary>
internal sealed class ListedSupplier : IScheme
{
    public string Code => "KZ-04";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(30).Buyer();
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["310111", "203012", "801019", "222314"]));
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var plan = scene.Plan(buyer, thing, thing.SubjectType == 1 ? 5 : 1, price, Method.PriceOffers, scene.At.AddDays(-10));
        var purchase = scene.Announce(buyer, Method.PriceOffers, 0, plan);
        var listed = scene.Firm(buyer);
        scene.List(listed, scene.Buyer(), scene.At.AddDays(-scene.Dice.Between(40, 500)));
        scene.Bid(purchase, listed, price * 0.92m);
        scene.Bid(purchase, scene.SomeSupplier(buyer), price * 0.98m);
        var deal = scene.Finish(purchase);
        return scene.Planted(Code, "the winner is in the register of unfair participants", ("Lots", purchase.Lots[0].Id),
            ("Contract", deal?.Id ?? 0), ("Subject", listed.Pid));
    }
}
