using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Procurement.Portal;

/// <summary>
/// Reads the fields of one JSON object of the portal, tolerant in form (numbers as text, text as numbers, null anywhere) and strict in
/// meaning. The first thing that is wrong is noted in the shared <see cref="Complaint"/>; reading goes on with "absent".
/// </summary>
internal readonly partial struct JsonFields(FlatJson json, int self, Complaint complaint, bool isSnake)
{
    private const int Absent = -1;

    /// <summary>Bytes that are no UTF-8 are a fault of the line, found where they are read.</summary>
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public bool Has(string name) => Find(name) != Absent;

    /// <summary>Text without control characters, HTML escapes and double spaces; null when nothing is left.</summary>
    public string? Text(string name)
    {
        var at = Find(name);
        if (at == Absent)
            return null;
        if (json[at].Kind is not (JsonTokenType.String or JsonTokenType.Number))
            return Refuse<string>(name, "should be a text");
        return CleanText.Of(Raw(at));
    }

    /// <summary>A sum, price or quantity: never negative.</summary>
    public decimal? Amount(string name)
    {
        if (Number(name) is not { } number)
            return null;
        return number >= 0 ? number : Refuse<decimal?>(name, "is negative");
    }

    public long? Whole(string name)
    {
        if (Find(name) is not Absent and var at && Utf8Parser.TryParse(json.Text(at), out long whole, out var read) && read == json[at].Length)
            return whole;
        if (Number(name) is not { } number)
            return null;
        return number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : Refuse<long?>(name, "should be a whole number");
    }

    /// <summary>A small number from one of the portal's lists; 0 is its way to say "none".</summary>
    public int? Code(string name)
    {
        var number = Whole(name);
        if (number is 0 or null)
            return null;
        return number is > 0 and <= int.MaxValue ? (int)number : Refuse<int?>(name, "is not a code of the portal");
    }

    /// <summary>An id of another object; 0 is the portal's way to say "none".</summary>
    public long? Id(string name)
    {
        var number = Whole(name);
        if (number is 0 or null)
            return null;
        return number > 0 ? number : Refuse<long?>(name, "is negative");
    }

    public bool IsSet(string name) => Find(name) is not Absent and var at
        && (json[at].Kind is JsonTokenType.True || (json[at].Kind is not JsonTokenType.False && Whole(name) is not (0 or null)));

    public DateTimeOffset? Moment(string name)
    {
        var text = Text(name);
        if (text is null || text.StartsWith("0000-00-00", StringComparison.Ordinal))
            return null;
        return PortalTime.TryParse(text, out var moment) ? moment : Refuse<DateTimeOffset?>(name, "is not a date of the portal");
    }

    /// <summary>A buyer's or seller's number; that of a private person is dropped without a word.</summary>
    public string? Business(string name)
    {
        var digits = Text(name);
        if (digits is null || Bin.IsForPerson(digits))
            return null;
        return Bin.IsForBusiness(digits) ? digits : Refuse<string>(name, "is not a business number of 12 digits");
    }

    public Bilingual Both(string ru, string kz) => new(Text(ru), Text(kz));

    /// <summary>The nested object of that name, or one without fields.</summary>
    public JsonFields Object(string name)
    {
        var at = Find(name);
        if (at != Absent && json[at].Kind is JsonTokenType.StartObject)
            return new(json, at, complaint, isSnake);
        if (at != Absent)
            Refuse<string>(name, "should be an object");
        return new(json, Absent, complaint, isSnake);
    }

    /// <summary>Notes that the field's value will not do; the value itself is not repeated, for it may be anything.</summary>
    public T? Refuse<T>(string name, string why)
    {
        var place = json.Path(self);
        complaint.Note($"{(place.Length == 0 ? "" : place + ".")}{name} {why}.");
        return default;
    }

    /// <summary>Any number, also a negative one.</summary>
    public decimal? Number(string name)
    {
        var at = Find(name);
        if (at == Absent)
            return null;
        if (json[at].Kind is not (JsonTokenType.Number or JsonTokenType.String))
            return Refuse<decimal?>(name, "should be a number");
        if (Utf8Parser.TryParse(json.Text(at), out decimal plain, out var read) && read == json[at].Length)
            return Shortest(plain);
        var text = Raw(at).Trim();
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Shortest(number);
        return Refuse<decimal?>(name, json[at].Kind is JsonTokenType.Number ? "is out of range" : "should be a number");
    }

    /// <summary>1 and 1.0 are the same number: without the zeros behind the point they are also written the same.</summary>
    private static decimal Shortest(decimal number) => number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;

    private string Raw(int at) => json[at].IsEscaped ? json.Unescaped(at) : Strict.GetString(json.Text(at));

    private int Find(string name)
    {
        if (json is null || self == Absent || json[self].Kind is not JsonTokenType.StartObject)
            return Absent;
        var at = json.Child(self, isSnake ? SnakeCase.Of(name) : name);
        return at == Absent || json[at].Kind is JsonTokenType.Null ? Absent : at;
    }
}
