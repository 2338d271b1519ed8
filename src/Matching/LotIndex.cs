using Procurement;

namespace Matching;

/// <summary>
/// All lots, ready to be found: buyers and things bought by their words, numbers by their size, identifiers by look-up. Built once, kept
/// current by <see cref="Add"/> while others search: readers never wait for each other.
/// </summary>
public sealed class LotIndex : IDisposable
{
    private readonly ReaderWriterLockSlim gate = new();
    private readonly Dictionary<long, int> rowOf = [];
    private readonly Dictionary<string, List<int>> byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> byPlan = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> byAnnouncement = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, List<int>> byAnnouncementId = [];
    private readonly Dictionary<string, List<int>> byBin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byPlanBeginning = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> items = new(StringComparer.Ordinal);
    private readonly LotReader reader;

    private LotIndex(IEnumerable<Place> places)
    {
        Places = new PlaceBook(places);
        reader = new LotReader(Places, Words);
    }

    /// <summary>Digits of a plan number by which a piece of it is looked up: a person remembers most of the eight.</summary>
    internal const int PlanBeginning = 6;

    internal PlaceBook Places { get; }
    internal Vocabulary Words { get; } = new();
    internal List<Unit> Units { get; } = [];
    internal List<Item> Items { get; } = [];
    internal List<Row> Rows { get; } = [];
    internal Scale Amounts { get; } = new();
    internal Scale UnitPrices { get; } = new();
    internal Scale Counts { get; } = new();

    /// <summary>How many lots can be found.</summary>
    public int Count => Read(() => rowOf.Count);

    /// <summary>Builds the index from lots in any order and the rows of the classifier of territories. Deleted lots are left out.</summary>
    public static LotIndex Build(IEnumerable<Lot> lots, IEnumerable<Place> places)
    {
        var index = new LotIndex(places);
        foreach (var lot in lots)
            index.Add(lot);
        return index;
    }

    /// <summary>Adds a lot while serving, or replaces the one with the same id; a deleted lot disappears. Safe beside readers.</summary>
    public void Add(Lot lot)
    {
        gate.EnterWriteLock();
        try
        {
            if (rowOf.Remove(lot.Id, out var old))
                Rows[old] = Rows[old] with { IsGone = true };
            if (!lot.IsDeleted)
                Insert(lot);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public void Dispose() => gate.Dispose();

    internal T Read<T>(Func<T> work)
    {
        gate.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    internal bool Holds(long lotId) => rowOf.ContainsKey(lotId);

    internal int? RowOf(long lotId) => rowOf.TryGetValue(lotId, out var row) ? row : null;

    internal IReadOnlyList<int> WithNumber(string number) => Present(byNumber.GetValueOrDefault(number));

    internal IReadOnlyList<int> OfPlan(string plan) => Present(byPlan.GetValueOrDefault(plan));

    internal IReadOnlyList<int> OfAnnouncement(string number) => Present(byAnnouncement.GetValueOrDefault(number));

    internal IReadOnlyList<int> OfAnnouncement(long id) => Present(byAnnouncementId.GetValueOrDefault(id));

    internal IReadOnlyList<int> OfBuyer(string bin) => Present(byBin.GetValueOrDefault(bin));

    /// <summary>Lots whose plan number begins with these digits, at least <see cref="PlanBeginning"/> of them.</summary>
    internal IEnumerable<int> WithPlanBeginning(string digits) => digits.Length < PlanBeginning ? [] :
        Present(byPlanBeginning.GetValueOrDefault(digits[..PlanBeginning])).Where(row => Rows[row].Plan.StartsWith(digits, StringComparison.Ordinal));

    /// <summary>The latest attempt at the same purchase.</summary>
    internal int Latest(int row) => Rows[row].Plan.Length == 0 ? row : OfPlan(Rows[row].Plan)
        .OrderByDescending(r => Rows[r].Published).ThenByDescending(r => Rows[r].Id).DefaultIfEmpty(row).First();

    internal static string PlanOf(string lotNumber)
    {
        var dash = lotNumber.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? lotNumber[..dash] : lotNumber;
    }

    private List<int> Present(List<int>? rows) => rows is null ? [] : [.. rows.Where(row => !Rows[row].IsGone)];

    private void Insert(Lot lot)
    {
        var unit = IdOf(units, LotReader.UnitKey(lot), () => AddUnit(lot));
        var item = IdOf(items, LotReader.ItemKey(lot), () => AddItem(lot));
        var row = Rows.Count;
        var plan = PlanOf(lot.Number);
        var price = lot.UnitPrice is > 0 ? lot.UnitPrice : lot.Count is > 0 ? lot.Amount / lot.Count : null;
        Rows.Add(new Row(lot.Id, unit, item, (double)(lot.Amount ?? 0), (double)(price ?? 0), (double)(lot.Count ?? 0), plan,
            lot.Published?.UtcTicks ?? 0, (short)(lot.Published?.Year ?? 0), false));
        rowOf[lot.Id] = row;
        Units[unit].Lots.Add(row);
        Items[item].Lots.Add(row);
        Amounts.Add(Rows[row].Amount, row);
        UnitPrices.Add(Rows[row].UnitPrice, row);
        Counts.Add(Rows[row].Count, row);
        File(byNumber, lot.Number, row);
        File(byPlan, plan, row);
        File(byAnnouncement, lot.AnnouncementNumber, row);
        File(byBin, lot.BuyerBin, row);
        File(byPlanBeginning, plan.Length >= PlanBeginning ? plan[..PlanBeginning] : null, row);
        if (lot.AnnouncementId is { } announcement)
            (byAnnouncementId.TryGetValue(announcement, out var rows) ? rows : byAnnouncementId[announcement] = []).Add(row);
    }

    private int AddUnit(Lot lot)
    {
        Units.Add(reader.ReadUnit(lot));
        foreach (var term in Units[^1].Terms)
            Words.Units[term].Add(Units.Count - 1);
        return Units.Count - 1;
    }

    private int AddItem(Lot lot)
    {
        Items.Add(reader.ReadItem(lot));
        foreach (var term in Items[^1].Terms)
            Words.Items[term].Add(Items.Count - 1);
        return Items.Count - 1;
    }

    private static int IdOf(Dictionary<string, int> known, string key, Func<int> add) =>
        known.TryGetValue(key, out var id) ? id : known[key] = add();

    private static void File(Dictionary<string, List<int>> drawer, string? key, int row)
    {
        if (!string.IsNullOrEmpty(key))
            (drawer.TryGetValue(key, out var rows) ? rows : drawer[key] = []).Add(row);
    }
}
