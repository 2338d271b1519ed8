using System.Text.Json;

namespace Risk.Ocds;

/// <summary>Reads /tender.</summary>
internal sealed class TenderReader(TenderFields tender, FieldReader fields)
{
    public void Read(ref Utf8JsonReader reader)
    {
        tender.Clear();
        if (!FieldReader.Enters(ref reader))
            return;
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("status"u8))
                tender.IsCancelled = FieldReader.Enters(ref reader, JsonTokenType.String) && reader.ValueTextEquals("cancelled"u8);
            else if (reader.ValueTextEquals("procurementMethod"u8))
                tender.Method = fields.Text(ref reader);
            else if (reader.ValueTextEquals("procurementMethodDetails"u8))
                tender.MethodDetails = fields.Text(ref reader);
            else if (reader.ValueTextEquals("numberOfTenderers"u8))
                tender.HasOneTenderer = FieldReader.Enters(ref reader, JsonTokenType.Number) && reader.ValueSpan.SequenceEqual("1"u8);
            else if (reader.ValueTextEquals("tenderPeriod"u8))
                Period(ref reader);
            else if (reader.ValueTextEquals("procuringEntity"u8))
                tender.ProcuringEntity = fields.Id(ref reader);
            else
                reader.Skip();
    }

    private void Period(ref Utf8JsonReader reader)
    {
        tender.Start = tender.End = Piece.None;
        if (!FieldReader.Enters(ref reader))
            return;
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("startDate"u8))
                tender.Start = fields.Text(ref reader);
            else if (reader.ValueTextEquals("endDate"u8))
                tender.End = fields.Text(ref reader);
            else
                reader.Skip();
    }
}
