using Bot.Conversation;
using Bot.Storage;

namespace Bot.Tips;

/// <summary>The one clarifying question: town, organisation, when, how much. Then we look once more; then a person does.</summary>
public sealed class WhereAndWhat(Looking looking, Filing filing, Seal seal) : IStep
{
    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Say?>(Say.Line("tips.where_and_what").Offering(Offer.Of("tips.skip")));

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        var text = turn.Noted(Notes.Text) ?? "";
        if (turn.IsSilence || turn.Chose("tips.skip") || !turn.HasContent())
            return await filing.About(turn, text, null, [], cancellationToken);
        if (turn.IsFilesOnly())
            return Next.Aside(turn.FileTrouble()).Keeping(turn.SealedFiles(seal));

        var asked = turn with { Notes = new Dictionary<string, string>(turn.Notes) { [Notes.Clarified] = "1" } };
        var next = await looking.For(asked, turn.TextWith(text), cancellationToken);
        return (next.ForgetsNotes ? next : next.Noting(Notes.Clarified, "1").NotingPart(turn)) with
        {
            Kept = [.. turn.SealedFiles(seal), .. next.Kept],
            Says = [.. turn.FileTrouble(), .. next.Says],
        };
    }
}
