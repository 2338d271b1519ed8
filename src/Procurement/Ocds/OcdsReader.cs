using Procurement.Ocds;
using Procurement.Portal;

namespace Procurement;

/// <summary>
/// Reads compiled releases of the Open Contracting Data Standard 1.1 back into records: the announcement, its lots, the bids, the last
/// version of each contract with its acts, and the organisations. It takes what <see cref="OcdsExport"/> writes and, with gaps, what
/// others write of Kazakhstan's purchases: ids must be the portal's numbers, sums must be tenge, organisations are known by the
/// scheme KZ-BIN. A release is taken whole, or refused with one sentence.
/// </summary>
public static class OcdsReader
{
    private const string Tenge = "KZT";

    /// <summary>Whether an object is a release: nothing of the portal has a field "ocid".</summary>
    internal static bool IsRelease(FlatJson json) => json.Child(0, "ocid") > 0;

    /// <summary>
    /// Reads a file of releases, one a line, plain or packed with gzip. Other objects of the register may stand between them. The
    /// stream is left open.
    /// </summary>
    public static IAsyncEnumerable<Reading> ReadLines(Stream file, CancellationToken cancellationToken = default) =>
        PortalReader.ReadLines(file, cancellationToken);

    /// <summary>The records of one release, all with its line number.</summary>
    /// <exception cref="InvalidOperationException">A text holds half of a surrogate pair.</exception>
    internal static IReadOnlyList<Reading> Read(FlatJson release, long line)
    {
        var complaint = new Complaint();
        var records = new ReleaseShape(new JsonFields(release, 0, complaint, isSnake: false)).Records().ToList();
        if (complaint.Text is { } fault)
            return [Reading.Refused(line, fault)];
        return records.Count > 0 ? [.. records.Select(record => new Reading(line, record, null))] : [Reading.PassedOver(line)];
    }

    /// <summary>A sum in tenge; of another currency nothing is said.</summary>
    internal static decimal? Money(this JsonFields json, string name)
    {
        var value = json.Object(name);
        return value.Text("currency") is null or Tenge ? value.Amount("amount") : null;
    }

    /// <summary>An id that must be a number of the portal.</summary>
    internal static long PortalId(this JsonFields json, string name) => json.Id(name) ?? json.Refuse<long>(name, "is missing");
}
