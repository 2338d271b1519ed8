using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Lots;
using Procurement;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>Documents of the records that are written by name: short, and read as they were written.</summary>
public sealed class RecordDocumentTests
{
    private const long LargestExact = 1L << 53;    // of a number that every reader of JSON takes as it is
    private static readonly DateTimeOffset Day = PortalTime.At(new DateTime(2026, 3, 1, 10, 20, 30));
    private static readonly Trait[] Traits =
        [.. Enum.GetValues<TraitKind>().Where(kind => kind != TraitKind.None).Select(kind => Trait.Of(kind, "нечто особенное")!.Value)];

    private static readonly Contract Whole = new()
    {
        Id = 5,
        HasVat = false,
        IsForYears = true,
        Currency = "USD",
        CancelReasonId = 4,
        Payments = [new(Day, 1234.56m), new(Day.AddDays(1), -0.5m)],
        SupplierTraits = Traits,
        BuyerTraits = [Traits[1]],
    };

    [Fact]
    public void A_contract_comes_back_whole() => ComesBack(Whole);

    [Fact]
    public void Other_records_come_back_whole()
    {
        ComesBack(new Announcement { Id = 1, ParentId = 2, Complained = Day, Commission = Traits });
        ComesBack(new Bid { Id = 1, AnnouncementId = 2, Traits = Traits });
        ComesBack(new Organisation { Bin = "020340002199", IsBuyer = false, IsSupplier = true, Oked = 85310, Size = 105, Traits = Traits });
        ComesBack(new PlanItem { Id = 1, SupplyTerm = "15 күнтізбелік күн", Prepayment = 0 });
        ComesBack(new UnfairListing { Id = 1, Grounds = [new UnfairGround { Head = Traits[0], FounderBins = ["240240016507"] }] });
    }

    [Fact]
    public void A_trait_is_one_number_that_any_reader_takes_exactly()
    {
        var last = new Trait((TraitKind)31, (1L << 48) - 1);
        var values = JsonNode.Parse(Written(new Bid { Id = 1, AnnouncementId = 2, Traits = [.. Traits, last] }))!["Traits"]!.AsArray();

        Assert.All(values, value => Assert.InRange(value!.GetValue<long>(), 1, LargestExact - 1));
        Assert.Equal(last, Documents.Read<Bid>($$"""{"Id":1,"AnnouncementId":2,"Traits":[{{values[^1]}}]}""").Traits[0]);
    }

    [Fact]
    public void A_payment_is_two_numbers() =>
        Assert.Equal("[[1772342430000,1234.56],[1772428830000,-0.5]]", JsonNode.Parse(Written(Whole))!["Payments"]!.ToJsonString());

    [Fact]
    public void Empty_lists_take_no_room_but_no_payments_are_told_from_unknown_ones()
    {
        Assert.Equal("""{"Id":5}""", Written(new Contract { Id = 5 }));
        Assert.Equal("""{"Id":5,"Payments":[]}""", Written(new Contract { Id = 5, Payments = [] }));
        Assert.Null(Documents.Read<Contract>("""{"Id":5}""").Payments);
        Assert.Empty(Documents.Read<Contract>("""{"Id":5,"Payments":[]}""").Payments!);
        Assert.Empty(Documents.Read<Contract>("""{"Id":5}""").Items);
    }

    private static void ComesBack<T>(T record) => Assert.Equal(JsonSerializer.Serialize(record), JsonSerializer.Serialize(Documents.Read<T>(Written(record))));

    private static string Written<T>(T record)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
            Documents.Write(json, record);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
