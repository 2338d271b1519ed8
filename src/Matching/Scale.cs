namespace Matching;

/// <summary>How common each size of a number is among the lots, so that an exact rare sum counts for more than a round one.</summary>
internal sealed class Scale
{
    /// <summary>Width of a bucket: one per cent.</summary>
    private const double Step = 0.00995;

    private readonly Dictionary<int, List<int>> buckets = [];
    private int total;

    public void Add(double value, int row)
    {
        if (value <= 0)
            return;
        var bucket = Bucket(value);
        if (!buckets.TryGetValue(bucket, out var rows))
            buckets.Add(bucket, rows = []);
        rows.Add(row);
        total++;
    }

    /// <summary>Rows whose value is within about one per cent.</summary>
    public IEnumerable<int> Near(double value)
    {
        var middle = Bucket(value);
        for (var bucket = middle - 1; bucket <= middle + 1; bucket++)
        {
            foreach (var row in buckets.GetValueOrDefault(bucket) ?? [])
                yield return row;
        }
    }

    /// <summary>How surprising it is, in nats, that a lot's value falls within the share (0–1) around this one by chance.</summary>
    public double Surprise(double value, double share)
    {
        var middle = Bucket(value);
        var reach = Math.Max(1, (int)Math.Round(share / Step));
        var within = 0;
        for (var bucket = middle - reach; bucket <= middle + reach; bucket++)
            within += buckets.TryGetValue(bucket, out var rows) ? rows.Count : 0;
        return Math.Log((total + 1.0) / (within + 1.0));
    }

    private static int Bucket(double value) => (int)Math.Floor(Math.Log(value) / Step);
}
