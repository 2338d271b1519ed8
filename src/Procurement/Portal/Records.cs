namespace Procurement.Portal;

/// <summary>Makes readings of one JSON object: its own record, and the records that are nested in it.</summary>
internal static class Records
{
    /// <summary>
    /// The object's own reading first; then, of an announcement, one for each lot nested in it with more than its number. A nested lot
    /// takes from the announcement what it does not say itself.
    /// </summary>
    public static IReadOnlyList<Reading> Of(FlatJson json, string? typeName, long line)
    {
        var complaint = new Complaint();
        var fields = new JsonFields(json, 0, complaint, SnakeCase.Is(json));
        var kind = Kind.Of(fields, typeName);
        var own = Result(Record(fields, kind, complaint), complaint, line);
        return kind != Kind.Announcement || complaint.Text is not null
            ? [own]
            : [own, .. AnnouncementShape.LotsOf(fields).Select(lot => Nested(lot, fields, complaint, line))];
    }

    private static Reading Nested(JsonFields lot, JsonFields announcement, Complaint complaint, long line)
    {
        var id = IdOf(lot, complaint);
        return Result(LotShape.Read(lot, id, announcement), complaint, line);
    }

    private static Reading Result(object? record, Complaint complaint, long line)
    {
        if (record is NotKept)
            return Reading.PassedOver(line);
        return complaint.Text is null && record is not null
            ? new Reading(line, record, null)
            : Reading.Refused(line, complaint.Text ?? "The line holds no record.");
    }

    private static object? Record(JsonFields json, string? kind, Complaint complaint) => kind switch
    {
        null => Unknown("The kind of record cannot be told from its fields; __typename would say it.", complaint),
        Kind.Organisation => RegisterShape.Organisation(json),
        Kind.Place => RegisterShape.Place(json),
        Kind.Journal => JournalShape.Read(json),
        _ when Kind.IsNotKept(kind) => NotKept.Instance,
        _ => Record(json, kind, IdOf(json, complaint), complaint),
    };

    private static object? Record(JsonFields json, string kind, long id, Complaint complaint) => kind switch
    {
        Kind.Lot => LotShape.Read(json, id, default),
        Kind.Announcement => AnnouncementShape.Read(json, id),
        Kind.Bid => BidShape.Read(json, id),
        Kind.Contract => ContractShape.Read(json, id),
        Kind.Act => ActShape.Read(json, id),
        Kind.Plan => PlanShape.Read(json, id),
        Kind.Unfair => UnfairShape.Read(json, id),
        Kind.UnifiedLot => UnifiedShape.Lot(json, id),
        Kind.UnifiedAnnouncement => UnifiedShape.Announcement(json, id),
        Kind.UnifiedPlan => UnifiedShape.Plan(json, id),
        _ when kind.StartsWith("Ref", StringComparison.Ordinal) => RegisterShape.Reference(json, kind, id),
        _ => Unknown("__typename names a kind of record that is not known.", complaint),
    };

    private static long IdOf(JsonFields json, Complaint complaint)
    {
        var id = json.Id("id");
        if (id is null)
            complaint.Note("id is missing.");
        return id ?? 0;
    }

    private static object? Unknown(string why, Complaint complaint)
    {
        complaint.Note(why);
        return null;
    }
}
