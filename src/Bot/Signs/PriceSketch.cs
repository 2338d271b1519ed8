using Bot.Conversation;
using Risk;
using Risk.Pictures;

namespace Bot.Signs;

/// <summary>The picture of a price sign: the lot's price beside those it was compared with.</summary>
internal static class PriceSketch
{
    private const string Price = "KZ-01";

    /// <summary>Null when the price is not among the signs told.</summary>
    public static Sketch? Of(IEnumerable<Finding> told)
    {
        if (told.FirstOrDefault(sign => sign.Code == Price && sign.Benchmark is { Sample.Count: > 0 }) is not { Value: { } price } sign)
            return null;
        var words = Phrase.Of("risk.KZ-01.picture", ("price", price), ("median", sign.Benchmark!.Median), ("fence", sign.Benchmark.Fence), ("count", sign.Benchmark.Count));
        return new Sketch(words, say => PricePicture.Draw(price, sign.Benchmark, sign.Benchmark.Sample, new(say(words),
            say(Phrase.Of("risk.picture.usual", ("price", sign.Benchmark.Median))), say(Phrase.Of("risk.picture.fence", ("price", sign.Benchmark.Fence))),
            say(Phrase.Of("risk.picture.own", ("price", price))))));
    }
}
