namespace Procurement.Portal;

/// <summary>
/// Ids of the unified platform, zakup.gov.kz, which gathers lots of several systems (1 the state portal, 2 Mitwork, 3 Samruk-Kazyna)
/// under numbers of its own. What came from the state portal keeps that portal's id, so that it is the same lot from both sources; all
/// else gets an id beyond every id of the portal, so that two systems never meet in one number.
/// </summary>
internal static class UnifiedIds
{
    /// <summary>Ids of the portal have eight digits today; each system has a range of this size above them.</summary>
    public const long Range = 1_000_000_000_000;

    private const long StatePortal = 1;

    /// <summary>A lot or plan item: system 1 with external_id keeps external_id, all else is system × 10¹² + id.</summary>
    public static long? Of(JsonFields json, long id)
    {
        if ((json.Object("system").Id("id") ?? json.Id("systemId")) is not { } system)
            return json.Refuse<long?>("system.id", "is missing");
        if (system >= 1000 || id >= Range)
            return json.Refuse<long?>("system.id", "is out of range");
        return system == StatePortal && json.Id("externalId") is { } source ? source : (system * Range) + id;
    }

    /// <summary>
    /// An announcement, which does not name its system: when its number begins with another id than the platform's own, as the state
    /// portal's numbers do (17379679-1), that is its id; else 10¹² + id.
    /// </summary>
    public static long OfAnnouncement(string? number, long id) =>
        AnnouncementNumber.TryParse(number, out var parsed) && parsed.Id != id ? parsed.Id : Range + id;
}
