using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>What all coordinators' commands begin with: which case, and may this coordinator act on it now?</summary>
public sealed class Desk(BotDb db, CaseCard cards, Phrasebook phrases, TipWords tipWords, Seal seal)
{
    /// <summary>The note of the case that a coordinator is busy with.</summary>
    public const string CaseNote = "case";

    public async Task<(Case Case, Tip Tip)?> Find(string number, CancellationToken cancellationToken)
    {
        if (!int.TryParse(number.Trim().TrimStart('№', '#'), out var wanted)
            || await db.Cases.SingleOrDefaultAsync(known => known.Number == wanted, cancellationToken) is not { } theCase)
            return null;
        return (theCase, await db.Tips.SingleAsync(tip => tip.Id == theCase.TipId, cancellationToken));
    }

    public Task<(Case Case, Tip Tip)?> Noted(Turn turn, CancellationToken cancellationToken) => Find(turn.Noted(CaseNote) ?? "", cancellationToken);

    /// <summary>Why not, or null when the coordinator may act: it is open, and nobody else has it.</summary>
    public Say? Refusal((Case Case, Tip Tip)? found, Turn turn) => found switch
    {
        null => Say.Line("triage.which_case"),
        { Case.IsOpen: false } => Say.Line("triage.not_open", ("number", found.Value.Case.Number)),
        { Case.HolderId: { } holder } when holder != turn.Person.Id =>
            Say.Line("triage.already_with", ("number", found.Value.Case.Number), ("name", seal.Open(found.Value.Case.HolderName))),
        _ => null,
    };

    public Task<IReadOnlyList<Notice>> Card((Case Case, Tip Tip) found, CancellationToken cancellationToken) => cards.Draw(found.Case, found.Tip, cancellationToken);

    /// <summary>The name that colleagues read. Channels give one; without it, a number.</summary>
    public Sealed NameOf(Turn turn) =>
        seal.Close(Discretion.Visible(turn.Message.SenderName ?? "").Trim() is { Length: > 0 } name ? name : "#" + turn.Person.Id.ToString("N")[^4..]);

    /// <summary>Words in the author's language: what they will get, shown before and kept after.</summary>
    public string ForAuthor(Tip tip, Say say) => phrases.Text(say, tip.Language);

    /// <summary>The author learns that there is news; what it is, after a tap.</summary>
    public IEnumerable<Notice> Nudge(Tip tip) => tip.PersonId is { } author
        ? [new Notice(author, tipWords.Nudge(tip), $"news:{tip.Id:N}:{tip.Version}", OutboxKind.Notice)]
        : [];

    public Sealed Close(string text) => seal.Close(text);
}
