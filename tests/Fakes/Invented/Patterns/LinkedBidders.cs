namespace Fakes.Invented.Patterns;

/// <summary>KZ-07: firms under one head bid against each other in one lot.</summary>
internal sealed class LinkedBidders : IScheme
{
    public string Code => "KZ-07";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(30).Buyer();
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["262011", "310111", "433911", "812110"]));
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var purchase = scene.Announce(
            buyer, Method.PriceOffers, 0,
            scene.Plan(buyer, thing, thing.SubjectType == 1 ? 4 : 1, price, Method.PriceOffers, scene.At.AddDays(-12)));
        var (first, second) = (scene.Firm(buyer), scene.Firm(buyer));
        second.HeadOf = first.HeadOf;
        scene.Bid(purchase, first, price * 0.97m);
        scene.Bid(purchase, second, price * 0.985m);
        scene.Finish(purchase);
        return scene.Planted(Code, "two bidders have the same head", ("Lots", purchase.Lots[0].Id), ("Subject", first.Pid),
            ("Subject", second.Pid));
    }
}
