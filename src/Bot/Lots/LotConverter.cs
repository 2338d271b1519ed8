using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Procurement;

namespace Bot.Lots;

/// <summary>
/// A lot as a list of its values by place instead of by name: of 28 million documents a third would be names, and half of the writer's
/// time. What is new goes to the end: an older list is shorter, and what it lacks is absent.
/// </summary>
internal sealed class LotConverter : JsonConverter<Lot>
{
    public override void Write(Utf8JsonWriter json, Lot lot, JsonSerializerOptions options)
    {
        json.WriteStartArray();
        json.WriteNumberValue(lot.Id);
        json.WriteStringValue(lot.Number);
        Put(json, lot.AnnouncementId);
        json.WriteStringValue(lot.AnnouncementNumber);
        Put(json, lot.AnnouncementTitle);
        Put(json, lot.Name);
        Put(json, lot.Description);
        Put(json, lot.Details);
        json.WriteStringValue(lot.BuyerBin);
        Put(json, lot.BuyerName);
        Put(json, lot.Amount);
        Put(json, lot.Count);
        Put(json, lot.UnitPrice);
        json.WriteStringValue(lot.UnitCode);
        json.WriteStringValue(lot.UnitName);
        json.WriteStringValue(lot.Enstru);
        Put(json, lot.SubjectType);
        Put(json, lot.MethodId);
        Put(json, lot.PlannedMethodId);
        Put(json, lot.JustificationId);
        Put(json, lot.StatusId);
        json.WriteStringValue(lot.Places.Count == 0 ? null : string.Join(',', lot.Places));
        Put(json, lot.Published);
        Put(json, lot.BidsFrom);
        Put(json, lot.BidsDue);
        Put(json, lot.ResultsPublished);
        Put(json, Code(lot.IsRepeat));
        Put(json, lot.DiscussionFrom);
        Put(json, lot.DiscussionUntil);
        Put(json, lot.IsDeleted ? 1 : null);
        Put(json, lot.SystemId);
        Put(json, lot.UnifiedId);
        json.WriteStringValue(lot.PlanItemIds.Count == 0 ? null : string.Join(',', lot.PlanItemIds));
        json.WriteStringValue(lot.SupplyTerm);
        Put(json, lot.Prepayment);
        Put(json, Code(lot.IsConstruction));
        Put(json, lot.DesignSign);
        Put(json, lot.FileCount);
        json.WriteEndArray();
    }

    public override Lot Read(ref Utf8JsonReader json, Type typeToConvert, JsonSerializerOptions options)
    {
        var lot = new Lot
        {
            Id = Number(ref json) ?? 0,
            Number = Text(ref json) ?? "",
            AnnouncementId = Number(ref json),
            AnnouncementNumber = Text(ref json),
            AnnouncementTitle = Both(ref json),
            Name = Both(ref json),
            Description = Both(ref json),
            Details = Both(ref json),
            BuyerBin = Text(ref json),
            BuyerName = Both(ref json),
            Amount = Sum(ref json),
            Count = Sum(ref json),
            UnitPrice = Sum(ref json),
            UnitCode = Text(ref json),
            UnitName = Text(ref json),
            Enstru = Text(ref json),
            SubjectType = (int?)Number(ref json),
            MethodId = (int?)Number(ref json),
            PlannedMethodId = (int?)Number(ref json),
            JustificationId = (int?)Number(ref json),
            StatusId = (int?)Number(ref json),
            Places = Text(ref json)?.Split(',') ?? [],
            Published = Moment(ref json),
            BidsFrom = Moment(ref json),
            BidsDue = Moment(ref json),
            ResultsPublished = Moment(ref json),
            IsRepeat = Flag(ref json),
            DiscussionFrom = Moment(ref json),
            DiscussionUntil = Moment(ref json),
            IsDeleted = Number(ref json) == 1,
            SystemId = (int?)Number(ref json),
            UnifiedId = Number(ref json),
            PlanItemIds = Text(ref json) is { } items ? [.. items.Split(',').Select(item => long.Parse(item, CultureInfo.InvariantCulture))] : [],
            SupplyTerm = Text(ref json),
            Prepayment = Sum(ref json),
            IsConstruction = Flag(ref json),
            DesignSign = (int?)Number(ref json),
            FileCount = (int?)Number(ref json),
        };
        while (json.TokenType is not JsonTokenType.EndArray && json.Read())    // values of a newer program
        {
        }

        return lot;
    }

    /// <summary>Steps to the next value. Behind the last one everything is absent.</summary>
    private static bool Next(ref Utf8JsonReader json) =>
        json.TokenType is not JsonTokenType.EndArray && json.Read() && json.TokenType is not (JsonTokenType.Null or JsonTokenType.EndArray);

    private static long? Number(ref Utf8JsonReader json) => Next(ref json) ? json.GetInt64() : null;

    private static bool? Flag(ref Utf8JsonReader json) => Number(ref json) is { } flag ? flag == 1 : null;

    private static decimal? Sum(ref Utf8JsonReader json) => Next(ref json) ? json.GetDecimal() : null;

    private static string? Text(ref Utf8JsonReader json) => Next(ref json) ? json.GetString() : null;

    private static Bilingual Both(ref Utf8JsonReader json) => new(Text(ref json), Text(ref json));

    private static DateTimeOffset? Moment(ref Utf8JsonReader json) =>
        Next(ref json) ? PortalTime.InAstana(DateTimeOffset.FromUnixTimeMilliseconds(json.GetInt64())) : null;

    private static long? Code(bool? flag) => flag is { } known ? (known ? 1 : 0) : null;

    private static void Put(Utf8JsonWriter json, long? number)
    {
        if (number is { } value)
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    private static void Put(Utf8JsonWriter json, decimal? sum)
    {
        if (sum is { } value)
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    private static void Put(Utf8JsonWriter json, DateTimeOffset? moment) => Put(json, moment?.ToUnixTimeMilliseconds());

    private static void Put(Utf8JsonWriter json, Bilingual text)
    {
        json.WriteStringValue(text.Ru);
        json.WriteStringValue(text.Kz);
    }
}
