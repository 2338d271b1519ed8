using Bot.Conversation;
using Bot.Lots;
using Bot.Signs;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk;

namespace Bot.Triage;

/// <summary>
/// The one card of a case in the coordinators' group: alias number, theme, lot, signs, the author's words without whatever could point at
/// the author, and the buttons that make sense now.
/// </summary>
public sealed class CaseCard(BotDb db, LotSigns signs, LotTopics topics, Drawings drawings, Seal seal)
{
    private const int Excerpt = 600;    // a card, not the whole story: "/text" gives that
    private const int Entries = 5;

    /// <summary>Draws the card anew, if anything on it has changed. On the channel it replaces the one before.</summary>
    public async Task<IReadOnlyList<Notice>> Draw(Case theCase, Tip tip, CancellationToken cancellationToken)
    {
        var lot = tip.LotId is { } id ? await signs.Lot(id, cancellationToken) : null;
        var say = (await Head(theCase, lot, cancellationToken)).Then(State(theCase));
        var files = tip.IsForgotten ? 0 : await db.TipFiles.CountAsync(file => file.TipId == tip.Id, cancellationToken);
        say = await Story(say, tip, files, cancellationToken);
        say = await About(say.Then(Phrase.Plain("")), theCase, tip, lot, cancellationToken);

        theCase.ShownTipVersion = tip.Version;
        theCase.ShownEntry = await db.TipEntries.Where(entry => entry.TipId == tip.Id).MaxAsync(entry => (long?)entry.Position, cancellationToken) ?? 0;
        say = say.Offering(Buttons(theCase)).Offering(files > 0 ? Commands(theCase, "files").Select(offer => offer with { Style = ButtonStyle.Plain }) : []);
        var drawn = drawings.HashOf(say);
        if (drawn == theCase.Drawn)
            return [];    // that the data has grown older is no reason to draw it anew
        (theCase.Drawn, theCase.Drawings) = (drawn, theCase.Drawings + 1);
        var standing = new Standing(theCase.IsOpen, theCase.HolderName.IsNothing ? null : seal.Open(theCase.HolderName));
        if (lot is not null)
            say = say.Then((await signs.Age(cancellationToken)).Line);
        return [new Notice(null, say, $"card:{theCase.Number}:{theCase.Drawings}", OutboxKind.Card, $"case-{theCase.Number}") { Standing = standing }];
    }

    /// <summary>Alias number, place, theme: what a coordinator looks for in a long list.</summary>
    private async Task<Say> Head(Case theCase, Lot? lot, CancellationToken cancellationToken) => lot is null
        ? Say.Line("triage.head_without_lot", ("number", theCase.Number))
        : Say.Line("triage.head", ("number", theCase.Number), ("place", await topics.PlaceOf(lot, cancellationToken)), ("theme", lot.Name));

    /// <summary>Who has it, or how it ended.</summary>
    public Phrase State(Case theCase) => theCase.State switch
    {
        CaseState.New => new Phrase("triage.is_new"),
        CaseState.Claimed => Phrase.Of("triage.is_claimed", ("name", seal.Open(theCase.HolderName)), ("day", theCase.ClaimedAt)),
        CaseState.Declined => Phrase.Of("triage.is_declined", ("reason", new Phrase("triage.reason_" + theCase.Reason))),
        CaseState.Duplicate => Phrase.Of("triage.is_duplicate", ("number", theCase.DuplicateOf)),
        _ => Phrase.Of("triage.is_closed", ("outcome", OutcomeWords.Of(theCase.Outcome!.Value, theCase.OutcomeAmount, theCase.OutcomeAuthority, theCase.OutcomeDay))),
    };

    private async Task<Say> Story(Say say, Tip tip, int files, CancellationToken cancellationToken)
    {
        if (tip.IsForgotten)
            return say.Then("triage.author_forgotten");
        var text = Discretion.Of(seal.Open(tip.Text));
        say = say.Then(Phrase.Plain("")).Then("triage.story", ("text", text.Length <= Excerpt ? text : text[..Excerpt] + "…"), ("letters", text.Length));
        if (files > 0)
            say = say.Then("triage.files", ("count", files));
        var entries = await db.TipEntries.Where(entry => entry.TipId == tip.Id).OrderByDescending(entry => entry.Position).Take(Entries).ToListAsync(cancellationToken);
        foreach (var entry in entries.OrderBy(entry => entry.Position))
            say = say.Then(Entry(entry));
        return tip.AwaitsAnswer ? say.Then("triage.asked", ("question", seal.Open(tip.Question))) : say;
    }

    private Phrase Entry(TipEntry entry) => entry switch
    {
        { Kind: TipEntryKind.Answer, Text.IsNothing: true } => new Phrase("triage.rather_not"),
        { Kind: TipEntryKind.Answer } => Phrase.Of("triage.answer", ("text", Discretion.Of(seal.Open(entry.Text)))),
        _ => Phrase.Of("triage.more", ("text", Discretion.Of(seal.Open(entry.Text)))),
    };

    private async Task<Say> About(Say say, Case theCase, Tip tip, Lot? lot, CancellationToken cancellationToken)
    {
        if (lot is null)
        {
            foreach (var possible in Possible(tip))
                if (await signs.Lot(possible, cancellationToken) is { } maybe)
                    say = say.Then("triage.possible", ("lot", LotCard.Short(maybe)));
            return say.Then(await IsAsked(tip, cancellationToken) ? "triage.portal_asked" : "triage.no_lot");
        }

        say = say.Then("triage.lot", ("lot", LotCard.Short(lot)));
        var report = await signs.Check(lot, tip.FiledAt, cancellationToken);
        theCase.ShowsFirst(lot.Id, Alerting.Strong(report).Select(sign => sign.Code));
        foreach (var line in SignWords.Lines(report))
            say = say.Then(line);
        return say;
    }

    private Task<bool> IsAsked(Tip tip, CancellationToken cancellationToken) =>
        db.Inquiries.AnyAsync(inquiry => inquiry.TipId == tip.Id && inquiry.State == InquiryState.Open, cancellationToken);

    private static IEnumerable<long> Possible(Tip tip) =>
        tip.PossibleLots.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<Offer> Buttons(Case theCase) => theCase.State switch
    {
        CaseState.New => Commands(theCase, "claim", "decline", "duplicate", "ask", "text"),
        CaseState.Claimed => Commands(theCase, "close", "ask", "decline", "duplicate", "release", "text"),
        _ => Commands(theCase, "text"),
    };

    /// <summary>The first is what most will want.</summary>
    private static IEnumerable<Offer> Commands(Case theCase, params string[] commands) => commands.Select((command, place) =>
        Offer.Command($"/{command} {theCase.Number}", "triage.do_" + command, place == 0 && theCase.IsOpen ? ButtonStyle.Main : ButtonStyle.Plain));
}
