using System.Runtime.CompilerServices;
using Procurement.Portal;

namespace Procurement;

/// <summary>
/// Reads a file of the register whatever it holds. What it is, is told by its content, never by its name: gzip by its first bytes; JSON
/// lines of the portal or of the contracting standard (compiled releases); a whole page of GraphQL, REST or the unified platform, or a
/// package of releases, on one line or printed over many; a table of comma-separated values by its header.
/// </summary>
public static class RegisterFile
{
    /// <summary>
    /// The readings of the file, in its order. Line numbers are the file's own, or the row's on a page. Bad lines are refused one by one;
    /// a file that is nothing of all this gives refusals. The stream is left open; its own faults (a disk, a network) are thrown.
    /// </summary>
    public static async IAsyncEnumerable<Reading> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var opened = await OpenedFile.Open(file, cancellationToken).ConfigureAwait(false);
        var readings = FileContent.Of(opened.Head.Span) switch
        {
            FileContent.Kind.Table => TableReader.ReadLines(opened, takeInvented: false, cancellationToken),
            FileContent.Kind.Page => PortalReader.ReadPage(opened, null, cancellationToken),
            _ => PortalReader.ReadLines(opened, cancellationToken),
        };
        var line = 0L;
        await foreach (var reading in readings.ConfigureAwait(false))
        {
            line = reading.Line;
            yield return reading;
        }
        if (opened.IsDamaged)
            yield return Reading.Refused(line + 1, "The compressed file is damaged; nothing after this place could be read.");
    }
}
