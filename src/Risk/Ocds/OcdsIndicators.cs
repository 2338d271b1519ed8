namespace Risk.Ocds;

/// <summary>The indicators that the settings ask for, for one worker. In the order in which they meet currencies.</summary>
internal static class OcdsIndicators
{
    public static Collector[] For(OcdsSettings settings, Desk desk, Prices prices)
    {
        var second = new SecondPrices(desk, prices);
        Collector?[] all =
        [
            settings.R024 is null && settings.R058 is null ? null : second,
            settings.R003 is { } period ? new ShortSubmissionPeriod(period, desk) : null,
            settings.R018 is { } single ? new SingleBid(single, desk) : null,
            settings.R024 is { } close ? new PriceCloseToWinner(close, second, desk) : null,
            settings.R025 is { } unsuccessful ? new ExcessiveUnsuccessfulBids(unsuccessful, desk) : null,
            settings.R028 ? new IdenticalPrices(desk, prices) : null,
            settings.R030 ? new LateBidWon(settings.Cardinal, desk) : null,
            settings.R035 is { } others ? new AllOthersDisqualified(others, desk) : null,
            settings.R036 ? new LowestBidDisqualified(desk, prices) : null,
            settings.R038 is { } disqualified ? new ExcessiveDisqualifiedBids(disqualified, desk) : null,
            settings.R048 is { } variety ? new HeterogeneousSupplier(variety, settings.Cardinal, desk) : null,
            settings.R058 is { } discounted ? new HeavilyDiscountedBid(discounted, second, desk) : null,
        ];
        return [.. all.OfType<Collector>()];
    }
}
