namespace Fakes.Invented.Patterns;

/// <summary>KZ-11: one supplier has most of a buyer's contracts of a year, few of them won against others.</summary>
internal sealed class BuyersMoneyToOne : IScheme
{
    public string Code => "KZ-11";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(200).Buyer('u');
        var favourite = scene.Firm(buyer);
        var objects = new List<(string, long)> { ("Subject", buyer.Pid), ("Subject", favourite.Pid) };
        for (var i = 0; i < scene.Dice.Between(7, 10); i++)
        {
            var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["432212", "439111", "281314", "242012"]));
            var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
            var plan = scene.Plan(buyer, thing, thing.SubjectType == 1 ? 20 : 1, price, Method.PriceOffers, scene.At.AddDays((i * 20) - 9));
            var purchase = scene.Announce(buyer, Method.PriceOffers, i * 20, plan);
            scene.Bid(purchase, favourite, price * 0.98m);
            scene.Bid(purchase, scene.SomeSupplier(buyer), price * 0.995m);
            if (scene.Finish(purchase) is { } deal)
                objects.Add(("Contract", deal.Id));
        }

        return scene.Planted(Code, "one supplier takes most of the buyer's money", objects);
    }
}
