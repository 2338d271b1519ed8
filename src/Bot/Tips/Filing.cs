using Bot.Conversation;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Tips;

/// <summary>Files the tip: tells the signs of its lot, gives the receipt, offers to follow.</summary>
public sealed class Filing(BotDb db, LotSigns signs, LotTopics topics, TipNumbers numbers, Seal seal)
{
    /// <param name="lot">The lot that the author chose, or null when nobody knows.</param>
    /// <param name="possible">Lots that were shown and not chosen: coordinators may know better.</param>
    public async Task<Next> About(Turn turn, string text, Lot? lot, IReadOnlyList<long> possible, CancellationToken cancellationToken)
    {
        var receipt = Receipt.New();
        var tip = new Tip
        {
            Id = Guid.CreateVersion7(turn.Now),
            Number = await NextNumber(cancellationToken),
            PersonId = turn.Person.Id,
            Language = turn.Person.Language,
            ReceiptHash = receipt.Hash(seal),
            Receipt = seal.Close(receipt.Digits),
            Text = seal.Close(text),
            LotId = lot?.Id,
            PossibleLots = string.Join(',', possible),
            FiledAt = turn.Now,
        };
        await TakeFiles(turn, tip, cancellationToken);
        var answered = await HandOver(turn, tip, cancellationToken);

        var next = Next.To<WhatHappened>().Forgetting().Keeping(tip).Removing(answered);
        if (lot is null)
            return next.Saying(Say.Line("tips.filed_without_lot").Then("tips.receipt", ("receipt", receipt)).Then("tips.receipt_use"));
        var report = await signs.Check(lot, turn.Now, cancellationToken);
        var filed = Say.Line("tips.filed").Then("tips.receipt", ("receipt", receipt)).Then("tips.receipt_use");
        return next.Saying(SignWords.Tell(lot, report, await signs.Age(cancellationToken)), filed, await Follow(lot, cancellationToken));
    }

    private async Task<Say> Follow(Lot lot, CancellationToken cancellationToken)
    {
        var all = await topics.Of(lot, cancellationToken);
        var offer = Say.Line("tips.follow_offer", ("topics", all.Select(topic => topic.Name)));
        foreach (var topic in all)
            offer = offer.Offering(Offer.Command($"/follow {topic.Code}", topic.IsSchool ? "tips.follow_school" : "tips.follow_" + topic.Kind));
        return offer;
    }

    private async Task<int> NextNumber(CancellationToken cancellationToken) =>
        numbers.After(await db.Tips.MaxAsync(tip => (int?)tip.Number, cancellationToken) ?? 0);

    /// <summary>What the portal still owes an answer to belongs to the tip from now on. Returns what nobody waits for any more.</summary>
    private async Task<IReadOnlyList<Inquiry>> HandOver(Turn turn, Tip tip, CancellationToken cancellationToken)
    {
        var mine = await db.Inquiries.Where(inquiry => inquiry.PersonId == turn.Person.Id && inquiry.TipId == null).ToListAsync(cancellationToken);
        if (tip.LotId is not null)
            return mine;
        foreach (var inquiry in mine)
            inquiry.TipId = tip.Id;
        return [];
    }

    private async Task TakeFiles(Turn turn, Tip tip, CancellationToken cancellationToken)
    {
        foreach (var file in await db.TipFiles.Where(file => file.PersonId == turn.Person.Id && file.TipId == null).ToListAsync(cancellationToken))
            file.TipId = tip.Id;
    }
}
