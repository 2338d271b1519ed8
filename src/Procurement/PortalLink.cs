using System.Globalization;
using Procurement.Text;

namespace Procurement;

/// <summary>
/// What a link to the portal points at, and the making of such links. Read are the pages of goszakup.gov.kz (also www., old. and v3bl.)
/// for announcements, lots, contracts and plan items, in any language or none, with any query or fragment, with or without the
/// scheme; and those of zakup.gov.kz, whose ids are of its own (see <see cref="IsUnified"/>).
/// </summary>
public sealed record PortalLink
{
    /// <summary>The address that links are made for, unless another is asked for.</summary>
    public const string DefaultHost = "goszakup.gov.kz";

    public long? AnnouncementId { get; init; }
    public long? LotId { get; init; }
    public long? ContractId { get; init; }
    public long? PlanItemId { get; init; }

    /// <summary>
    /// True for zakup.gov.kz: its ids are not the ids of our records, they have to be asked for there first.
    /// </summary>
    public bool IsUnified { get; init; }

    /// <summary>Reads one link that stands alone; false for other sites and for pages that show no single thing.</summary>
    public static bool TryParse(string? text, out PortalLink link)
    {
        link = new();
        if (string.IsNullOrWhiteSpace(text) || text.Length > LinkScan.MaxLength || LinkScan.Portal(text.Trim()) is not { Link: { } found })
            return false;
        link = found;
        return true;
    }

    /// <summary>The page of an announcement, the most stable page there is.</summary>
    /// <param name="announcementId">The announcement's id [TrdBuy.id].</param>
    /// <param name="language">"kk" gives the Kazakh page; anything else the Russian, there is no English one.</param>
    /// <param name="host">The portal's address, which has changed before.</param>
    public static string ToAnnouncement(long announcementId, string language, string host = DefaultHost) =>
        string.Create(CultureInfo.InvariantCulture, $"https://{host}/{Segment(language)}/announce/index/{announcementId}");

    /// <summary>The page of a lot; without the announcement's id there is none, and the answer is null.</summary>
    public static string? ToLot(Lot lot, string language, string host = DefaultHost) => lot.AnnouncementId is { } announcement
        ? string.Create(CultureInfo.InvariantCulture, $"https://{host}/{Segment(language)}/subpriceoffer/index/{announcement}/{lot.Id}")
        : null;

    private static string Segment(string language) => language == "kk" ? "kz" : "ru";
}
