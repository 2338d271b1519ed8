namespace Fakes.Invented.Patterns;

/// <summary>KZ-23: a firm that bids again and again and always loses to the same other.</summary>
internal sealed class SparringPartner : IScheme
{
    public string Code => "KZ-23";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(240).Buyer();
        var (winner, partner) = (scene.Firm(buyer), scene.Firm(buyer));
        var objects = new List<(string, long)> { ("Subject", winner.Pid), ("Subject", partner.Pid) };
        for (var i = 0; i < scene.Dice.Between(16, 18); i++)
        {
            var thing = Market.Instance.For(buyer.Kind, 1, scene.Dice);
            var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
            var purchase = scene.Announce(
                buyer, Method.PriceOffers, i * 13, scene.Plan(buyer, thing, 10, price, Method.PriceOffers, scene.At.AddDays((i * 13) - 7)));
            scene.Bid(purchase, winner, price * scene.Dice.Between(940, 970) / 1000);
            scene.Bid(purchase, partner, price * scene.Dice.Between(975, 999) / 1000);
            scene.Finish(purchase);
            objects.Add(("Lots", purchase.Lots[0].Id));
        }

        return scene.Planted(Code, "one firm only loses, and to one winner", objects);
    }
}
