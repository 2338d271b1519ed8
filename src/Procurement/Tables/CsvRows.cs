using System.Runtime.CompilerServices;
using System.Text;

namespace Procurement.Tables;

/// <summary>One row of a table of comma-separated values: its cells, or what is wrong with it.</summary>
/// <param name="Line">The line on which the row begins, from 1.</param>
internal sealed record CsvRow(long Line, IReadOnlyList<string> Cells, string? Fault = null);

/// <summary>
/// Cuts a table into rows by RFC 4180: commas, line ends of either kind, cells in quotes with doubled quotes inside. Never holds more
/// than one row. After a fault it goes on with the next line.
/// </summary>
internal sealed class CsvRows
{
    /// <summary>Beyond this a row is no row: somewhere before it a quote was not closed.</summary>
    public const int LongestRow = 1024 * 1024;

    private readonly List<string> cells = [];
    private readonly StringBuilder cell = new();
    private Place place = Place.CellBegins;
    private string? fault;
    private long line = 1, begin = 1;
    private int length;

    private enum Place
    {
        CellBegins, Plain, Quoted, AfterQuote, Skipped,
    }

    public static async IAsyncEnumerable<CsvRow> Of(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var rows = new CsvRows();
        var buffer = new char[16 * 1024];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            for (var at = 0; at < read; at++)
            {
                if (rows.Take(buffer[at]) is { } row)
                    yield return row;
            }
        }
        if (rows.End() is { } last)
            yield return last;
    }

    private CsvRow? Take(char letter)
    {
        if (letter == '\n' && place != Place.Quoted)
            return EndOfLine();
        if (letter == '\n')
            line++;
        if (++length > LongestRow && place != Place.Skipped)
            Skip("The row is longer than a million characters.");
        place = place switch
        {
            Place.Skipped => Place.Skipped,
            Place.Quoted => InQuotes(letter),
            _ => Outside(letter),
        };
        return null;
    }

    private Place InQuotes(char letter)
    {
        if (letter == '"')
            return Place.AfterQuote;
        cell.Append(letter);
        return Place.Quoted;
    }

    private Place Outside(char letter)
    {
        switch (letter)
        {
            case ',':
                EndOfCell();
                return Place.CellBegins;
            case '\r':
                return place;    // the first half of a line end
            case '"' when place == Place.CellBegins:
                return Place.Quoted;
            case '"' when place == Place.AfterQuote:
                cell.Append('"');
                return Place.Quoted;
            case '"':
                return Skip("A quote stands in the middle of a cell.");
        }
        if (place == Place.AfterQuote)
            return Skip("Something stands behind a closing quote.");
        cell.Append(letter);
        return Place.Plain;
    }

    private Place Skip(string why)
    {
        fault ??= why;
        cell.Clear();
        return place = Place.Skipped;
    }

    private void EndOfCell()
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }

    private CsvRow? EndOfLine()
    {
        line++;
        return Row();
    }

    private CsvRow? End()
    {
        if (place == Place.Quoted)
            Skip("A quote is not closed.");
        return Row();
    }

    /// <summary>What has been gathered; an empty line is no row.</summary>
    private CsvRow? Row()
    {
        var isEmpty = place == Place.CellBegins && cells.Count == 0;
        EndOfCell();
        if (fault is null && cells.Any(text => text.Contains('\uFFFD', StringComparison.Ordinal)))
            fault = "The row is not valid UTF-8.";
        var row = isEmpty ? null : new CsvRow(begin, fault is null ? [.. cells] : [], fault);
        cells.Clear();
        (place, fault, length, begin) = (Place.CellBegins, null, 0, line);
        return row;
    }
}
