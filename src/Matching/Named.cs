namespace Matching;

/// <summary>What a text names by number, as the caller's finders read it: the part of finding that needs no guessing.</summary>
/// <param name="LotNumbers">Full lot numbers in canonical spelling (81861406-ЗЦП1).</param>
/// <param name="AnnouncementNumbers">Announcement numbers in canonical spelling (17379679-1).</param>
/// <param name="LotIds">Portal ids of lots, from links.</param>
/// <param name="AnnouncementIds">Portal ids of announcements, from links.</param>
/// <param name="Bins">Business numbers with a right check digit.</param>
/// <param name="PlanNumbers">Plan numbers: a lot number without its attempt (81861406).</param>
public sealed record Named(
    IReadOnlyList<string> LotNumbers,
    IReadOnlyList<string> AnnouncementNumbers,
    IReadOnlyList<long> LotIds,
    IReadOnlyList<long> AnnouncementIds,
    IReadOnlyList<string> Bins,
    IReadOnlyList<string> PlanNumbers)
{
    public static Named Nothing { get; } = new([], [], [], [], [], []);
}
