namespace Fakes.Invented.Patterns;

/// <summary>KZ-15: what one buyer needs of one group in a year, cut into price offers under the limit of 8,000 MCI each.</summary>
internal sealed class VolumeCut : IScheme
{
    private const int LimitInMci = 8000;

    public string Code => "KZ-15";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(75).Buyer('a');
        var thing = Market.Instance.ByCode("421110");
        var limit = LimitInMci * Mci.Of(scene.At.Year);
        var lots = new List<(string, long)>();
        for (var i = 0; i < scene.Dice.Between(3, 5); i++)
        {
            var price = decimal.Floor(limit * scene.Dice.Between(905, 995) / 1000);
            var purchase = scene.Announce(
                buyer, Method.PriceOffers, i * 10, scene.Plan(buyer, thing, 1, price, Method.PriceOffers, scene.At.AddDays((i * 10) - 8)));
            var builder = scene.SomeSupplier(buyer);
            scene.Bid(purchase, builder, price * 0.99m);
            scene.Bid(purchase, scene.Firm(buyer), price);
            scene.Finish(purchase);
            lots.Add(("Lots", purchase.Lots[0].Id));
        }

        return scene.Planted(Code, "volume cut to stay in price offers", lots);
    }
}
