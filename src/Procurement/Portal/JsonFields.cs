using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Procurement.Portal;

/// <summary>
/// Reads the fields of one JSON object of the portal, tolerant in form (numbers as text, text as numbers, null anywhere) and strict in
/// meaning. The first thing that is wrong is noted in the shared <see cref="Complaint"/>; reading goes on with "absent".
/// </summary>
internal readonly partial struct JsonFields(JsonElement json, string path, Complaint complaint, bool isSnake = false)
{
    public bool Has(string name) => Value(name) is not null;

    /// <summary>Text without control characters, HTML escapes and double spaces; null when nothing is left.</summary>
    public string? Text(string name)
    {
        if (Value(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.Number)
            return value.GetRawText();
        if (value.ValueKind is not JsonValueKind.String)
            return Refuse<string>(name, "should be a text");
        var text = Blanks().Replace(WebUtility.HtmlDecode(value.GetString()!), " ").Trim();
        return text.Length > 0 ? text : null;
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

    public bool IsSet(string name) => Value(name) is { } value
        && (value.ValueKind is JsonValueKind.True || (value.ValueKind is not JsonValueKind.False && Whole(name) is not (0 or null)));

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
        if (Value(name) is not { } value)
            return new(default, path, complaint, isSnake);
        if (value.ValueKind is JsonValueKind.Object)
            return new(value, $"{path}{name}.", complaint, isSnake);
        complaint.Note($"{path}{name} should be an object.");
        return new(default, path, complaint, isSnake);
    }

    /// <summary>Notes that the field's value will not do; the value itself is not repeated, for it may be anything.</summary>
    public T? Refuse<T>(string name, string why)
    {
        complaint.Note($"{path}{name} {why}.");
        return default;
    }

    private decimal? Number(string name)
    {
        if (Value(name) is not { } value)
            return null;
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
            return Refuse<decimal?>(name, "should be a number");
        var text = value.ToString().Trim();
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        return Refuse<decimal?>(name, value.ValueKind is JsonValueKind.Number ? "is out of range" : "should be a number");
    }

    private JsonElement? Value(string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(isSnake ? SnakeCase.Of(name) : name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
