using Bot.Conversation;
using Bot.Lots;

namespace Bot.Tips;

/// <summary>After a story is told: which lots may it be about, and so what to ask next.</summary>
public sealed class Looking(LotSearch search, Filing filing)
{
    private const int Rounds = 3;    // lists of candidates shown before a person takes over

    public async Task<Next> For(Turn turn, string text, CancellationToken cancellationToken)
    {
        var rejected = Notes.Ids(turn.Noted(Notes.Rejected));
        var found = await search.Find(text, rejected, cancellationToken);
        var unknown = found.Unknown.Count > 0 ? [Say.Line("tips.unknown_number", ("numbers", string.Join(", ", found.Unknown)))] : Array.Empty<Say>();

        if (found is { IsExact: true, Lots: [var only] })
            return await filing.About(turn, text, only.Lot, [], cancellationToken);
        if (found.Lots.Count > 0 && rejected.Count < Rounds * LotSearch.Most)
            return Next.To<WhichLot>().Saying(unknown).Noting(Notes.Text, text)
                .Noting(Notes.Offered, string.Join(',', found.Lots.Select(lot => lot.Lot.Id))).WakingAfter(Draft.Patience);
        if (turn.Noted(Notes.Clarified) is null)
            return Next.To<WhereAndWhat>().Saying(unknown).Noting(Notes.Text, text).WakingAfter(Draft.Patience);
        return await filing.About(turn, text, null, [], cancellationToken);
    }
}
