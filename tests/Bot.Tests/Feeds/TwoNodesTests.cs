using Bot.Feeds;
using Fakes;
using Fakes.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>Two nodes on one PostgreSQL: a page is fetched by one of them, and who dies is followed by the other.</summary>
public sealed class TwoNodesTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    private readonly PushedClock clock = new(Now);

    [PostgresFact]
    public async Task No_page_is_fetched_by_both()
    {
        await using var fake = await FakePortal.Start(Store(), clock: clock);
        await using var one = await FeedStage.Set(fake, clock, onPostgres: true);
        await using var other = await FeedStage.Set(fake, clock, beside: one);

        await Task.WhenAll(Task.Run(() => one.Fill(Now.AddDays(-25))), Task.Run(() => other.Fill(Now.AddDays(-25))));
        await Task.WhenAll(Task.Run(one.Fresh), Task.Run(other.Fresh), Task.Run(one.Night), Task.Run(other.Night));

        Assert.All(fake.Requests.Where(request => request.What.StartsWith("Lots {", StringComparison.Ordinal)
            || request.What.StartsWith("Contract {", StringComparison.Ordinal) || request.What.StartsWith("Acts {", StringComparison.Ordinal))
            .GroupBy(request => (request.What, request.After)), same => Assert.Single(same));
        await using var db = one.Register();
        Assert.False(await db.Feeds.AnyAsync(feed => feed.HeldBy != null || feed.Fault != null || feed.To != null));
        Assert.Equal(fake.Store.Count("Lots"), (await one.Dump())["lots"].Count);
    }

    [PostgresFact]
    public async Task A_node_that_died_loses_its_hold_after_ten_minutes()
    {
        await using var fake = await FakePortal.Start(Store(), clock: clock);
        await using var node = await FeedStage.Set(fake, clock, onPostgres: true);
        var course = Course.Often[0];
        await Hang(node, course);

        clock.Push(Hold - TimeSpan.FromSeconds(1));
        Assert.False(await node.Read(course));
        Assert.Empty(fake.Requests);
        clock.Push(TimeSpan.FromSeconds(2));
        Assert.True(await node.Read(course));

        Assert.Null((await node.Position(course)).HeldBy);
    }

    [Fact]
    public async Task On_one_machine_nobody_waits_for_the_dead()
    {
        await using var fake = await FakePortal.Start(Store(), clock: clock);
        await using var node = await FeedStage.Set(fake, clock);
        await Hang(node, Course.Often[0]);

        Assert.True(await node.Read(Course.Often[0]));
    }

    [Theory]
    [InlineData(false)]
    public Task Two_processes_do_not_read_one_feed_at_once_on_SQLite(bool onPostgres) => OneReads(onPostgres);

    [PostgresTheory]
    [InlineData(true)]
    public Task Two_processes_do_not_read_one_feed_at_once(bool onPostgres) => OneReads(onPostgres);

    [PostgresFact]
    public async Task Who_lost_the_hold_meanwhile_saves_nothing()
    {
        await using var fake = await FakePortal.Start(Store(), misbehaviour: new Misbehaviour().Next(Trouble.Slow(TimeSpan.FromSeconds(70))), clock: clock);
        await using var node = await FeedStage.Set(fake, clock, onPostgres: true);
        var reading = node.Feeder.Run(Course.Often[0], null, null, default);
        await clock.SomebodyWaits(TimeSpan.FromSeconds(70));

        await Hang(node, Course.Often[0]);    // another has taken over
        clock.Push(TimeSpan.FromSeconds(70));

        Assert.False(await node.Passing(reading, longestWait: 20));
        Assert.Empty((await node.Dump())["lots"]);
        var position = await node.Position(Course.Often[0]);
        Assert.Equal(("gone", null), (position.HeldBy, position.After));
    }

    [Theory]
    [InlineData(false)]
    public Task The_timetable_stands_in_memory_on_SQLite(bool onPostgres) => Stands(onPostgres);

    [PostgresTheory]
    [InlineData(true)]
    public Task The_timetable_stands_in_the_database_and_a_second_start_finds_it(bool onPostgres) => Stands(onPostgres);

    private async Task OneReads(bool onPostgres)
    {
        await using var fake = await FakePortal.Start(Store(), misbehaviour: new Misbehaviour().Next(Trouble.Slow(TimeSpan.FromSeconds(70))), clock: clock);
        await using var one = await FeedStage.Set(fake, clock, onPostgres);
        await using var other = await FeedStage.Set(fake, clock, beside: one);
        var reading = one.Feeder.Run(Course.Often[0], null, null, default);
        await clock.SomebodyWaits(TimeSpan.FromSeconds(70));

        Assert.False(await other.Feeder.Run(Course.Often[0], null, null, default));
        clock.Push(TimeSpan.FromSeconds(70));

        Assert.True(await one.Passing(reading, longestWait: 20));
        Assert.True(await other.Read(Course.Often[0]));
    }

    private async Task Stands(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        for (var start = 0; start < 2; start++)
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(TimeProvider.System);
            builder.Services.AddQuartz(quartz => Timetable.Schedule(quartz, stage.Connection));
            builder.Services.AddQuartzHostedService();
            using var host = builder.Build();
            await host.StartAsync();
            var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            foreach (var job in new[] { "fresh", "nightly", "alarm" })
            {
                Assert.NotNull(await scheduler.GetJobDetail(new JobKey(job, "feeds")));
                Assert.NotNull((await scheduler.GetTrigger(new TriggerKey(job, "feeds")))!.NextFireTimeUtc);
            }

            Assert.Equal(onPostgres, (await scheduler.GetMetadata()).JobStoreClustered);
            await host.StopAsync();
        }
    }

    /// <summary>The feed as one leaves it who dies while reading.</summary>
    private async Task Hang(FeedStage node, Course course)
    {
        await using var db = node.Register();
        await FeedBook.Open(db, course.Name, default);
        var until = clock.GetUtcNow() + Hold;
        await db.Feeds.Where(feed => feed.Name == course.Name)
            .ExecuteUpdateAsync(feed => feed.SetProperty(f => f.HeldBy, "gone").SetProperty(f => f.HeldUntil, until));
    }

    private static PortalStore Store() => PortalStore.Invented(5, lots: 600, new DateOnly(2026, 8, 8), new DateOnly(2026, 8, 31));
}
