using System.Net;
using System.Text.Json;
using Fakes;
using Fakes.Portal;
using Xunit;

namespace Bot.Tests.Portal;

/// <summary>The fake portal behaves as the real one is known to: paging, filters, what is hidden, who may ask.</summary>
public sealed class FakePortalTests : IAsyncLifetime, IDisposable
{
    private const string Lots =
        "query($f: LotsFiltersInput, $limit: Int, $after: Int) "
        + "{ Lots(filter: $f, limit: $limit, after: $after) { id lastUpdateDate plnPointKatoList } }";

    private static readonly PortalStore Store = PortalStore.Invented(seed: 11, lots: 900);
    private FakePortal portal = null!;
    private Asking asking = null!;

    public async Task InitializeAsync()
    {
        portal = await FakePortal.Start(Store);
        asking = new Asking(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    public void Dispose() => asking.Dispose();

    [Fact]
    public async Task Pages_follow_the_falling_cursor_and_hold_every_lot_once()
    {
        var seen = new List<long>();
        long? after = null;
        while (true)
        {
            var answer = await asking.Ask(Lots, new { limit = 5000, after });
            var page = answer.GetProperty("data").GetProperty("Lots").EnumerateArray().Select(lot => lot.GetProperty("id").GetInt64())
                .ToList();
            Assert.True(page.Count <= 200, "the limit is cut silently to 200");
            seen.AddRange(page);
            var info = answer.GetProperty("extensions").GetProperty("pageInfo");
            Assert.Equal(900, info.GetProperty("totalCount").GetInt32());
            Assert.Equal(page[^1], info.GetProperty("lastId").GetInt64());
            if (!info.GetProperty("hasNextPage").GetBoolean())
                break;
            after = page.Min();
        }

        Assert.Equal(Store.All("Lots").Select(lot => lot.GetProperty("id").GetInt64()), seen);
        Assert.Equal(50, (await asking.Ask("{ Lots { id } }")).GetProperty("data").GetProperty("Lots").GetArrayLength());
        Assert.Contains(portal.Requests, request => request.After == $"{after}");
    }

    [Fact]
    public async Task Windows_of_dates_include_both_ends()
    {
        var moments = Store.All("Lots").Select(lot => lot.GetProperty("lastUpdateDate").GetString()!).Order(StringComparer.Ordinal)
            .ToList();
        var (from, to) = (moments[100], moments[140]);
        var answer = await asking.Ask(Lots, new { f = new { lastUpdateDate = new[] { from, to } }, limit = 200 });
        Assert.Equal(
            moments.Count(at => string.CompareOrdinal(at, from) >= 0 && string.CompareOrdinal(at, to) <= 0),
            answer.GetProperty("data").GetProperty("Lots").GetArrayLength());
    }

    [Theory]
    [InlineData("{ Plans(filter: {indexDate: [\"2020-01-01 00:00:00\"]}) { id } }", "Plans")]
    [InlineData("{ Lots(filter: {plnPointKatoList: \"270000000\"}) { id } }", "Lots")]
    [InlineData("{ Lots(filter: {plnPointRootrecordId: 900000001}) { id } }", "Lots")]
    [InlineData("{ TrdApp(filter: {dateApply: [\"2020-01-01\"]}) { id } }", "TrdApp")]
    public async Task What_finds_nothing_at_the_portal_finds_nothing_here(string query, string root) =>
        Assert.Equal(0, (await asking.Ask(query)).GetProperty("data").GetProperty(root).GetArrayLength());

    [Fact]
    public async Task Sole_proprietors_are_found_by_iin_and_never_by_bin()
    {
        var person = Store.All("Subject").First(subject => subject.GetProperty("typeSupplier").GetInt32() == 3).GetProperty("iin")
            .GetString();
        var byBin = await asking.Ask("query($b: String) { Subjects(filter: {bin: $b}) { pid } }", new { b = person });
        Assert.Equal(0, byBin.GetProperty("data").GetProperty("Subjects").GetArrayLength());
        var byIin = await asking.Ask("query($b: String) { Subjects(filter: {iin: $b}) { pid } }", new { b = person });
        Assert.Equal(1, byIin.GetProperty("data").GetProperty("Subjects").GetArrayLength());
    }

    [Fact]
    public async Task Bids_are_hidden_until_the_results_are_published()
    {
        var bid = Store.All("TrdApp")[0];
        var announcement = bid.GetProperty("buyId").GetInt64();
        var published = Store.Get("TrdBuy", announcement)!.Value.GetProperty("itogiDatePublic").GetString()!;
        var moment = new DateTimeOffset(DateTime.ParseExact(published, "yyyy-MM-dd HH:mm:ss", null), TimeSpan.FromHours(5));
        var clock = new PushedClock(moment.AddSeconds(-1));
        await using var early = await FakePortal.Start(Store, clock: clock);
        using var asked = new Asking(early);
        const string Query =
            "query($b: Int) { TrdApp(filter: {buyId: $b}) { id TrdBuy { id } AppLots { price RefAppStatus { nameRu } } } }";
        Assert.Equal(0, (await asked.Ask(Query, new { b = announcement })).GetProperty("data").GetProperty("TrdApp").GetArrayLength());
        clock.Push(TimeSpan.FromSeconds(1));
        Assert.NotEqual(0, (await asked.Ask(Query, new { b = announcement })).GetProperty("data").GetProperty("TrdApp").GetArrayLength());
    }

    [Fact]
    public async Task Only_the_token_opens_the_service_but_the_new_platform_is_open()
    {
        using var stranger = new Asking(portal, "wrong");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Post("{ Lots { id } }")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get("/v3/lots")).StatusCode);
        var open = await stranger.Read("/api/core/api/public/lots/?limit=3&system_id__in=1__2__3");
        Assert.Equal(900, open.GetProperty("count").GetInt32());
        var lot = open.GetProperty("results")[0];
        Assert.NotEqual(lot.GetProperty("external_id").GetInt64(), lot.GetProperty("id").GetInt64());
        Assert.NotNull(Store.Get("Lots", lot.GetProperty("external_id").GetInt64()));
    }

    [Fact]
    public async Task Rest_pages_overlap_and_end_with_an_empty_next_page()
    {
        var (rows, seen, next) = (0, new HashSet<long>(), "/v3/plans/all?limit=100");
        while (next.Length > 0)
        {
            var page = await asking.Read(next);
            foreach (var item in page.GetProperty("items").EnumerateArray())
                (rows, _) = (rows + 1, seen.Add(item.GetProperty("id").GetInt64()));
            next = page.GetProperty("next_page").GetString()!;
        }

        Assert.Equal(Store.Count("PlnPoint"), seen.Count);
        Assert.True(rows > seen.Count, "pages of the service overlap");
    }

    [Theory]
    [InlineData("/v3/refs/ref_trade_methods", 200)]
    [InlineData("/v3/refs/ref_enstru", 404)]
    [InlineData("/v3/rnu/112233445566", 404)]
    [InlineData("/v3/nothing", 404)]
    [InlineData("/v3/lots/500000001", 200)]
    [InlineData("/v3/contract/700000001/units", 200)]
    [InlineData("/v3/lots/number-anno/600000001-1", 200)]
    public async Task Rest_knows_its_paths(string path, int status) => Assert.Equal(status, (int)(await asking.Get(path)).StatusCode);

    [Fact]
    public async Task A_day_can_be_scripted()
    {
        var store = PortalStore.Invented(seed: 3, lots: 60);
        await using var today = await FakePortal.Start(store);
        using var asked = new Asking(today);
        var id = store.All("Lots")[5].GetProperty("id").GetInt64();
        store.Edit("Lots", id, new DateTime(2026, 9, 1, 10, 0, 0), lot => lot["amount"] = 123);
        store.Delete("Lots", store.All("Lots")[0].GetProperty("id").GetInt64(), new DateTime(2026, 9, 1, 11, 0, 0));
        var changed = await asked.Ask("{ Lots(filter: {lastUpdateDate: [\"2026-09-01 00:00:00\"]}) { id amount } }");
        var lot = Assert.Single(changed.GetProperty("data").GetProperty("Lots").EnumerateArray());
        Assert.Equal((id, 123), (lot.GetProperty("id").GetInt64(), lot.GetProperty("amount").GetInt32()));
        var journal = await asked.Read("/v3/journal?date_from=2026-09-01&date_to=2026-09-01");
        Assert.Equal(["D", "U"], journal.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("action").GetString()));
        Assert.Equal(59, store.Count("Lots"));
    }

    [Fact]
    public async Task Objects_hang_together()
    {
        var answer = await asking.Ask(
            "{ Contract(filter: {refContractTypeId: 2}, limit: 5) "
            + "{ id rootId parentId ContractUnits { Plans { RefEnstru { code } } } Acts { aktDate } Supplier { pid } } }");
        foreach (var contract in answer.GetProperty("data").GetProperty("Contract").EnumerateArray())
        {
            Assert.NotEqual(contract.GetProperty("id").GetInt64(), contract.GetProperty("rootId").GetInt64());
            Assert.NotNull(Store.Get("Contract", contract.GetProperty("rootId").GetInt64()));
            Assert.Equal(JsonValueKind.Object, contract.GetProperty("Supplier").ValueKind);
        }
    }
}
