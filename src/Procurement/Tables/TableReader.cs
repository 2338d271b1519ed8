using System.Runtime.CompilerServices;
using Procurement.Tables;

namespace Procurement;

/// <summary>
/// Reads tables of comma-separated values (RFC 4180, UTF-8) that people have collected of the register: lots from the portal's pages,
/// lots with their places of delivery, bids out of a protocol, contracts and plan items under the REST service's names. Which of them a
/// table is, is told by its header.
/// </summary>
public static class TableReader
{
    /// <summary>
    /// Reads a table row by row; a bad row is refused with the number of the line on which it begins. Rows of a table with a column
    /// "synthetic_flag" are invented, and each is refused unless asked for. Rows of one joined lot that follow each other are one lot.
    /// The stream is left open.
    /// <para>Tables that show no ids get ids that no source gives: a lot known by its number alone 9×10¹² and more, a bid known by its
    /// rank in a protocol the announcement's id × 1000 + rank; a lot of such a bid is 0.</para>
    /// </summary>
    /// <param name="file">UTF-8, with or without a byte order mark.</param>
    /// <param name="takeInvented">Take invented rows as if they were real: for tests and demonstrations.</param>
    public static async IAsyncEnumerable<Reading> ReadLines(
        Stream file, bool takeInvented = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Table? table = null;
        await foreach (var row in CsvRows.Of(file, cancellationToken).ConfigureAwait(false))
        {
            if (table is null)
            {
                table = row.Fault is null ? Table.Of(row.Cells, takeInvented) : null;
                if (table is not null)
                    continue;
                yield return Reading.Refused(row.Line, "The header is not that of a table that is known.");
                yield break;
            }
            foreach (var reading in table.Take(row))
                yield return reading;
        }
        foreach (var reading in table?.End() ?? [])
            yield return reading;
    }

    internal static bool Knows(IReadOnlyList<string> header) => Table.Of(header, takeInvented: false) is not null;
}
