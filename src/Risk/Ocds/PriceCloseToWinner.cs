namespace Risk.Ocds;

/// <summary>
/// R024, price close to the winning bid: the second price is nearer than the limit, else than the lower fence of all releases, if that
/// fence and the lower quartile are above 0. The release gets the ratio; the winner and the second get 0.
/// </summary>
internal sealed class PriceCloseToWinner(RatioLimit limit, SecondPrices prices, Desk desk) : Collector
{
    public override void Conclude()
    {
        var (near, quartile) = limit.Ratio is { } ratio ? (ratio, 1) : (prices.Fence.Low, prices.Fence.Lower);
        if (!(near > 0) || !(quartile > 0))
            return;
        foreach (var price in prices.All)
        {
            if (!(price.Ratio <= near))
                continue;
            desk.Conclude(Group.Ocid, price.Ocid, Code.R024, price.Ratio);
            desk.Conclude(Group.Tenderer, price.Winner, Code.R024, 0);
            desk.Conclude(Group.Tenderer, price.RunnerUp, Code.R024, 0);
        }
    }
}
