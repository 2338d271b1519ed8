using Bot.Feeds;
using Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>How often a source is asked again, when it is left alone, and when it is not asked at all.</summary>
public sealed class PatientPortalTests : IDisposable
{
    private const PortalFault Busy = PortalFault.Busy, Garbled = PortalFault.Garbled;
    private static readonly PortalQuery Lots = new(Feed.Lots);

    private readonly PushedClock clock = new();
    private readonly PortalConnection connection;
    private string token = "token-one";

    public PatientPortalTests() =>
        connection = new PortalConnection(new Uri("https://portal.test"), new TokenLatch(() => token), new PortalSettings(), clock);

    public void Dispose() => connection.Dispose();

    [Fact]
    public async Task A_page_is_asked_again_after_one_two_four_eight_seconds()
    {
        var source = ScriptedSource.Of(Busy, Garbled, Busy, Garbled);
        var page = Patient(source).Page(Lots, default);

        await Waits(1, 2, 4, 8);

        await page;
        Assert.Equal(5, source.Asked);
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone_for_a_minute()
    {
        var source = ScriptedSource.Of([.. Enumerable.Repeat<PortalFault?>(Busy, 20)]);
        var portal = Patient(source);
        var page = portal.Page(Lots, default);

        await Waits(1, 2, 4, 8);    // the fifth fault blows the fuse
        await clock.SomebodyWaits(TimeSpan.FromSeconds(16));
        Assert.True(portal.Standing.IsLeftAlone);
        await Waits(16);
        Assert.Equal(5, source.Asked);
        await Waits(44);    // the rest of the minute, not 30 seconds: there would be nobody to ask
        await Waits(60);

        var fault = await Assert.ThrowsAsync<PortalException>(() => page);
        Assert.Equal(Busy, fault.Fault);
        Assert.Equal(7, source.Asked);
    }

    [Fact]
    public async Task Nobody_else_asks_meanwhile()
    {
        var source = ScriptedSource.Of(Busy, Busy, Busy, Busy, Busy);
        var portal = Patient(source);
        var page = portal.Page(Lots, default);
        await Waits(1, 2, 4, 8);
        await clock.SomebodyWaits(TimeSpan.FromSeconds(16));

        var fault = Assert.ThrowsAsync<PortalException>(() => Patient(source).Find(new Wanted { LotId = 1 }, default));

        Assert.NotNull((await fault).RetryAfter);
        Assert.Equal(5, source.Asked);
        await Waits(16, 44);
        await page;
        Assert.False(portal.Standing.IsLeftAlone);
    }

    [Fact]
    public async Task Whoever_asks_to_wait_is_waited_for()
    {
        var source = ScriptedSource.Of(Busy);
        source.RetryAfter = TimeSpan.FromSeconds(45);
        var page = Patient(source).Page(Lots, default);

        await Waits(45);

        await page;
    }

    [Fact]
    public async Task Whoever_asks_to_wait_for_an_hour_is_left_to_the_next_job()
    {
        var source = ScriptedSource.Of(Busy);
        source.RetryAfter = TimeSpan.FromHours(1);

        var fault = await Assert.ThrowsAsync<PortalException>(() => Patient(source).Page(Lots, default));

        Assert.Equal((source.RetryAfter, 1), (fault.RetryAfter, source.Asked));
    }

    [Theory]
    [InlineData(PortalFault.Question)]
    [InlineData(PortalFault.Cursor)]
    public async Task What_waiting_does_not_mend_is_told_at_once(PortalFault kind)
    {
        var source = ScriptedSource.Of(kind);

        Assert.Equal(kind, (await Assert.ThrowsAsync<PortalException>(() => Patient(source).Page(Lots, default))).Fault);
        Assert.Equal(1, source.Asked);
    }

    [Fact]
    public async Task A_cited_number_is_asked_once_more_and_no_longer()
    {
        var source = ScriptedSource.Of(Busy, Busy, Busy);
        var found = Patient(source).Find(new Wanted { LotId = 1 }, default);

        await Waits(1);

        Assert.Equal(Busy, (await Assert.ThrowsAsync<PortalException>(() => found)).Fault);
        Assert.Equal(2, source.Asked);
    }

    [Fact]
    public async Task A_cited_number_is_given_up_when_its_time_is_over()
    {
        var source = new ScriptedSource(async (_, leaving) =>
        {
            await Task.Delay(Timeout.Infinite, leaving);
            return null;
        });
        var found = Patient(source).Find(new Wanted { LotId = 1 }, default);

        clock.Push(TimeSpan.FromSeconds(30));

        Assert.Equal(Busy, (await Assert.ThrowsAsync<PortalException>(() => found)).Fault);
    }

    [Fact]
    public async Task A_refused_token_is_not_shown_again_until_there_is_another()
    {
        var source = ScriptedSource.Of(PortalFault.Token);
        var (portal, neighbour) = (Patient(source), Patient(source));
        for (var i = 0; i < 3; i++)
            Assert.Equal(PortalFault.Token, (await Assert.ThrowsAsync<PortalException>(() => portal.Page(Lots, default))).Fault);
        Assert.Equal(PortalFault.Token, (await Assert.ThrowsAsync<PortalException>(() => neighbour.Find(new Wanted { LotId = 1 }, default))).Fault);
        Assert.Equal((1, true, true), (source.Asked, portal.Standing.TokenRefused, neighbour.Standing.TokenRefused));

        token = "token-two";

        await portal.Page(Lots, default);
        Assert.Equal((2, false), (source.Asked, portal.Standing.TokenRefused));
    }

    [Fact]
    public async Task It_tells_the_doctor_how_it_stands()
    {
        var portal = Patient(ScriptedSource.Of(PortalFault.Question));
        await Assert.ThrowsAsync<PortalException>(() => portal.Page(Lots, default));
        var failed = clock.GetUtcNow();
        clock.Push(TimeSpan.FromMinutes(1));
        await portal.Page(Lots, default);

        var standing = new SourceStanding("scripted", "portal.test") { Answered = clock.GetUtcNow(), Failed = failed, Fault = PortalFault.Question };
        Assert.Equal(standing, portal.Standing);
    }

    private async Task Waits(params int[] seconds)
    {
        foreach (var wait in seconds)
        {
            await clock.SomebodyWaits(TimeSpan.FromSeconds(wait));
            clock.Push(TimeSpan.FromSeconds(wait));
        }
    }

    private PatientPortal Patient(IPortal source) =>
        new(source, connection, new PortalSettings(), clock, NullLogger.Instance, chance: () => 0.5);
}
