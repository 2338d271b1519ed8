namespace Risk.Ocds;

/// <summary>
/// R058, heavily discounted bid: the second price is at least the limit above the winning one, else the upper fence of all releases, if
/// that is above 0. The release gets the ratio; the winner gets 0.
/// </summary>
internal sealed class HeavilyDiscountedBid(RatioLimit limit, SecondPrices prices, Desk desk) : Collector
{
    public override void Conclude()
    {
        var far = limit.Ratio ?? prices.Fence.High;
        if (!(far > 0))
            return;
        foreach (var price in prices.All)
        {
            if (!(price.Ratio >= far))
                continue;
            desk.Conclude(Group.Ocid, price.Ocid, Code.R058, price.Ratio);
            desk.Conclude(Group.Tenderer, price.Winner, Code.R058, 0);
        }
    }
}
