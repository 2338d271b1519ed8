namespace Risk;

/// <summary>What art. 15 lets follow the last of several purchases.</summary>
internal enum Following
{
    /// <summary>One source is allowed: a repeated tender without bids, a repeated request for prices that failed again.</summary>
    Allowed,

    /// <summary>Bids came and the tender failed all the same: 15(5) asks for another tender.</summary>
    BidsCame,

    /// <summary>Nobody came, but it was the first tender: 15(3) asks for a repeat.</summary>
    FirstTender,

    /// <summary>The request for prices got no offer, or fewer than two stayed, and was not repeated: 15(7), 15(9).</summary>
    NotRepeated,

    /// <summary>Exactly one offer for prices: only its bidder, and not dearer, 15(6).</summary>
    OnlyBidder,

    /// <summary>A field that tells is missing; <see cref="AfterFailure.Missing"/> says which.</summary>
    Unknown,
}

/// <summary>Article 15 of the law, applied to the purchases before one from a single source.</summary>
/// <param name="Last">The purchase that decides; null when there was none.</param>
/// <param name="Missing">Key of what is missing.</param>
internal sealed record AfterFailure(Following Following, EarlierPurchase? Last, string? Missing)
{
    /// <param name="chain">First to last, all known before.</param>
    public static AfterFailure Of(IReadOnlyList<EarlierPurchase> chain, Methods methods)
    {
        var last = chain.LastOrDefault(earlier => !methods.LotsWithoutEffect.Contains(earlier.Status));

        return last is null || last.Status == 0 ? Unknown("predecessor_status")
            : last.Status == methods.LotHeld ? Unknown("predecessor_held")
            : last.Status != methods.LotNotHeld ? Unknown("predecessor_status")
            : last.Offers is not { } offers ? Unknown("predecessor_bids")
            : offers.Count > 0 && offers.All(offer => offer.Outcome is BidOutcome.Unknown) ? Unknown("bid_statuses")
            : methods.TendersAndAuctions.Contains(last.Method) ? AfterTender(offers.Count)
            : last.Method == methods.PriceProposals ? AfterPrices(offers)
            : Unknown("predecessor_method");

        AfterFailure AfterTender(int bids) =>
            bids > 0 ? new(Following.BidsCame, last, null) : Repeated(Following.FirstTender);

        AfterFailure AfterPrices(IReadOnlyList<EarlierPurchase.Offer> bids)
        {
            var stayed = bids.Count(offer => offer.Outcome is not BidOutcome.Rejected);

            return bids.Any(offer => offer.Outcome is BidOutcome.Unknown) ? Unknown("bid_statuses")
                : bids.Count == 1 && stayed == 1 ? new(Following.OnlyBidder, last, null)
                : stayed > 1 ? Unknown("predecessor_held")
                : Repeated(Following.NotRepeated);
        }

        // A purchase before it that did not fail, or is only known from the number of the attempt, leaves a doubt.
        AfterFailure Repeated(Following otherwise)
        {
            var before = chain.TakeWhile(earlier => earlier != last).ToList();

            return last.IsRepeat == true || before.Exists(earlier => earlier.Status == methods.LotNotHeld)
                    ? new(Following.Allowed, last, null)
                : before.Count > 0 || last.Attempt > 1 ? Unknown("predecessors")
                : new(otherwise, last, null);
        }

        AfterFailure Unknown(string key) => new(Following.Unknown, last, key);
    }
}
