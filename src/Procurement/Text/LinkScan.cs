using System.Buffers;
using System.Globalization;

namespace Procurement.Text;

/// <summary>Finds links in a text and reads those of the portal. Every character is looked at a fixed number of times.</summary>
/// <param name="Link">What it points at; null for a page of the portal that shows no single thing, a search for instance.</param>
internal sealed record LinkScan(PortalLink? Link)
{
    /// <summary>Longer than any link that the portal or a browser makes; the rest of such a "link" is not looked at.</summary>
    public const int MaxLength = 2_000;

    private const string Mark = "zakup.gov.kz";

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\u00A0\u2028<>\"«»“”(){}|\\^`,;");
    private static readonly SearchValues<char> AfterHost = SearchValues.Create("/?#:");
    private static readonly string[] OldHosts = ["goszakup.gov.kz", "www.goszakup.gov.kz", "old.goszakup.gov.kz", "v3bl.goszakup.gov.kz"];
    private static readonly string[] UnifiedHosts = ["zakup.gov.kz", "www.zakup.gov.kz"];

    /// <summary>The stretches of a text that are links of any site: marked by "://" or by the portal's name.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Ends);
            length = length < 0 ? text.Length - start : length;
            if (Beginning(text.AsSpan(start, length)) is { } beginning)
                yield return new(start + beginning, length - beginning);
            start += length + 1;
        }
    }

    /// <summary>Where in a word without spaces a link begins: at its scheme ("see:https://…"), else at the portal's name.</summary>
    private static int? Beginning(ReadOnlySpan<char> word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        var start = scheme >= 0 ? scheme : word.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        while (start > 0 && (char.IsAsciiLetterOrDigit(word[start - 1]) || word[start - 1] is '.' or '-' or '/' or '@'))
            start--;
        return start;
    }

    /// <summary>Reads a link of the portal; null for any other site, also for one that only has the portal's name in it.</summary>
    public static LinkScan? Portal(string link)
    {
        var mark = link.AsSpan(0, Math.Min(link.Length, MaxLength)).IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (mark < 0)
            return null;
        var end = mark + Mark.Length;
        if (end < link.Length && !AfterHost.Contains(link[end]) && GoesOn(link[end], end + 1 < link.Length ? link[end + 1] : ' '))
            return null;
        var start = mark;
        while (start > 0 && (char.IsAsciiLetterOrDigit(link[start - 1]) || link[start - 1] is '.' or '-'))
            start--;
        if (start > 0 && link[start - 1] is '@' or '?' or '=' or '&')
            return null;
        if (start > 2 && link[start - 1] == '/' && link[..start].LastIndexOf("//", StringComparison.Ordinal) != start - 2)
            return null;    // somewhere in the path of another site

        var host = link[start..end].ToLowerInvariant();
        var rest = link[end..Math.Min(link.Length, end + MaxLength)];
        if (OldHosts.Contains(host))
            return new(OldPage(Parts(rest)));
        return UnifiedHosts.Contains(host) ? new(UnifiedPage(Parts(rest), rest)) : null;
    }

    private static PortalLink? OldPage(string[] parts) => parts switch
    {
        ["announce", "index" or "ajax_load_lot" or "ajax_load_history" or "actionajaxmodalshowfiles", var id, ..] => Announcement(Id(id)),
        ["announce", var id, ..] => Announcement(Id(id)),
        ["subpriceoffer", "index", var announcement, var lot, ..] when Id(lot) is { } lotId =>
            new() { AnnouncementId = Id(announcement), LotId = lotId },
        ["subpriceoffer", "index", var announcement, ..] => Announcement(Id(announcement)),
        ["egzcontract", "cpublic", "show", var id, ..] when Id(id) is { } contract => new() { ContractId = contract },
        ["registry", "show_plan", var id, ..] when Id(id) is { } plan => new() { PlanItemId = plan },
        ["view", "lots", "index", var id, ..] when Id(id) is { } lot => new() { LotId = lot },
        _ => null,
    };

    private static PortalLink? UnifiedPage(string[] parts, string rest) => parts switch
    {
        ["announcement" or "announcements", var id, ..] when Id(id) is { } announcement =>
            new() { AnnouncementId = announcement, LotId = After(rest, "#lot-"), IsUnified = true },
        ["plan-items", var id, ..] when Id(id) is { } plan => new() { PlanItemId = plan, IsUnified = true },
        _ when (After(rest, "?lotId=") ?? After(rest, "&lotId=")) is { } lot => new() { LotId = lot, IsUnified = true },
        _ => null,
    };

    private static PortalLink? Announcement(long? id) => id is null ? null : new() { AnnouncementId = id };

    /// <summary>The parts of the path in lower case, without the port in front and the language.</summary>
    private static string[] Parts(string rest)
    {
        var path = rest[..(rest.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? end : rest.Length)].ToLowerInvariant();
        var parts = path[(path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? slash : path.Length)..]
            .Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["ru" or "kz" or "kk" or "en", ..] ? parts[1..] : parts;
    }

    private static long? After(string rest, string mark) =>
        rest.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? Id(rest[(at + mark.Length)..]) : null;

    /// <summary>The digits that a part begins with; behind them may stand what the sentence goes on with, but no letter.</summary>
    private static long? Id(string part)
    {
        var length = part.AsSpan().IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? part.Length : length;
        if (length is 0 or > 12 || (length < part.Length && char.IsAsciiLetter(part[length])))
            return null;
        return long.Parse(part.AsSpan(0, length), CultureInfo.InvariantCulture) is > 0 and var id ? id : null;
    }

    /// <summary>Whether a host's name goes on ("gov.kz.example.com"); a full stop or another mark may close the sentence there.</summary>
    private static bool GoesOn(char letter, char next) =>
        char.IsLetterOrDigit(letter) || letter is '-' or '_' or '@' || (letter == '.' && char.IsLetterOrDigit(next));
}
