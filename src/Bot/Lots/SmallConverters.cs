using System.Text.Json;
using System.Text.Json.Serialization;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// A trait as one number, kind × 2⁴⁸ + digest: a register of millions of contracts has tens of millions of them. Kinds up to 31 stay
/// below 2⁵³, which every reader of JSON takes exactly.
/// </summary>
internal sealed class TraitConverter : JsonConverter<Trait>
{
    private const int DigestBits = 48;

    public override void Write(Utf8JsonWriter json, Trait trait, JsonSerializerOptions options) =>
        json.WriteNumberValue(((long)trait.Kind << DigestBits) | trait.Digest);

    public override Trait Read(ref Utf8JsonReader json, Type typeToConvert, JsonSerializerOptions options) => Of(json.GetInt64());

    public static Trait Of(long number) => new((TraitKind)(number >> DigestBits), number & ((1L << DigestBits) - 1));
}

/// <summary>A payment as [milliseconds since 1970, tenge].</summary>
internal sealed class PaymentConverter : JsonConverter<Payment>
{
    public override void Write(Utf8JsonWriter json, Payment payment, JsonSerializerOptions options)
    {
        json.WriteStartArray();
        json.WriteNumberValue(payment.Date.ToUnixTimeMilliseconds());
        json.WriteNumberValue(payment.Sum);
        json.WriteEndArray();
    }

    public override Payment Read(ref Utf8JsonReader json, Type typeToConvert, JsonSerializerOptions options) => Of(ref json);

    public static Payment Of(ref Utf8JsonReader json)
    {
        json.Read();
        var date = PortalTime.InAstana(DateTimeOffset.FromUnixTimeMilliseconds(json.GetInt64()));
        json.Read();
        var sum = json.GetDecimal();
        json.Read();
        return new(date, sum);
    }
}
