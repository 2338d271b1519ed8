using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

public class DigestTests
{
    private const string WholeLot = """
        {"id":42700127,"lotNumber":"81861406-ЗЦП1","nameRu":"Крупа","amount":22500,"count":75,"customerBin":"020340002199",
        "plnPointKatoList":["551010000","556000000"],"lastUpdateDate":"2026-07-24 20:00:00",
        "TrdBuy":{"id":17379679,"endDate":"2026-07-28 19:59:23"}}
        """;

    [Fact]
    public void The_order_of_fields_does_not_matter()
    {
        var names = JsonNode.Parse(WholeLot)!.AsObject().Select(field => field.Key).ToArray();
        Prop.ForAll(Gen.Shuffle(names).ToArbitrary(), order =>
        {
            var shuffled = new JsonObject(order.Select(name => KeyValuePair.Create(name, JsonNode.Parse(WholeLot)![name]?.DeepClone())));
            return Of(shuffled.ToJsonString()) == Of(WholeLot);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("22500", "22500.00")]
    [InlineData("22500", "\"22500\"")]
    [InlineData("2026-07-24 20:00:00", "2026-07-25 08:00:00")]
    [InlineData("\"551010000\",\"556000000\"", "\"556000000\",551010000")]
    [InlineData("81861406-ЗЦП1", "81861406-3цп1")]
    [InlineData("\"count\"", "\"unknown\":{\"x\":[1]},\"count\"")]
    public void Nothing_that_says_the_same_changes_it(string from, string to) => Assert.Equal(Of(WholeLot), Of(WholeLot.Replace(from, to)));

    [Theory]
    [InlineData("22500", "22501")]
    [InlineData("\"Крупа\"", "\"Крупа манная\"")]
    [InlineData("\"Крупа\"", "null,\"nameKz\":\"Крупа\"")]
    [InlineData("2026-07-28 19:59:23", "2026-07-28 19:59:24")]
    [InlineData(",\"556000000\"", "")]
    [InlineData("\"count\":75", "\"count\":null")]
    public void Whatever_says_another_thing_changes_it(string from, string to) => Assert.NotEqual(Of(WholeLot), Of(WholeLot.Replace(from, to)));

    [Fact]
    public void It_is_the_same_on_every_machine_and_day() => Assert.Equal(-2896245800481113141, Of(WholeLot));

    [Fact]
    public void The_order_of_a_contracts_items_does_not_matter()
    {
        ContractItem first = new() { LotId = 1, Sum = 5 }, second = new() { LotId = 2, Sum = 6 };
        var contract = new Contract { Id = 1, Items = [first, second] };

        Assert.Equal(Digest.Of(contract), Digest.Of(contract with { Items = [second, first] }));
        Assert.NotEqual(Digest.Of(contract), Digest.Of(contract with { Items = [first] }));
    }

    [Fact]
    public async Task All_records_of_the_sample_differ()
    {
        var lots = (await SampleTests.Read("lots-2026-02")).Select(reading => Digest.Of((Lot)reading.Record!));
        var contracts = (await SampleTests.Read("contracts-2020-02")).Select(reading => Digest.Of((Contract)reading.Record!));
        var plans = (await SampleTests.Read("plans-2020-06")).Select(reading => Digest.Of((PlanItem)reading.Record!));
        var places = (await SampleTests.Read("places-2025")).Select(reading => Digest.Of((Place)reading.Record!));
        var digests = lots.Concat(contracts).Concat(plans).Concat(places).ToList();

        Assert.Equal(2016 + 500 + 500 + 15594, digests.Distinct().Count());
        Assert.Equal(digests.Count, digests.Distinct().Count());
    }

    /// <summary>Every property counts, except the one that is left out on purpose: nobody forgets a new one unseen.</summary>
    [Fact]
    public void Every_property_counts_except_the_moment_of_the_last_update()
    {
        Changing(new Lot { Id = 1, Number = "1" }, Digest.Of);
        Changing(new Announcement { Id = 1 }, Digest.Of);
        Changing(new Bid { Id = 1, AnnouncementId = 1 }, Digest.Of);
        Changing(new Contract { Id = 1 }, Digest.Of);
        Changing(new Act { Id = 1 }, Digest.Of);
        Changing(new PlanItem { Id = 1 }, Digest.Of);
        Changing(new Organisation { Bin = "1" }, Digest.Of);
        Changing(new UnfairListing { Id = 1 }, Digest.Of);
        Changing(new ContractItem(), item => Digest.Of(new Contract { Id = 1, Items = [item] }));
        Changing(new BidLot { LotId = 1 }, lot => Digest.Of(new Bid { Id = 1, AnnouncementId = 1, Lots = [lot] }));
        Changing(new UnfairGround(), ground => Digest.Of(new UnfairListing { Id = 1, Grounds = [ground] }));
    }

    private static void Changing<T>(T record, Func<T, long> digest) where T : class
    {
        var copy = typeof(T).GetMethod("<Clone>$")!;
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            var changed = (T)copy.Invoke(record, null)!;
            property.SetValue(changed, Other(property.PropertyType));
            Assert.True((property.Name == nameof(Lot.Updated)) == (digest(changed) == digest(record)), $"{typeof(T).Name}.{property.Name}");
        }
    }

    private static object Other(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => "other",
        var t when t == typeof(long) => 77L,
        var t when t == typeof(int) => 77,
        var t when t == typeof(decimal) => 77m,
        var t when t == typeof(bool) => true,
        var t when t == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        var t when t == typeof(Bilingual) => new Bilingual("other", null),
        var t when t == typeof(IReadOnlyList<int>) => new[] { 77 },
        var t when t == typeof(IReadOnlyList<ContractItem>) => new[] { new ContractItem() },
        var t when t == typeof(IReadOnlyList<Act>) => new[] { new Act { Id = 77 } },
        var t when t == typeof(IReadOnlyList<BidLot>) => new[] { new BidLot { LotId = 77 } },
        var t when t == typeof(IReadOnlyList<UnfairGround>) => new[] { new UnfairGround() },
        _ => new[] { "other" },
    };

    private static long Of(string json) => Digest.Of(PortalReaderTests.Read<Lot>(json));
}
