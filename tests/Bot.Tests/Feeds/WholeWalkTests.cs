using Bot.Feeds;
using Fakes;
using Fakes.Portal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>All sources as the service wires them, walking a portal that misbehaves: in the end everything is there.</summary>
public sealed class WholeWalkTests
{
    private static readonly PortalStore Store = PortalStore.Invented(seed: 21, lots: 700);

    private readonly PushedClock clock = new(new DateTimeOffset(2026, 9, 20, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Feed.Lots, "Lots")]
    [InlineData(Feed.Announcements, "TrdBuy")]
    [InlineData(Feed.Contracts, "Contract")]
    [InlineData(Feed.Acts, "ContractAct")]
    [InlineData(Feed.Plans, "PlnPoint")]
    [InlineData(Feed.Unfair, "RnuList")]
    public async Task Every_object_comes_through_the_faults(Feed feed, string type)
    {
        await using var fake = await FakePortal.Start(Store, misbehaviour: Misbehaviour.On(seed: 5, perMille: 300));
        await using var services = Services(fake, "graphql");

        var (ids, rejected) = await Walk(services.GetRequiredService<IPortal>(), new PortalQuery(feed));

        Assert.Empty(rejected);
        Assert.Equal(Store.All(type).Select(row => row.GetProperty("id").GetInt64()).Order(), ids.Order());
    }

    [Theory]
    [InlineData(Feed.Contracts, "Contract")]
    [InlineData(Feed.Plans, "PlnPoint")]
    public async Task The_second_way_gives_the_same(Feed feed, string type)
    {
        await using var fake = await FakePortal.Start(Store);
        await using var services = Services(fake, "rest");

        var (ids, rejected) = await Walk(services.GetRequiredService<IPortal>(), new PortalQuery(feed));

        Assert.Empty(rejected);
        Assert.Equal(Store.All(type).Select(row => row.GetProperty("id").GetInt64()).Order(), ids.Order());
    }

    [Fact]
    public async Task Organisations_come_without_private_persons()
    {
        await using var fake = await FakePortal.Start(Store);
        await using var services = Services(fake, "graphql");

        var (ids, rejected) = await Walk(services.GetRequiredService<IPortal>(), new PortalQuery(Feed.Organisations));

        Assert.Empty(rejected);
        Assert.Equal(Store.All("Subject").Count(row => row.GetProperty("typeSupplier").GetInt32() == 1), ids.Count);
    }

    [Fact]
    public async Task A_cited_lot_and_its_bids_are_found()
    {
        await using var fake = await FakePortal.Start(Store);
        await using var services = Services(fake, "graphql,rest,zakup");
        var portal = services.GetRequiredService<IPortal>();
        var number = Store.All("Lots")[0].GetProperty("lotNumber").GetString()!;

        var found = await Run(portal.Find(new Wanted { LotNumber = number }, default), seconds: 2);
        var lot = Assert.IsType<Lot>(Assert.Single(found).Record);

        Assert.Equal(number, lot.Number);
        var announcement = Store.All("TrdApp")[0].GetProperty("buyId").GetInt64();
        var (ids, _) = await Walk(portal, new PortalQuery(Feed.Bids) { AnnouncementId = announcement });
        var bids = Store.All("TrdApp").Where(row => row.GetProperty("buyId").GetInt64() == announcement);
        Assert.Equal(bids.Select(row => row.GetProperty("id").GetInt64()).Order(), ids.Order());
    }

    [Fact]
    public async Task A_wrong_token_is_shown_once()
    {
        await using var fake = await FakePortal.Start(Store, token: "another-token");
        await using var services = Services(fake, "graphql,rest");
        var portal = services.GetRequiredService<IPortal>();

        for (var i = 0; i < 5; i++)
        {
            var fault = await Assert.ThrowsAsync<PortalException>(() => Run(portal.Page(new(Feed.Contracts), default)));
            Assert.Equal(PortalFault.Token, fault.Fault);
        }

        Assert.Single(fake.Requests);
        Assert.All(services.GetRequiredService<PortalSources>().Standing, source => Assert.True(source.TokenRefused));
    }

    [Fact]
    public async Task The_unified_platform_stands_in_when_the_token_is_refused()
    {
        await using var fake = await FakePortal.Start(Store, token: "another-token");
        await using var services = Services(fake, "graphql,zakup");

        var page = await Run(services.GetRequiredService<IPortal>().Page(new PortalQuery(Feed.Lots), default));

        Assert.Equal("zakup", page.Source);
        Assert.All(page.Rows, row => Assert.IsType<Lot>(row.Record));
        Assert.NotEmpty(page.Rows);
    }

    private async Task<(HashSet<long> Ids, List<string> Rejected)> Walk(IPortal portal, PortalQuery query)
    {
        var (ids, rejected) = (new HashSet<long>(), new List<string>());
        for (var next = query; next is not null;)
        {
            var page = await Run(portal.Page(next, default));
            rejected.AddRange(page.Rows.Select(row => row.Rejection).OfType<string>());
            ids.UnionWith(page.Rows.Select(row => row.Record).OfType<object>().Select(IdOf));
            next = page.Next is { } after ? query with { After = after } : null;
        }
        return (ids, rejected);
    }

    private static long IdOf(object record) => record switch
    {
        Lot lot => lot.Id,
        Announcement announcement => announcement.Id,
        Bid bid => bid.Id,
        Contract contract => contract.Id,
        Act act => act.Id,
        PlanItem plan => plan.Id,
        UnfairListing listing => listing.Id,
        Organisation organisation => long.Parse(organisation.Bin, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{record.GetType().Name} has no id."),
    };

    /// <summary>Lets time pass whenever somebody waits for the clock, and for no longer than this: other timers are limits, not waits.</summary>
    private async Task<T> Run<T>(Task<T> task, int seconds = 70)
    {
        while (!task.IsCompleted)
        {
            var waiting = clock.SomebodyWaits(TimeSpan.FromSeconds(seconds));
            if (await Task.WhenAny(task, waiting) == waiting)
                clock.Push(TimeSpan.FromSeconds(1));
        }
        return await task;
    }

    private ServiceProvider Services(FakePortal fake, string sources)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Portal:Sources"] = sources,
            ["Portal:Token"] = FakePortal.UsualToken,
            ["Portal:GraphQlUrl"] = fake.Url + "/v3/graphql",
            ["Portal:RestUrl"] = fake.Url,
            ["Portal:ZakupUrl"] = fake.Url,
        };
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock)
            .AddPortal(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }
}
