using Procurement;

namespace Matching.Memory;

/// <summary>Everything that the index holds: rows of lots, buyers and things, words, sizes of numbers, look-ups.</summary>
internal sealed class Shelves
{
    private static readonly DateTimeOffset Beginning = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Kazakhstan's clock since 2024; for the year of a publication the hour before that does not matter.</summary>
    private static readonly TimeSpan Clock = TimeSpan.FromHours(5);

    private readonly Drawers drawers;
    private readonly Column<ulong> bins;
    private readonly Chains byBin;
    private readonly TermLists numbers;
    private readonly Vocabulary endings;

    public Shelves()
    {
        (Rows, Words, endings, Units, Items) = (new(), new(), new(), new(), new());
        (Amounts, UnitPrices, Counts, bins, numbers) = (new(), new(), new(), new(), new());
        drawers = new Drawers(Rows);
        byBin = new Chains(unit => bins[unit]);
    }

    private Shelves(BinaryReader file)
    {
        (Rows, Words, endings) = (Column<Row>.Read(file), Vocabulary.Read(file), Vocabulary.Read(file));
        (Units, Items, Bridge) = (Side.Read(file), Side.Read(file), Bridge.Read(file));
        (Amounts, UnitPrices, Counts) = (Scale.Read(file), Scale.Read(file), Scale.Read(file));
        (bins, numbers, Present) = (Column<ulong>.Read(file), TermLists.Read(file), file.ReadInt32());
        drawers = new Drawers(Rows);
        drawers.Read(file);
        byBin = new Chains(unit => bins[unit]);
        byBin.Read(file);
    }

    public Column<Row> Rows { get; }

    /// <summary>How many rows are of lots that can be found.</summary>
    public int Present { get; private set; }
    public Vocabulary Words { get; }

    /// <summary>Who buys: one entry for each buyer under each name at each place.</summary>
    public Side Units { get; }

    /// <summary>What is bought: one entry for each thing in each wording.</summary>
    public Side Items { get; }
    public Bridge Bridge { get; set; } = new();
    public Scale Amounts { get; }
    public Scale UnitPrices { get; }
    public Scale Counts { get; }

    /// <summary>How likely it is that a lot taken at random has a word, in its buyer's name or in the thing bought.</summary>
    public double ShareWith(int word) => (Units.LotsWith(word) + Items.LotsWith(word)) / (Present + 1.0);

    /// <summary>Numbers in a buyer's name: School №12.</summary>
    public ReadOnlySpan<int> NumbersOf(int unit) => numbers[unit];

    public int? RowOf(long lotId) => drawers.ById(lotId).Where(row => !Rows[row].IsGone).Select(row => (int?)row).FirstOrDefault();

    public List<int> WithNumber(string number)
    {
        var ending = PlanNumber.AttemptOf(number);
        return endings.TryFind(ending, out var attempt)
            ? [.. OfPlan(PlanNumber.Of(number)).Where(row => Rows[row].Attempt == attempt)]
            : [];
    }

    public List<int> OfPlan(string plan) => OfPlan(PlanNumber.Key(plan));

    public List<int> OfPlan(ulong plan) => Existing(drawers.ByPlan(plan));

    public List<int> OfAnnouncement(string number) => Existing(drawers.ByAnnouncement(number));

    public List<int> OfAnnouncement(long id) => Existing(drawers.ByAnnouncement(id));

    public List<int> OfBuyer(string bin)
    {
        var rows = new List<int>();
        foreach (var unit in byBin.All(Keys.Of(bin)))
        {
            foreach (var run in Units.LotsOf(unit))
                rows.AddRange(run);
        }

        return Existing(rows);
    }

    /// <summary>Lots whose plan number has this piece of at least <see cref="PlanNumber.Half"/> digits.</summary>
    public List<int> WithPiece(string digits) => Existing(drawers.ByPiece(digits));

    /// <summary>The latest attempt at the same purchase.</summary>
    public int Latest(int row) => Rows[row].Plan == 0 ? row : OfPlan(Rows[row].Plan)
        .OrderByDescending(r => Rows[r].Published).ThenByDescending(r => Rows[r].Id).DefaultIfEmpty(row).First();

    public int AddUnit(ulong key, string? bin, Reading reading)
    {
        bins.Add(string.IsNullOrEmpty(bin) ? 0 : Keys.Of(bin));
        byBin.Add(bins.Count - 1);
        numbers.Add([.. reading.Numbers]);
        return Units.Add(key, IdsOf(reading));
    }

    public int AddItem(ulong key, Reading reading) => Items.Add(key, IdsOf(reading));

    public Row RowFor(Lot lot, int unit, int item)
    {
        var price = lot.UnitPrice is > 0 ? lot.UnitPrice : lot.Count is > 0 ? lot.Amount / lot.Count : null;
        return new Row
        {
            Id = lot.Id,
            AnnouncementId = lot.AnnouncementId ?? 0,
            Announcement = string.IsNullOrEmpty(lot.AnnouncementNumber) ? 0 : Keys.Of(lot.AnnouncementNumber.ToUpperInvariant()),
            Plan = PlanNumber.Key(PlanNumber.Of(lot.Number)),
            Attempt = (short)Math.Min(endings.Add(PlanNumber.AttemptOf(lot.Number)), short.MaxValue),
            Unit = unit,
            Item = item,
            Amount = (float)(lot.Amount ?? 0),
            UnitPrice = (float)(price ?? 0),
            Count = (float)(lot.Count ?? 0),
            Published = lot.Published is { } moment ? (int)(moment - Beginning).TotalMinutes : 0,
            Year = (short)(lot.Published?.ToOffset(Clock).Year ?? 0),
        };
    }

    public void Add(in Row row)
    {
        var at = Rows.Add(row);
        Units.AddLot(row.Unit, at);
        Items.AddLot(row.Item, at);
        Amounts.Add(row.Amount, at);
        UnitPrices.Add(row.UnitPrice, at);
        Counts.Add(row.Count, at);
        drawers.File(at);
        Present++;
    }

    /// <summary>The row stays, and nobody finds it any more.</summary>
    public void Forget(int row)
    {
        ref var gone = ref Rows[row];
        gone.IsGone = true;
        Present--;
        Units.ForgetLot(gone.Unit);
        Items.ForgetLot(gone.Item);
        Amounts.Forget(gone.Amount);
        UnitPrices.Forget(gone.UnitPrice);
        Counts.Forget(gone.Count);
    }

    public void Write(BinaryWriter file)
    {
        Rows.Write(file);
        Words.Write(file);
        endings.Write(file);
        Units.Write(file);
        Items.Write(file);
        Bridge.Write(file);
        Amounts.Write(file);
        UnitPrices.Write(file);
        Counts.Write(file);
        bins.Write(file);
        numbers.Write(file);
        file.Write(Present);
        drawers.Write(file);
        byBin.Write(file);
    }

    public static Shelves Read(BinaryReader file) => new(file);

    private int[] IdsOf(Reading reading) => [.. reading.Stems.Select(Words.Add)];

    private List<int> Existing(List<int> rows)
    {
        rows.RemoveAll(row => Rows[row].IsGone);
        return rows;
    }
}
