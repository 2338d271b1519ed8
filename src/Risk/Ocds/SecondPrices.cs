using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Risk.Ocds;

/// <summary>
/// How far the second price is above the winning one, for R024 and R058: (second − winning) ÷ winning, of the lowest valid bids of the
/// winner and of all others. Only where prices decide: all awards are final, one is active, it has one supplier, whose bid is the lowest.
/// </summary>
internal sealed class SecondPrices(Desk desk, Prices prices) : Collector
{
    private readonly List<SecondPrice> found = [];

    /// <summary>One for each ocid, when all releases are read.</summary>
    public IReadOnlyList<SecondPrice> All => found;

    /// <summary>Of all ratios, when all releases are read.</summary>
    public Fence Fence { get; private set; }

    public override void Look(Release release)
    {
        if (!prices.MayBeCompared(release) || !release.IsFinal || release.SingleWinner() is not (>= 0 and var winner))
            return;
        var (winning, second, runnerUp) = (double.NaN, double.NaN, -1);
        foreach (ref readonly var bid in release.Bids)
        {
            if (bid.Status != BidStatus.Valid || release.Single(bid.Tenderers) is not (>= 0 and var tenderer) || !prices.Has(bid, release))
                continue;
            if (tenderer == winner)
                winning = double.IsNaN(winning) ? bid.Amount : Math.Min(winning, bid.Amount);
            else if (runnerUp < 0 || bid.Amount < second)
                (second, runnerUp) = (bid.Amount, tenderer);
        }

        if (second >= winning && (second != 0 || winning != 0))    // nothing over nothing is no ratio
            found.Add(new SecondPrice(desk.Ocid(release), (second - winning) / winning, winner, runnerUp, release.Line));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]    // entered once
    public override void Absorb(Collector other, Renaming renaming)
    {
        foreach (var price in ((SecondPrices)other).found)
            found.Add(price with
            {
                Ocid = renaming.Ocids[price.Ocid],
                Winner = renaming.Organisations[price.Winner],
                RunnerUp = renaming.Organisations[price.RunnerUp],
            });
    }

    /// <summary>Of several lines with one ocid the last one stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]    // entered once
    public override void Conclude()
    {
        var last = new long[desk.Ocids.Count];
        foreach (ref readonly var price in CollectionsMarshal.AsSpan(found))
            last[price.Ocid] = Math.Max(last[price.Ocid], price.Line);
        found.RemoveAll(price => price.Line < last[price.Ocid]);
        Fence = Fence.Of([.. found.Select(price => price.Ratio)]);
    }
}

/// <summary>The distance of the second price in one release.</summary>
/// <param name="Ocid">Name of the release's ocid.</param>
/// <param name="Ratio">Share of the winning price; 0: they are equal. Infinite if the winner asks for nothing.</param>
/// <param name="Winner">Name of the tenderer.</param>
/// <param name="RunnerUp">Name of the tenderer with the second price.</param>
/// <param name="Line">Where it is in the file.</param>
internal readonly record struct SecondPrice(int Ocid, double Ratio, int Winner, int RunnerUp, long Line);
