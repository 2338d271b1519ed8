using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Procurement.Portal;

namespace Procurement;

/// <summary>
/// Reads what the portal's GraphQL service (OWS v3) returns, one object per JSON line in the portal's own field names, into the
/// records of this library. It never throws for bad data: a line gives one record or one sentence that says what is wrong with it.
/// </summary>
public static class PortalReader
{
    /// <summary>
    /// Reads one line. The kind is told by "__typename" or by distinctive fields: Lots, Contract, PlnPoint, Subject, RefKato, and any
    /// other Ref… table when "__typename" names it. Unknown fields are passed over, null and 0 for "none" may stand anywhere,
    /// numbers may be written as text. Numbers of private persons are dropped, and private persons as organisations are refused.
    /// Texts lose HTML escapes, control characters and double spaces. A Kazakh text that repeats the Russian one is kept as it is.
    /// </summary>
    /// <param name="json">The bytes of one JSON object, UTF-8, without or with white space around it.</param>
    /// <param name="line">The line's number in its file, from 1; handed through.</param>
    public static Reading Read(ReadOnlyMemory<byte> json, long line = 1)
    {
        if (!Utf8.IsValid(json.Span))
            return Reading.Refused(line, "The line is not valid UTF-8.");
        try
        {
            return Read(FlatJson.Parse(json), null, line);
        }
        catch (JsonException fault)
        {
            return Reading.Refused(line, $"The line is not valid JSON (at byte {fault.BytePositionInLine ?? 0}).");
        }
        catch (InvalidOperationException)    // half of a surrogate pair, written as an escape: valid JSON, but not text
        {
            return Reading.Refused(line, "The line holds an escape that is not a character.");
        }
    }

    /// <summary>
    /// Reads one object of a page. The names may be GraphQL's (lotNumber) or REST's (lot_number); which, is told by the object itself.
    /// </summary>
    /// <param name="json">A JSON object, as <see cref="Read(ReadOnlyMemory{byte}, long)"/> takes it.</param>
    /// <param name="typeName">The portal's type of it (Lots, TrdBuy, TrdApp, Contract, ContractAct, PlnPoint, Subject, RnuList, RefKato …) where
    /// the object does not say it itself.</param>
    /// <param name="line">Its number on the page, from 1; handed through.</param>
    /// <exception cref="InvalidOperationException">A text holds half of a surrogate pair.</exception>
    public static Reading Read(JsonElement json, string? typeName, long line = 1) =>
        Read(FlatJson.Parse(JsonMarshal.GetRawUtf8Value(json).ToArray()), typeName, line);

    private static Reading Read(FlatJson json, string? typeName, long line)
    {
        if (json[0].Kind is not JsonTokenType.StartObject)
            return Reading.Refused(line, "The line is not a JSON object.");
        var complaint = new Complaint();
        var record = Record(new JsonFields(json, 0, complaint, SnakeCase.Is(json)), typeName, complaint);
        return complaint.Text is null && record is not null
            ? new Reading(line, record, null)
            : Reading.Refused(line, complaint.Text ?? "The line holds no record.");
    }

    /// <summary>
    /// Reads a whole file, plain or compressed with gzip (told by its first bytes), with or without a byte order mark. Empty lines are
    /// passed over but counted; a line of more than 4 MiB is refused. A damaged compressed file gives what could be read and then one
    /// refusal. The stream is left open; its own faults (a disk, a network) are thrown.
    /// </summary>
    public static async IAsyncEnumerable<Reading> ReadLines(
        Stream file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var line in PortalLines.Of(file, cancellationToken).ConfigureAwait(false))
            yield return line.Fault is { } fault ? Reading.Refused(line.Number, fault) : Read(line.Bytes, line.Number);
    }

    private static object? Record(JsonFields json, string? typeName, Complaint complaint)
    {
        var kind = Kind.Of(json, typeName);
        switch (kind)
        {
            case null:
                complaint.Note("The kind of record cannot be told from its fields; __typename would say it.");
                return null;
            case Kind.Organisation:
                return RegisterShape.Organisation(json);
            case Kind.Place:
                return RegisterShape.Place(json);
        }

        var id = json.Id("id");
        if (id is null)
            complaint.Note("id is missing.");
        return kind switch
        {
            Kind.Lot => LotShape.Read(json, id ?? 0),
            Kind.Contract => ContractShape.Read(json, id ?? 0),
            Kind.Plan => PlanShape.Read(json, id ?? 0),
            _ when kind.StartsWith("Ref", StringComparison.Ordinal) => RegisterShape.Reference(json, kind, id ?? 0),
            _ => Unknown(kind, complaint),
        };
    }

    private static object? Unknown(string kind, Complaint complaint)
    {
        complaint.Note(kind == "TrdBuy"
            ? "An announcement (TrdBuy) is read only inside its lots."
            : "__typename names a kind of record that is not kept.");
        return null;
    }
}

/// <summary>What one line gave: a record, or the reason why there is none.</summary>
/// <param name="Line">The line's number in its file, from 1.</param>
/// <param name="Record">A <see cref="Lot"/>, <see cref="Contract"/>, <see cref="PlanItem"/>, <see cref="Organisation"/>,
/// <see cref="Place"/> or <see cref="Reference"/>; null when the line was refused.</param>
/// <param name="Rejection">One sentence for the operator, without values of the line (they may be private); null when it was read.</param>
public sealed record Reading(long Line, object? Record, string? Rejection)
{
    internal static Reading Refused(long line, string why) => new(line, null, why);
}
