namespace Fakes.Invented.Patterns;

/// <summary>KZ-02: direct purchases of one group in one year, each small, together over the limit for small volume.</summary>
internal sealed class SmallDirectPurchases : IScheme
{
    public string Code => "KZ-02";

    public Bundle Plant(Scene scene)
    {
        var thing = Market.Instance.ByCode(scene.Dice.Of<string>(["171214", "433911", "812110", "452011"]));
        var buyer = scene.Lasting(70).Buyer('s');
        var year = scene.At.AddDays(60).Year == scene.At.Year ? scene.At : new DateTime(scene.At.Year, 10, 1);
        var limit = (thing.SubjectType == 1 ? 100 : 500) * Mci.Of(year.Year);
        var (count, deals) = (scene.Dice.Between(3, 6), new List<(string, long)>());
        for (var i = 0; i < count; i++)
        {
            var sum = decimal.Floor(limit * scene.Dice.Between(620, 960) / 1000);
            var quantity = thing.SubjectType == 1 ? Math.Max(1, decimal.Floor(sum / thing.Price)) : 1;
            var plan = scene.Plan(buyer, thing, quantity, decimal.Floor(sum / quantity), Method.Direct, year.AddDays(i * 9),
                Grounds.SmallVolume);
            deals.Add(("Contract", scene.Directly(buyer, scene.SomeSupplier(buyer), plan, year.AddDays((i * 9) + 2)).Id));
        }

        return scene.Planted(Code, "small direct purchases of one group add up over the annual limit", deals);
    }
}
