using Bot.Conversation;
using Bot.Lots;

namespace Bot.Tips;

/// <summary>After a story is told: which lots may it be about, and so what to ask next.</summary>
public sealed class Looking(LotSearch search, Inquiries inquiries, Filing filing)
{
    private const int Rounds = 3;    // lists of candidates shown before a person takes over

    /// <summary>Asks the portal first for numbers that we lack.</summary>
    public async Task<Next> For(Turn turn, string text, CancellationToken cancellationToken) =>
        await inquiries.About(turn, text, cancellationToken) ?? await InStore(turn, text, [], cancellationToken);

    /// <param name="silent">Numbers that the portal was asked for and has not answered.</param>
    public async Task<Next> InStore(Turn turn, string text, IReadOnlyList<string> silent, CancellationToken cancellationToken)
    {
        var rejected = Notes.Ids(turn.Noted(Notes.Rejected));
        var found = await search.Find(text, rejected, cancellationToken);
        Say[] late = silent.Count > 0 ? [Say.Line("tips.portal_silent", ("numbers", string.Join(", ", silent)))] : [];
        var nowhere = found.Unknown.Except(silent).ToList();
        var key = nowhere.Except(Notes.Names(turn.Noted(Notes.Asked))).Any() ? "tips.unknown_number" : "tips.unknown_on_portal";
        Say[] unknown = nowhere.Count > 0 ? [Say.Line(key, ("numbers", string.Join(", ", nowhere)))] : [];

        if (found is { IsExact: true, Lots: [var only] })
            return await filing.About(turn, text, only.Lot, [], cancellationToken);
        if (Notes.Ids(turn.Noted(Notes.About)) is [var linked] && await search.Lot(linked, cancellationToken) is { } lot)
            return await filing.About(turn, text, lot, [], cancellationToken);
        if (found.Lots.Count > 0 && rejected.Count < Rounds * LotSearch.Most)
            return Next.To<WhichLot>().Saying(late).Saying(unknown).Noting(Notes.Text, text)
                .Noting(Notes.Offered, string.Join(',', found.Lots.Select(lot => lot.Lot.Id))).WakingAfter(Draft.Patience);
        if (turn.Noted(Notes.Clarified) is null)
            return Next.To<WhereAndWhat>().Saying(late).Saying(unknown).Noting(Notes.Text, text).WakingAfter(Draft.Patience);
        var filed = await filing.About(turn, text, null, [], cancellationToken);
        return filed with { Says = [.. late, .. filed.Says] };
    }
}
