using System.Text.Json;

namespace Risk.Ocds;

/// <summary>
/// Reads a line into a <see cref="Release"/>: only the fields that indicators need, everything else is stepped over, but must be JSON.
/// A field of another type than the standard's counts as missing; of a field that is written twice the last one counts.
/// </summary>
internal sealed class ReleaseReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 127 };    // as deep as the older engine goes

    private readonly Release release;
    private readonly FieldReader fields;
    private readonly TenderReader tender;
    private readonly BidReader bids;
    private readonly AwardReader awards;

    public ReleaseReader(Release release, Names names)
    {
        this.release = release;
        fields = new FieldReader(release, names);
        tender = new TenderReader(release.Tender, fields);
        bids = new BidReader(release, fields);
        awards = new AwardReader(release, fields);
    }

    /// <summary>Whether the line is a release: an object with an ocid.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public bool Read(int start, int length)
    {
        release.Clear();
        var reader = new Utf8JsonReader(release.Bytes.AsSpan(start, length), Options);
        fields.Start = start;
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            Fields(ref reader);
        else
            reader.Skip();
        reader.Read();    // the end; whatever else follows is not JSON
        return release.Ocid.IsText;
    }

    private void Fields(ref Utf8JsonReader reader)
    {
        while (FieldReader.Next(ref reader))
            if (reader.ValueTextEquals("ocid"u8))
                release.Ocid = fields.Text(ref reader);
            else if (reader.ValueTextEquals("tender"u8))
                tender.Read(ref reader);
            else if (reader.ValueTextEquals("buyer"u8))
                release.Buyer = fields.Id(ref reader);
            else if (reader.ValueTextEquals("bids"u8))
                bids.Read(ref reader);
            else if (reader.ValueTextEquals("awards"u8))
                awards.Read(ref reader);
            else
                reader.Skip();
    }
}
