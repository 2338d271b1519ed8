using System.Globalization;

namespace Matching.Memory;

/// <summary>Looks rows up by the identifiers that people cite, whole or in pieces.</summary>
internal sealed class Drawers(Column<Row> rows)
{
    private const int Halves = 10_000;    // beginnings, or endings, of four digits
    private readonly Chains byId = new(row => (ulong)rows[row].Id);
    private readonly Chains byPlan = new(row => rows[row].Plan);
    private readonly Chains byAnnouncement = new(row => rows[row].Announcement);
    private readonly Chains byAnnouncementId = new(row => (ulong)rows[row].AnnouncementId);
    private Postings beginnings = Lists(), endings = Lists();

    public List<int> ById(long id) => byId.All((ulong)id);

    public List<int> ByPlan(ulong plan) => byPlan.All(plan);

    public List<int> ByAnnouncement(string number) => byAnnouncement.All(Keys.Of(number.ToUpperInvariant()));

    public List<int> ByAnnouncement(long id) => byAnnouncementId.All((ulong)id);

    /// <summary>Rows whose plan number has this piece: see <see cref="PlanNumber.IsPiece"/>.</summary>
    public List<int> ByPiece(string digits)
    {
        var found = new HashSet<int>();
        Look(beginnings.Read(Half(digits.AsSpan(0, PlanNumber.Half))), digits, found);
        Look(endings.Read(Half(digits.AsSpan(digits.Length - PlanNumber.Half))), digits, found);
        return [.. found.Order()];
    }

    /// <summary>Takes in the next row.</summary>
    public void File(int row)
    {
        byId.Add(row);
        byPlan.Add(row);
        byAnnouncement.Add(row);
        byAnnouncementId.Add(row);
        if (PlanNumber.Digits(rows[row].Plan) is not { Length: > PlanNumber.Half } digits)
            return;
        beginnings.Append(Half(digits.AsSpan(0, PlanNumber.Half)), row);
        endings.Append(Half(digits.AsSpan(digits.Length - PlanNumber.Half)), row);
    }

    public void Write(BinaryWriter file)
    {
        foreach (var chains in (Chains[])[byId, byPlan, byAnnouncement, byAnnouncementId])
            chains.Write(file);
        beginnings.Write(file);
        endings.Write(file);
    }

    public void Read(BinaryReader file)
    {
        foreach (var chains in (Chains[])[byId, byPlan, byAnnouncement, byAnnouncementId])
            chains.Read(file);
        (beginnings, endings) = (Postings.Read(file), Postings.Read(file));
    }

    private void Look(Postings.Reader runs, string digits, HashSet<int> found)
    {
        Span<char> plan = stackalloc char[20];
        foreach (var run in runs)
        {
            foreach (var row in run)
            {
                if (rows[row].Plan.TryFormat(plan, out var length, default, CultureInfo.InvariantCulture)
                    && PlanNumber.IsPiece(digits, plan[..length]))
                    found.Add(row);
            }
        }
    }

    private static int Half(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Postings Lists()
    {
        var lists = new Postings();
        for (var i = 0; i < Halves; i++)
            lists.AddList();
        return lists;
    }
}
