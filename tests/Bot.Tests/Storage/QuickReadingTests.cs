using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Lots;
using Procurement;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>Documents read member by member say what the serializer says, and none of ours needs it.</summary>
public sealed class QuickReadingTests
{
    private static readonly DateTimeOffset Day = PortalTime.At(new DateTime(2026, 3, 1, 10, 20, 30));

    [Fact]
    public void Every_member_of_every_record_is_read_without_the_serializer()
    {
        ComesBack<Announcement>();
        ComesBack<Bid>();
        ComesBack<Contract>();
        ComesBack<Act>();
        ComesBack<PlanItem>();
        ComesBack<Organisation>();
    }

    [Fact]
    public void A_document_of_another_order_is_left_to_the_serializer()
    {
        const string Turned = """{"AnnouncementId":2,"Id":1,"Traits":[5]}""";

        Assert.Null(QuickReading.Read<Bid>(Encoding.UTF8.GetBytes(Turned)));
        Assert.Equal((1, 2, 1), (Read<Bid>(Turned).Id, Read<Bid>(Turned).AnnouncementId, Read<Bid>(Turned).Traits.Count));
    }

    [Theory]
    [InlineData("""{"Id":1,"AnnouncementId":2,"Lots":[{"LotId":3,"Smell":"none"}]}""")]
    [InlineData("""{"Id":1,"AnnouncementId":2,"Smell":"none"}""")]
    [InlineData("""{"Id":1,"AnnouncementId":2,"SupplierBin":null}""")]
    [InlineData("""{"Id":1,"AnnouncementId":2,"SupplierName":{"Kz":"а","Ru":"б"}}""")]
    public void A_member_that_is_not_expected_is_left_to_the_serializer(string document)
    {
        Assert.Null(QuickReading.Read<Bid>(Encoding.UTF8.GetBytes(document)));
        Assert.Equal(2, Read<Bid>(document).AnnouncementId);
    }

    [Theory]
    [InlineData("""{"Id":1}""")]
    [InlineData("""{"Id":"1","AnnouncementId":2}""")]
    [InlineData("""{"Id":1,"AnnouncementId":2""")]
    [InlineData("""[1,2]""")]
    [InlineData("""{"Id":1,"AnnouncementId":2,"Lots":3}""")]
    [InlineData("""{"Id":1,"AnnouncementId":2,"Traits":["x"]}""")]
    [InlineData("""{"Id":1,"AnnouncementId":2,"HandedIn":"soon"}""")]
    public void What_is_no_such_record_is_a_fault_as_ever(string document) => Assert.ThrowsAny<JsonException>(() => Read<Bid>(document));

    private static T Read<T>(string document)
        where T : class => Documents.Read<T>(Encoding.UTF8.GetBytes(document));

    private static void ComesBack<T>()
        where T : class
    {
        var document = Written((T)Filled(typeof(T)));
        var quick = QuickReading.Read<T>(document);

        Assert.NotNull(quick);
        Assert.Equal(JsonSerializer.Serialize(Documents.Read<T>(Encoding.UTF8.GetString(document))), JsonSerializer.Serialize(quick));
        foreach (var member in JsonNode.Parse(document)!.AsObject().Select(member => member.Key))    // each alone, the others absent
        {
            var alone = JsonNode.Parse(document)!.AsObject();
            foreach (var other in alone.Select(one => one.Key).Where(key => key != member && !IsRequired(typeof(T), key)).ToList())
                alone.Remove(other);
            var bytes = Encoding.UTF8.GetBytes(alone.ToJsonString());
            Assert.Equal(JsonSerializer.Serialize(Documents.Read<T>(alone.ToJsonString())), JsonSerializer.Serialize(QuickReading.Read<T>(bytes)));
        }
    }

    private static bool IsRequired(Type type, string property) =>
        type.GetProperty(property)!.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;

    /// <summary>A record with a value in every property, lists of two.</summary>
    private static object Filled(Type type)
    {
        var record = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
            property.SetValue(record, ValueOf(property.PropertyType));
        return record;
    }

    private static object ValueOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var list = Array.CreateInstance(type.GetGenericArguments()[0], 2);
            list.SetValue(ValueOf(type.GetGenericArguments()[0]), 0);
            list.SetValue(ValueOf(type.GetGenericArguments()[0]), 1);
            return list;
        }

        return type == typeof(string) ? "«Нан» \"\\ қ" : type == typeof(long) ? 5_000_000_000L : type == typeof(int) ? 7 : type == typeof(decimal) ? 12.50m
            : type == typeof(bool) ? true : type == typeof(DateTimeOffset) ? Day : type == typeof(Bilingual) ? new Bilingual("ru", "kz")
            : type == typeof(Trait) ? new Trait(TraitKind.Email, 99) : type == typeof(Payment) ? new Payment(Day, 3.5m) : Filled(type);
    }

    private static byte[] Written<T>(T record)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
            Documents.Write(json, record);
        return memory.ToArray();
    }
}
