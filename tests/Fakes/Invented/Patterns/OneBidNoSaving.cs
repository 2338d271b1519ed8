namespace Fakes.Invented.Patterns;

/// <summary>KZ-12: a tender for what others compete over gets one bid at the whole sum.</summary>
internal sealed class OneBidNoSaving : IScheme
{
    public string Code => "KZ-12";

    public Bundle Plant(Scene scene)
    {
        var buyer = scene.Lasting(50).Buyer();
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["262030", "310112", "433911", "325030"]));
        var price = Procedures.UsualPrice(thing, scene.At, scene.Dice);
        var purchase = scene.Announce(
            buyer, Method.Tender, 0, scene.Plan(buyer, thing, thing.SubjectType == 1 ? 12 : 1, price, Method.Tender,
                scene.At.AddDays(-20)));
        scene.Bid(purchase, scene.Firm(buyer), price * scene.Dice.Between(994, 1000) / 1000);
        var deal = scene.Finish(purchase);
        return scene.Planted(Code, "one bid and no saving", ("Lots", purchase.Lots[0].Id), ("Contract", deal?.Id ?? 0));
    }
}
