namespace Fakes.Invented.Patterns;

/// <summary>KZ-31: the same thing for the same place in the same words, bought again within four months from another plan item.</summary>
internal sealed class BoughtTwice : IScheme
{
    public string Code => "KZ-31";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(130).Buyer();
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["439111", "432913", "262030", "433911"]));
        var price = Math.Max(Procedures.UsualPrice(thing, scene.At, scene.Dice), 300 * Mci.Of(scene.At.Year));
        var lots = new List<(string, long)>();
        PlanRow? first = null;
        for (var i = 0; i < 2; i++)
        {
            var plan = scene.Plan(buyer, thing, 1, price, Method.PriceOffers, scene.At.AddDays((i * scene.Dice.Between(30, 90)) - 9));
            (plan.DetailsRu, plan.DetailsKz) = (first?.DetailsRu ?? plan.DetailsRu, first?.DetailsKz ?? plan.DetailsKz);
            first ??= plan;
            var purchase = scene.Announce(buyer, Method.PriceOffers, (plan.Created - scene.At).TotalDays + 9, plan);
            scene.Bid(purchase, scene.SomeSupplier(buyer), price * 0.95m);
            scene.Bid(purchase, scene.Firm(buyer), price * 0.98m);
            scene.Finish(purchase);
            lots.Add(("Lots", purchase.Lots[0].Id));
        }

        return scene.Planted(Code, "the same purchase twice", lots);
    }
}
