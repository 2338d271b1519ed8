namespace Fakes.Invented.Patterns;

/// <summary>KZ-03: one source after a failed tender, though bids had come or it was only the first attempt.</summary>
internal sealed class OneSourceTooEarly : IScheme
{
    public string Code => "KZ-03";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(50).Buyer('a');
        var thing = Market.Instance.ByCode("432110");
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var plan = scene.Plan(buyer, thing, 1, price, Method.Tender, scene.At.AddDays(-15));
        var tender = scene.Announce(buyer, Method.Tender, 0, plan);
        var isFirstWithoutBids = scene.Dice.Chance(400);
        if (!isFirstWithoutBids)
            foreach (var bidder in new[] { scene.SomeSupplier(buyer), scene.Firm(buyer) })
                scene.Bid(tender, bidder, price * 0.97m).Status = Offer.Rejected;
        scene.Settle(tender);
        var after = scene.Announce(buyer, Method.OneSource, 25, plan, tender);
        after.Invited = scene.Firm(buyer);
        scene.Bid(after, after.Invited, price);
        scene.Finish(after);
        return scene.Planted(
            Code, isFirstWithoutBids ? "one source after the first attempt without bids"
                : "one source after a tender whose bids were rejected",
            ("TrdBuy", tender.Id), ("TrdBuy", after.Id), ("Lots", after.Lots[0].Id));
    }
}
