using System.Globalization;

namespace Procurement.Tables;

/// <summary>The cells of a row by the names of their columns; an empty one is absent.</summary>
internal readonly struct Cells(IReadOnlyList<string> columns, IReadOnlyList<string> values)
{
    private const decimal Most = 1e12m;    // a product of two, and a sum of many products, still fits

    public string? this[string column]
    {
        get
        {
            for (var at = 0; at < columns.Count; at++)
            {
                if (columns[at] == column)
                    return string.IsNullOrWhiteSpace(values[at]) ? null : values[at].Trim();
            }
            return null;
        }
    }

    /// <summary>A number to calculate with, or nothing: whether the cell is a good one is judged where it is read.</summary>
    public decimal? Number(string column) =>
        decimal.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Most
            ? number
            : null;

    public IEnumerable<(string Name, string Value)> All()
    {
        List<(string, string)> all = [];
        for (var at = 0; at < columns.Count; at++)
        {
            if (!string.IsNullOrWhiteSpace(values[at]))
                all.Add((columns[at], values[at]));
        }
        return all;
    }
}
