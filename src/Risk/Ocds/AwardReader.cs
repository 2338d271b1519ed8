using System.Text.Json;

namespace Risk.Ocds;

/// <summary>Reads /awards.</summary>
internal sealed class AwardReader(Release release, FieldReader fields)
{
    public void Read(ref Utf8JsonReader reader)
    {
        release.ClearAwards();
        release.HasAwards = FieldReader.Enters(ref reader, JsonTokenType.StartArray);
        while (release.HasAwards && FieldReader.NextObject(ref reader))
            One(ref reader);
    }

    private void One(ref Utf8JsonReader reader)
    {
        var award = new Award();
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("status"u8))
                award.Status = Status(ref reader);
            else if (reader.ValueTextEquals("suppliers"u8))
                award.Suppliers = fields.Ids(ref reader);
            else if (reader.ValueTextEquals("items"u8))
                Items(ref reader, ref award);
            else
                reader.Skip();
        release.Add(award);
    }

    private void Items(ref Utf8JsonReader reader, ref Award award)
    {
        award.FirstClassification = release.Classifications.Count;
        if (FieldReader.Enters(ref reader, JsonTokenType.StartArray))
            while (FieldReader.NextObject(ref reader))
                Item(ref reader);
        award.Classifications = release.Classifications.Count - award.FirstClassification;
    }

    private void Item(ref Utf8JsonReader reader)
    {
        var id = Piece.None;
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("classification"u8))
                id = Classification(ref reader);
            else
                reader.Skip();
        if (id.IsText)
            release.Classifications.Add(id);
    }

    private Piece Classification(ref Utf8JsonReader reader)
    {
        var id = Piece.None;
        if (FieldReader.Enters(ref reader))
            while (FieldReader.Next(ref reader))
                if (reader.ValueTextEquals("id"u8))
                    id = fields.Text(ref reader);
                else
                    reader.Skip();
        return id;
    }

    private static AwardStatus Status(ref Utf8JsonReader reader) =>
        !FieldReader.Enters(ref reader, JsonTokenType.String) ? AwardStatus.None
        : reader.ValueTextEquals("active"u8) ? AwardStatus.Active
        : reader.ValueTextEquals("cancelled"u8) || reader.ValueTextEquals("unsuccessful"u8) ? AwardStatus.Over
        : AwardStatus.Open;
}
