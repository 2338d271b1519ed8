using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Procurement.Portal;

namespace Procurement;

/// <summary>
/// Reads what the portal's services (OWS v3, GraphQL and REST) and the unified platform zakup.gov.kz return, in their own field names,
/// object by object, page by page or as JSON lines, into the records of this library. It never throws for bad data: an object gives
/// records, or one sentence that says what is wrong with it, or nothing because nothing of it is kept. A compiled release of the
/// contracting standard may stand wherever an object of the portal does (<see cref="OcdsReader"/>).
/// </summary>
public static class PortalReader
{
    private const string NoText = "The line is not valid UTF-8.";
    private const string NoCharacter = "The line holds an escape that is not a character.";

    /// <summary>
    /// Reads one line. The kind is told by "__typename" or by distinctive fields: lots, announcements, bids, contracts, acts, plan items,
    /// organisations, entries of the register of unfair participants, lines of the journal, places, the unified platform's lots,
    /// announcements and plan items, and any Ref… table when "__typename" names it. Unknown fields are passed over, null and 0 for "none"
    /// may stand anywhere, numbers may be written as text. Numbers and names of private persons are dropped, and private persons as
    /// organisations are passed over. Texts lose HTML escapes, control characters and double spaces. A Kazakh text that repeats the
    /// Russian one is kept as it is. Of an announcement with its lots this is the announcement.
    /// </summary>
    /// <param name="json">The bytes of one JSON object, UTF-8, without or with white space around it.</param>
    /// <param name="line">The line's number in its file, from 1; handed through.</param>
    public static Reading Read(ReadOnlyMemory<byte> json, long line = 1) => ReadAll(json, line)[0];

    /// <summary>
    /// Reads one object of a page. The names may be GraphQL's (lotNumber) or REST's (lot_number); which, is told by the object itself.
    /// </summary>
    /// <param name="json">A JSON object, as <see cref="Read(ReadOnlyMemory{byte}, long)"/> takes it.</param>
    /// <param name="typeName">The portal's type of it (Lots, TrdBuy, TrdApp, Contract, ContractAct, PlnPoint, Subject, RnuList, RefKato …),
    /// "Journal" for a line of the journal, "ZakupLot", "ZakupAnnouncement", "ZakupPlan" for the unified platform's objects; a type that
    /// the object names itself goes first. May be null where the fields tell it.</param>
    /// <param name="line">Its number on the page, from 1; handed through.</param>
    /// <exception cref="InvalidOperationException">A text holds half of a surrogate pair.</exception>
    public static Reading Read(JsonElement json, string? typeName, long line = 1) => Records.Of(Flat(json), typeName, line)[0];

    /// <summary>
    /// Reads one object and the records nested in it: after an announcement come its lots, all with the same line number. A nested lot of
    /// which only id and number are given is no record. The acts of a contract stay in the contract.
    /// </summary>
    /// <inheritdoc cref="Read(JsonElement, string?, long)"/>
    public static IReadOnlyList<Reading> ReadAll(JsonElement json, string? typeName, long line = 1)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            return [Reading.Refused(line, "The row is not a JSON object.")];
        try
        {
            return ReadAll(Flat(json), typeName, line);
        }
        catch (InvalidOperationException)    // half of a surrogate pair, written as an escape: valid JSON, but not text
        {
            return [Reading.Refused(line, NoCharacter)];
        }
    }

    /// <summary>
    /// Reads a page of any of the services: a list of objects, {"data":{"Lots":[…]}} of GraphQL, {"items":[…]} of REST, {"results":[…]} of
    /// the unified platform, or one object alone. Rows are numbered from 1. Errors instead of data give one refusal.
    /// </summary>
    /// <param name="page">The whole answer.</param>
    /// <param name="typeName">The type of its rows where neither rows nor page say it.</param>
    public static IReadOnlyList<Reading> ReadPage(JsonElement page, string? typeName = null)
    {
        if (Pages.RowsOf(page, typeName) is not { } rows)
            return [Reading.Refused(1, "The page holds no rows.")];
        return [.. rows.SelectMany((row, index) => ReadAll(row.Row, row.TypeName, index + 1))];
    }

    /// <summary>Reads a page out of a file of at most 32 MiB; a file that is not JSON gives one refusal. The stream is left open.</summary>
    /// <inheritdoc cref="ReadPage(JsonElement, string?)"/>
    /// <param name="file">UTF-8, with or without a byte order mark.</param>
    public static async IAsyncEnumerable<Reading> ReadPage(
        Stream file, string? typeName = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (document, fault) = await PageFile.Parse(file, cancellationToken).ConfigureAwait(false);
        if (document is null)
            yield return Reading.Refused(1, fault);
        using (document)
        {
            foreach (var reading in document is null ? [] : ReadPage(document.RootElement, typeName))
                yield return reading;
        }
    }

    /// <summary>
    /// Reads a whole file of lines, plain or compressed with gzip (told by its first bytes), with or without a byte order mark. Empty lines
    /// are passed over but counted; a line of more than 4 MiB is refused. A damaged compressed file gives what could be read and then one
    /// refusal. The stream is left open; its own faults (a disk, a network) are thrown.
    /// </summary>
    public static async IAsyncEnumerable<Reading> ReadLines(
        Stream file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Queue<Task<List<Reading>>> ahead = [];
        await foreach (var block in LineBlock.Of(file, cancellationToken).ConfigureAwait(false))
        {
            ahead.Enqueue(Task.Run(() => block.Read(ReadAll), cancellationToken));
            if (ahead.Count <= Environment.ProcessorCount)
                continue;
            foreach (var reading in await ahead.Dequeue().ConfigureAwait(false))
                yield return reading;
        }

        while (ahead.TryDequeue(out var block))
            foreach (var reading in await block.ConfigureAwait(false))
                yield return reading;
    }

    private static IReadOnlyList<Reading> ReadAll(ReadOnlyMemory<byte> json, long line)
    {
        try
        {
            return ReadAll(FlatJson.Parse(json), null, line);
        }
        catch (JsonException fault)
        {
            return [Reading.Refused(line, Utf8.IsValid(json.Span) ? $"The line is not valid JSON (at byte {fault.BytePositionInLine ?? 0})." : NoText)];
        }
        catch (InvalidOperationException)    // as above
        {
            return [Reading.Refused(line, NoCharacter)];
        }
        catch (DecoderFallbackException)
        {
            return [Reading.Refused(line, NoText)];
        }
    }

    private static IReadOnlyList<Reading> ReadAll(FlatJson json, string? typeName, long line) =>
        json[0].Kind is not JsonTokenType.StartObject ? [Reading.Refused(line, "The line is not a JSON object.")]
        : OcdsReader.IsRelease(json) ? OcdsReader.Read(json, line)
        : Records.Of(json, typeName, line);

    private static FlatJson Flat(JsonElement json) => FlatJson.Parse(JsonMarshal.GetRawUtf8Value(json).ToArray());
}
