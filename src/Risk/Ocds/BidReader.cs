using System.Text.Json;

namespace Risk.Ocds;

/// <summary>Reads /bids/details.</summary>
internal sealed class BidReader(Release release, FieldReader fields)
{
    public void Read(ref Utf8JsonReader reader)
    {
        release.ClearBids();
        if (!FieldReader.Enters(ref reader))
            return;
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("details"u8))
                Details(ref reader);
            else
                reader.Skip();
    }

    private void Details(ref Utf8JsonReader reader)
    {
        release.ClearBids();
        release.HasBids = FieldReader.Enters(ref reader, JsonTokenType.StartArray);
        while (release.HasBids && FieldReader.NextObject(ref reader))
            One(ref reader);
    }

    private void One(ref Utf8JsonReader reader)
    {
        var bid = new Bid();
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("status"u8))
                bid.Status = Status(ref reader);
            else if (reader.ValueTextEquals("value"u8))
                Value(ref reader, ref bid);
            else if (reader.ValueTextEquals("tenderers"u8))
                bid.Tenderers = fields.Ids(ref reader);
            else if (reader.ValueTextEquals("date"u8))
                bid.Date = fields.Text(ref reader);
            else
                reader.Skip();
        release.Add(bid);
    }

    private void Value(ref Utf8JsonReader reader, ref Bid bid)
    {
        bid.Amount = double.NaN;
        bid.Currency = -1;
        if (!FieldReader.Enters(ref reader))
            return;
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("amount"u8))
                bid.Amount = Amount(ref reader);
            else if (reader.ValueTextEquals("currency"u8))
                bid.Currency = fields.Name(ref reader);
            else
                reader.Skip();
    }

    /// <summary>A number that is too large for arithmetic is none.</summary>
    private static double Amount(ref Utf8JsonReader reader) =>
        FieldReader.Enters(ref reader, JsonTokenType.Number) && reader.TryGetDouble(out var amount) && double.IsFinite(amount)
            ? amount
            : double.NaN;

    private static BidStatus Status(ref Utf8JsonReader reader) =>
        !FieldReader.Enters(ref reader, JsonTokenType.String) ? BidStatus.None
        : reader.ValueTextEquals("valid"u8) ? BidStatus.Valid
        : reader.ValueTextEquals("disqualified"u8) ? BidStatus.Disqualified
        : reader.ValueTextEquals("invited"u8) ? BidStatus.Invited
        : reader.ValueTextEquals("withdrawn"u8) ? BidStatus.Withdrawn
        : BidStatus.Other;
}
