using System.Globalization;
using System.Text.Json.Nodes;

namespace Procurement.Tables;

/// <summary>
/// One table while it is read. Each row is put into the portal's own shape and read as such, so that a row is judged like any object of
/// the portal.
/// </summary>
internal sealed class Table
{
    private const string Invented = "synthetic_flag";

    private readonly IReadOnlyList<string> columns;
    private readonly Func<Cells, JsonObject?> shape;
    private readonly bool refusesAll;
    private readonly JoinedLot joined = new();

    private Table(IReadOnlyList<string> columns, Func<Cells, JsonObject?> shape, bool refusesAll) =>
        (this.columns, this.shape, this.refusesAll) = (columns, shape, refusesAll);

    /// <summary>The table that has this header; null when none has.</summary>
    public static Table? Of(IReadOnlyList<string> header, bool takeInvented)
    {
        string[] columns = [.. header.Select(name => name.Trim().TrimStart('\uFEFF').ToLowerInvariant())];
        Func<Cells, JsonObject?>? shape = columns switch
        {
            _ when Has(columns, "portal_lot_id", "lot_id", "trd_buy_id") => LotRows.FromPage,
            _ when Has(columns, "lot_number", "announce_id", "delivery_location_kato") => LotRows.FromList,
            _ when Has(columns, "protocol_no", "bidder_bin", "bid_price") => BidRows.FromProtocol,
            _ when Has(columns, "id", "contract_number_sys", "contract_sum") => cells => AsIs(cells, "Contract"),
            _ when Has(columns, "id", "rootrecord_id", "pln_point_year") => cells => AsIs(cells, "PlnPoint"),
            _ => null,
        };
        return shape is null ? null : new(columns, shape, columns.Contains(Invented) && !takeInvented);
    }

    public IEnumerable<Reading> Take(CsvRow row)
    {
        if (Fault(row) is { } fault)
            return [.. End(), Reading.Refused(row.Line, fault)];
        var cells = new Cells(columns, row.Cells);
        if (shape(cells) is not { } json)
            return [.. End(), Reading.Refused(row.Line, "The row does not say what it is about.")];
        return joined.Take(json, row.Line);
    }

    /// <summary>What was still held back: a lot to which no further row came.</summary>
    public IEnumerable<Reading> End() => joined.End();

    private string? Fault(CsvRow row)
    {
        if (row.Fault is not null)
            return row.Fault;
        if (refusesAll)
            return "The row is invented (the table has a column synthetic_flag), and invented rows are not taken.";
        return row.Cells.Count == columns.Count
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The row has {row.Cells.Count} cells, the header {columns.Count}.");
    }

    /// <summary>Columns that have the REST service's names already.</summary>
    private static JsonObject AsIs(Cells cells, string typeName)
    {
        var json = new JsonObject { ["__typename"] = typeName };
        foreach (var (name, value) in cells.All())
            json[name] = value;
        return json;
    }

    private static bool Has(string[] columns, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!columns.Contains(name))
                return false;
        }
        return true;
    }
}
