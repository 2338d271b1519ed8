using System.Text.Json;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// Reads the members of a document in the order in which this program writes them, each by its name. A document of another order or
/// with other members is not whole here, and whoever reads it asks the serializer, which takes four times as long.
/// </summary>
internal ref struct FieldReader
{
    private Utf8JsonReader json;

    public FieldReader(ReadOnlySpan<byte> document)
    {
        json = new Utf8JsonReader(document);
        IsWhole = json.Read();
        Begin();
    }

    /// <summary>Reads one object, between its braces.</summary>
    public delegate T One<out T>(ref FieldReader fields);

    /// <summary>Every member so far was one that was asked for, with a value of its kind.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>A number that is always there.</summary>
    public long Id(ReadOnlySpan<byte> name) => Long(name) ?? Fail<long>();

    /// <summary>A text that is always there.</summary>
    public string Key(ReadOnlySpan<byte> name) => Text(name) ?? Fail<string>()!;

    public long? Long(ReadOnlySpan<byte> name) =>
        !Has(name) ? null : json.TokenType is JsonTokenType.Number && json.TryGetInt64(out var number) ? Taken(number) : Fail<long?>();

    public int? Int(ReadOnlySpan<byte> name) =>
        !Has(name) ? null : json.TokenType is JsonTokenType.Number && json.TryGetInt32(out var number) ? Taken(number) : Fail<int?>();

    public decimal? Sum(ReadOnlySpan<byte> name) =>
        !Has(name) ? null : json.TokenType is JsonTokenType.Number && json.TryGetDecimal(out var sum) ? Taken(sum) : Fail<decimal?>();

    public bool? Flag(ReadOnlySpan<byte> name) =>
        !Has(name) ? null : json.TokenType is JsonTokenType.True or JsonTokenType.False ? Taken(json.TokenType is JsonTokenType.True) : Fail<bool?>();

    public string? Text(ReadOnlySpan<byte> name) => !Has(name) ? null : json.TokenType is JsonTokenType.String ? Taken(json.GetString()!) : Fail<string?>();

    public DateTimeOffset? Moment(ReadOnlySpan<byte> name) => !Has(name) ? null
        : json.TokenType is JsonTokenType.String && json.TryGetDateTimeOffset(out var moment) ? Taken(moment) : Fail<DateTimeOffset?>();

    public Bilingual Both(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
            return default;
        Begin();
        var text = new Bilingual(Text("Ru"u8), Text("Kz"u8));
        End();
        return text;
    }

    public IReadOnlyList<string> Texts(ReadOnlySpan<byte> name) =>
        List(name, JsonTokenType.String, static (ref Utf8JsonReader json) => json.GetString()!) ?? [];

    public IReadOnlyList<int> Ints(ReadOnlySpan<byte> name) => List(name, JsonTokenType.Number, static (ref Utf8JsonReader json) => json.GetInt32()) ?? [];

    public IReadOnlyList<Trait> Traits(ReadOnlySpan<byte> name) =>
        List(name, JsonTokenType.Number, static (ref Utf8JsonReader json) => TraitConverter.Of(json.GetInt64())) ?? [];

    /// <summary>Null when it is not there: an empty list says more.</summary>
    public IReadOnlyList<Payment>? Payments(ReadOnlySpan<byte> name) =>
        List(name, JsonTokenType.StartArray, static (ref Utf8JsonReader json) => PaymentConverter.Of(ref json));

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<T> Each<T>(ReadOnlySpan<byte> name, One<T> read)
    {
        if (!Has(name))
            return [];
        if (json.TokenType is not JsonTokenType.StartArray || !json.Read())
            return Fail<IReadOnlyList<T>>() ?? [];
        List<T> list = [];
        while (IsWhole && json.TokenType is JsonTokenType.StartObject)
        {
            Begin();
            list.Add(read(ref this));
            End();
        }

        Take(json.TokenType is JsonTokenType.EndArray);
        return list;
    }

    /// <summary>Steps behind the object; what was not asked for makes the document another one.</summary>
    public void End() => Take(json.TokenType is JsonTokenType.EndObject);

    private delegate T Item<out T>(ref Utf8JsonReader json);

    private List<T>? List<T>(ReadOnlySpan<byte> name, JsonTokenType kind, Item<T> read)
    {
        if (!Has(name))
            return null;
        IsWhole &= json.TokenType is JsonTokenType.StartArray;
        List<T> list = [];
        while (IsWhole && json.Read() && json.TokenType == kind)
            list.Add(read(ref json));
        Take(json.TokenType is JsonTokenType.EndArray);
        return list;
    }

    private void Begin() => Take(json.TokenType is JsonTokenType.StartObject);

    /// <summary>Stands on the value of a member when it is the next one.</summary>
    private bool Has(ReadOnlySpan<byte> name) =>
        IsWhole && json.TokenType is JsonTokenType.PropertyName && json.ValueTextEquals(name) && json.Read();

    private T Taken<T>(T value)
    {
        json.Read();
        return value;
    }

    private void Take(bool isExpected)
    {
        IsWhole &= isExpected;
        if (IsWhole)
            json.Read();
    }

    private T? Fail<T>()
    {
        IsWhole = false;
        return default;
    }
}
