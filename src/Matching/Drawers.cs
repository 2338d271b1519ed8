using Procurement;

namespace Matching;

/// <summary>Looks lots up by the identifiers that people cite.</summary>
internal sealed class Drawers
{
    /// <summary>Digits of a plan number by which a piece of it is looked up: a person remembers most of the eight.</summary>
    public const int PlanBeginning = 6;

    private static readonly List<int> Empty = [];

    private readonly Dictionary<string, List<int>> byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> byPlan = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> byAnnouncement = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, List<int>> byAnnouncementId = [];
    private readonly Dictionary<string, List<int>> byBin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byPlanBeginning = new(StringComparer.Ordinal);

    public List<int> ByNumber(string number) => byNumber.GetValueOrDefault(number, Empty);

    public List<int> ByPlan(string plan) => byPlan.GetValueOrDefault(plan, Empty);

    public List<int> ByAnnouncement(string number) => byAnnouncement.GetValueOrDefault(number, Empty);

    public List<int> ByAnnouncement(long id) => byAnnouncementId.GetValueOrDefault(id, Empty);

    public List<int> ByBin(string bin) => byBin.GetValueOrDefault(bin, Empty);

    public List<int> ByPlanBeginning(string digits) =>
        digits.Length < PlanBeginning ? Empty : byPlanBeginning.GetValueOrDefault(digits[..PlanBeginning], Empty);

    public void File(Lot lot, string plan, int row)
    {
        Put(byNumber, lot.Number, row);
        Put(byPlan, plan, row);
        Put(byAnnouncement, lot.AnnouncementNumber, row);
        Put(byBin, lot.BuyerBin, row);
        Put(byPlanBeginning, plan.Length >= PlanBeginning ? plan[..PlanBeginning] : null, row);
        if (lot.AnnouncementId is { } announcement)
            (byAnnouncementId.TryGetValue(announcement, out var rows) ? rows : byAnnouncementId[announcement] = []).Add(row);
    }

    /// <summary>The plan number in a lot number: what stands before the attempt (81861406-ЗЦП1 – 81861406).</summary>
    public static string PlanOf(string lotNumber)
    {
        var dash = lotNumber.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? lotNumber[..dash] : lotNumber;
    }

    private static void Put(Dictionary<string, List<int>> drawer, string? key, int row)
    {
        if (!string.IsNullOrEmpty(key))
            (drawer.TryGetValue(key, out var rows) ? rows : drawer[key] = []).Add(row);
    }
}
