using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Procurement.Ocds;

namespace Procurement;

/// <summary>
/// Writes procedures as compiled releases of the Open Contracting Data Standard 1.1.5, one JSON object a line, with the extensions for
/// lots, bids, places of delivery and the tender's date of publication. Sums are tenge without VAT; moments are UTC.
/// <para>What the standard has no place for is left out: the portal's own codes of status, dumping, unit prices of bids and their
/// conditional discounts, sums with VAT, fines of acts, grounds of a method, the plan. Of several buyers in one announcement the standard
/// takes none for a lot. Private persons are in no record of ours, so they are not here either.</para>
/// </summary>
public static partial class OcdsExport
{
    /// <summary>
    /// The beginning of every identifier. It is not registered: whoever publishes asks the Open Contracting Partnership for a prefix
    /// first. Good for one's own use only.
    /// </summary>
    public const string UnregisteredPrefix = "ocds-kz0000";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes all of them. The stream is left open.</summary>
    /// <param name="asOf">The date of a release none of whose records has one.</param>
    /// <param name="prefix">"ocds-" and six small letters or digits.</param>
    /// <returns>How many releases were written.</returns>
    /// <exception cref="ArgumentException">The prefix has another form, or a procedure holds nothing.</exception>
    public static async Task<long> Write(
        Stream output,
        IAsyncEnumerable<Procedure> procedures,
        DateTimeOffset asOf,
        string prefix = UnregisteredPrefix,
        CancellationToken cancellationToken = default)
    {
        if (!Prefix().IsMatch(prefix))
            throw new ArgumentException("A prefix is \"ocds-\" and six small letters or digits.", nameof(prefix));
        var count = 0L;
        var line = new ArrayBufferWriter<byte>(16 * 1024);
        await using var writer = new Utf8JsonWriter(line, Options);
        await foreach (var procedure in procedures.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            line.ResetWrittenCount();
            writer.Reset(line);
            Release(procedure, asOf, prefix).WriteTo(writer);
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            line.Write("\n"u8);
            await output.WriteAsync(line.WrittenMemory, cancellationToken).ConfigureAwait(false);
            count++;
        }
        return count;
    }

    private static JsonObject Release(Procedure procedure, DateTimeOffset asOf, string prefix)
    {
        var ocid = $"{prefix}-{LocalId(procedure)}";
        var date = Json.Of(ReleaseDate.Of(procedure) ?? asOf)!;
        var parties = new PartyBook(procedure);
        var (tender, bids) = (TenderPart.Of(procedure, parties), BidPart.Of(procedure, parties));
        var (awards, contracts) = (AwardPart.Of(procedure, parties), ContractPart.Of(procedure, parties));
        var buyer = parties.Buyer();
        return Json.Object(
            ("ocid", ocid),
            ("id", $"{ocid}-{date}"),
            ("date", date),
            ("tag", new JsonArray("compiled")),
            ("initiationType", "tender"),
            ("language", "ru"),
            ("parties", parties.All()),
            ("buyer", buyer),
            ("tender", tender),
            ("bids", bids),
            ("awards", awards),
            ("contracts", contracts),
            ("relatedProcesses", Prior(procedure.Announcement?.ParentId, prefix)))!;
    }

    private static string LocalId(Procedure procedure) =>
        procedure switch
        {
            { AnnouncementId: { } id } => Json.Text(id),
            { Lots: [var lot, ..] } => $"lot-{lot.Id}",
            { Contracts: [var contract, ..] } => $"contract-{Procedure.RootOf(contract)}",
            _ => throw new ArgumentException("A procedure without announcement, lot and contract cannot be named.", nameof(procedure)),
        };

    /// <summary>The announcement that failed before this one.</summary>
    private static JsonArray? Prior(long? parent, string prefix) => parent is null ? null : Json.List([Json.Object(
        ("id", "1"),
        ("relationship", new JsonArray("unsuccessfulProcess")),
        ("scheme", "ocid"),
        ("identifier", $"{prefix}-{parent}"))]);

    [GeneratedRegex("^ocds-[a-z0-9]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
