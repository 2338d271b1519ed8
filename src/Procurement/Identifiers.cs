using Procurement.Text;

namespace Procurement;

/// <summary>
/// Finds everything in a person's text that names a purchase or a party to it: links to the portal, lot, announcement and contract
/// numbers, business numbers, classifier codes, and bare numbers that may be an id.
/// </summary>
public static class Identifiers
{
    /// <summary>Nobody means more things than this in one text; whoever pastes a table gets the first ones looked up.</summary>
    public const int MaxFound = 100;

    /// <summary>
    /// Reads the text once; the time grows with its length only, whatever is in it. Spellings are tolerant as
    /// <see cref="LotNumber.TryParse"/> says. Private persons' numbers and numbers inside links of other sites are passed over.
    /// </summary>
    /// <returns>In the order of the text, each thing once (at its first place), at most <see cref="MaxFound"/>.</returns>
    public static IReadOnlyList<Found> FindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Found>();
        var known = new HashSet<object>();
        var from = 0;
        foreach (var link in LinkScan.In(text))
        {
            AddNumbers(text, from, link.Start, found, known);
            AddLink(text, link, found, known);
            from = link.End;
        }
        AddNumbers(text, from, text.Length, found, known);
        return found;
    }

    private static void AddLink(string text, TextSpan span, List<Found> found, HashSet<object> known)
    {
        if (span.Length > LinkScan.MaxLength || LinkScan.Portal(span.In(text)) is not { } page)
            return;
        if (page.Link is { } link)
        {
            Add(new FoundLink(span, link), link, found, known);
            return;
        }
        // A search page: the number that is searched for stands in the address, perhaps as percent signs.
        foreach (var inside in NumbersIn(new FoldedText(Uri.UnescapeDataString(span.In(text)))))
            Add(inside with { At = span }, Identity(inside), found, known);
    }

    private static void AddNumbers(string text, int start, int end, List<Found> found, HashSet<object> known)
    {
        if (start >= end || found.Count >= MaxFound)
            return;
        foreach (var number in NumbersIn(new FoldedText(text[start..end])))
        {
            Add(number with { At = number.At with { Start = number.At.Start + start } }, Identity(number), found, known);
            if (found.Count >= MaxFound)
                return;
        }
    }

    private static void Add(Found thing, object identity, List<Found> found, HashSet<object> known)
    {
        if (found.Count < MaxFound && known.Add(identity))
            found.Add(thing);
    }

    private static object Identity(Found found) => found switch
    {
        FoundLot lot => lot.Number,
        FoundAnnouncement announcement => announcement.Number,
        FoundContract contract => contract.Number,
        FoundBin bin => bin.Bin,
        FoundEnstru code => code.Code,
        FoundNumber number => number.Number,
        _ => found,
    };

    private static IEnumerable<Found> NumbersIn(FoldedText text)
    {
        for (var i = 0; i < text.Text.Length;)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }
            var (thing, end) = At(text, i);
            if (thing is not null)
                yield return thing;
            i = end;
        }
    }

    /// <summary>What begins at a digit, and where to go on; without anything, behind the row of digits.</summary>
    private static (Found? Thing, int End) At(FoldedText text, int start)
    {
        if (LotNumberScan.At(text, start) is { } lot)
            return (LotOrItsRoot(lot, text.SpanOf(start, lot.End)), lot.End);
        if (NumberScan.Contract(text, start) is { } contract)
            return (new FoundContract(text.SpanOf(start, contract.End), contract.Number), contract.End);
        if (NumberScan.Enstru(text, start) is { } enstru)
            return (new FoundEnstru(text.SpanOf(start, enstru.End), enstru.Code), enstru.End);
        if (NumberScan.Business(text, start) is { } business)
            return (new FoundBin(text.SpanOf(start, business.End), business.Bin), business.End);
        if (NumberScan.Announcement(text, start) is { } announcement)
            return (new FoundAnnouncement(text.SpanOf(start, announcement.End), announcement.Number), announcement.End);
        var end = NumberScan.Digits(text, start, int.MaxValue);
        return (BareNumber.At(text, start, end), end);
    }

    private static Found LotOrItsRoot(LotNumberScan lot, TextSpan at) => lot.Number is { } number
        ? new FoundLot(at, number)
        : new FoundNumber(at, lot.PlanRoot, [NumberMeaning.PlanRoot, NumberMeaning.AnnouncementId]);
}
