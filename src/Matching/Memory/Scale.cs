namespace Matching.Memory;

/// <summary>
/// How common each size of a number is among the lots, so that an exact rare sum counts for more than a round one; and where it stands.
/// </summary>
internal sealed class Scale
{
    /// <summary>Width of a bucket: one per cent.</summary>
    private const double Step = 0.00995;

    /// <summary>Sizes from a hundredth to ten million million: a tiyn, a budget of the state.</summary>
    private static readonly double Least = Math.Log(0.01), Most = Math.Log(1e13);
    private static readonly int Buckets = (int)((Most - Least) / Step) + 1;

    private readonly Postings rows;
    private readonly Column<int> present;
    private int total;

    public Scale()
    {
        (rows, present) = (new(), new());
        for (var i = 0; i < Buckets; i++)
        {
            rows.AddList();
            present.Add(0);
        }
    }

    private Scale(Postings rows, Column<int> present, int total) => (this.rows, this.present, this.total) = (rows, present, total);

    public void Add(double value, int row)
    {
        if (value <= 0)
            return;
        rows.Append(Bucket(value), row);
        present[Bucket(value)]++;
        total++;
    }

    /// <summary>A lot that is no more counts no more; its row stays where it is and is passed over.</summary>
    public void Forget(double value)
    {
        if (value <= 0)
            return;
        present[Bucket(value)]--;
        total--;
    }

    /// <summary>Lists of rows whose value is within about one per cent: those of a bucket and its neighbours.</summary>
    public static IEnumerable<int> Near(double value)
    {
        var middle = Bucket(value);
        return Enumerable.Range(Math.Max(0, middle - 1), Math.Min(Buckets - 1, middle + 1) - Math.Max(0, middle - 1) + 1);
    }

    /// <summary>The rows of one bucket.</summary>
    public Postings.Reader RowsOf(int bucket) => rows.Read(bucket);

    /// <summary>The share of lots, above 0, whose value is at most so far (0–1) from this one.</summary>
    public double Share(double value, double off)
    {
        var middle = Bucket(value);
        var reach = Math.Max(1, (int)Math.Round(off / Step));
        var within = 0;
        for (var bucket = Math.Max(0, middle - reach); bucket <= Math.Min(Buckets - 1, middle + reach); bucket++)
            within += present[bucket];
        return (within + 1.0) / (total + 1.0);
    }

    public void Write(BinaryWriter file)
    {
        rows.Write(file);
        present.Write(file);
        file.Write(total);
    }

    public static Scale Read(BinaryReader file) => new(Postings.Read(file), Column<int>.Read(file), file.ReadInt32());

    private static int Bucket(double value) => (int)((Math.Clamp(Math.Log(Math.Max(value, 1e-9)), Least, Most) - Least) / Step);
}
