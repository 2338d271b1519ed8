using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>An answer of the portal that came after its tip was filed: the tip learns its lot, and its author that there is news.</summary>
public sealed class LateAnswers(BotDb db, LotSearch search, LateWords late, TipWords words, Telling telling)
{
    /// <summary>Changes what is to be saved with the removal of the inquiry; nothing for a tip that was forgotten, closed or has a lot.</summary>
    public async Task Tell(Inquiry inquiry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Tips.SingleOrDefaultAsync(tip => tip.Id == inquiry.TipId, cancellationToken) is not { IsOpen: true, LotId: null } tip)
            return;
        var found = inquiry.State == InquiryState.Found ? await search.Find(late.Text(tip), [], cancellationToken) : new FoundLots([], false, []);
        var lot = found is { IsExact: true, Lots: [var only] } ? only.Lot : null;
        var news = lot is not null ? await late.Found(tip, lot, now, cancellationToken)
            : late.Line(tip, inquiry, found.Lots.Count > 0 ? "tips.late_several" : "tips.late_unknown");
        if (tip.Learns(lot?.Id, [.. found.Lots.Select(one => one.Lot.Id)], news, now) && tip.PersonId is { } author)
            await telling.Others([new Notice(author, words.Nudge(tip), $"portal:{inquiry.Id:N}", OutboxKind.Notice)], cancellationToken);
    }
}
