using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;

namespace Bot.Tips;

/// <summary>Shows up to three lots, each with the reason, and asks which one is meant.</summary>
public sealed class WhichLot(LotSearch search, Looking looking, Filing filing, Seal seal) : IStep
{
    public async ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken)
    {
        var offered = Notes.Ids(turn.Noted(Notes.Offered));
        var found = await search.Explain(turn.Noted(Notes.Text) ?? "", offered, Notes.Ids(turn.Noted(Notes.Rejected)), cancellationToken);
        var say = found.Count == 1 ? Say.Line("tips.is_it_this") : Say.Line("tips.which_lot");
        foreach (var (lot, number) in found.Select((lot, number) => (lot, number + 1)))
            say = say.Then(Phrase.Plain("")).Then(LotCard.Line(number, lot.Lot)).Then(LotCard.Why(lot.Evidence));
        return say.Offering(found.Count == 1
                ? [Offer.Of("pick:1", ButtonStyle.Main) with { Label = new Phrase("tips.this_one") }]
                : found.Select((_, number) => new Offer($"pick:{number + 1}", Phrase.Plain($"{number + 1}"), ButtonStyle.Main)))
            .Offering(Offer.Of("tips.none_of_these"), Offer.Of("tips.dont_know"));
    }

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        var offered = Notes.Ids(turn.Noted(Notes.Offered));
        var text = turn.Noted(Notes.Text) ?? "";
        if (turn.ChoseAmong("pick:") is { } number && offered.ElementAtOrDefault(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1) is var id and > 0)
            return await filing.About(turn, text, await search.Lot(id, cancellationToken), [], cancellationToken);
        if (turn.IsSilence || turn.Chose("tips.dont_know"))
            return await filing.About(turn, text, null, offered, cancellationToken);
        if (turn.Chose("tips.none_of_these"))
            return turn.Noted(Notes.Clarified) is null
                ? Next.To<WhereAndWhat>().Noting(Notes.Rejected, Rejecting(turn, offered)).WakingAfter(Draft.Patience)
                : await filing.About(turn, text, null, [], cancellationToken);
        if (!turn.HasContent())
            return Next.Again();
        if (turn.IsFilesOnly())
            return Next.Aside(turn.FileTrouble()).Keeping(turn.SealedFiles(seal));

        var more = await looking.For(turn, turn.TextWith(text), cancellationToken);    // more of the story says more about the lot
        return more.NotingPart(turn) with { Kept = [.. turn.SealedFiles(seal), .. more.Kept], Says = [.. turn.FileTrouble(), .. more.Says] };
    }

    private static string Rejecting(Turn turn, IReadOnlyList<long> offered) =>
        string.Join(',', Notes.Ids(turn.Noted(Notes.Rejected)).Concat(offered).Distinct());
}
