namespace Fakes.Invented.Patterns;

/// <summary>KZ-20: the buyer's words name one maker's model and allow no other.</summary>
internal sealed class BrandNamed : IScheme
{
    public string Code => "KZ-20";

    public Bundle Plant(Scene scene)
    {
        var (code, brand) = scene.Dice.Of<(string, string)>(
            [("262011", "Lenovo ThinkPad X1"), ("262016", "Canon i-SENSYS LBP6030"), ("266012", "Mindray BeneHeart R12"),
                ("267016", "Epson EB-X51"), ("262017", "Dell P2422H")]);
        var thing = Market.Instance.ByCode(code);
        var buyer = scene.Lasting(30).Buyer();
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var count = Math.Max(2, decimal.Ceiling(1100 * Mci.Of(scene.At.Year) / price));
        var plan = scene.Plan(buyer, thing, count, price, Method.PriceOffers, scene.At.AddDays(-9));
        (plan.DetailsRu, plan.DetailsKz) = ($"{thing.Ru} {brand}, другие модели не рассматриваются.",
            $"{thing.Kz} {brand}, басқа модельдер қаралмайды.");
        var purchase = scene.Announce(buyer, Method.PriceOffers, 0, plan);
        scene.Bid(purchase, scene.Firm(buyer), price * 0.99m);
        scene.Finish(purchase);
        return scene.Planted(Code, "one brand is named and no equivalent allowed", ("Lots", purchase.Lots[0].Id));
    }
}
