using Bot.Feeds;
using Fakes;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>The queue before a host: one at a time, whoever is waited for in front.</summary>
public sealed class HostPaceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PushedClock clock = new();

    [Fact]
    public async Task One_goes_each_second()
    {
        using var pace = new HostPace(1, clock);
        await pace.Turn(false, default);
        var (second, third) = (pace.Turn(false, default), pace.Turn(false, default));

        clock.Push(Second - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);
        clock.Push(TimeSpan.FromMilliseconds(1));
        await second;
        Assert.False(third.IsCompleted);
        clock.Push(Second);
        await third;
    }

    [Fact]
    public async Task After_a_rest_nobody_catches_up()
    {
        using var pace = new HostPace(2, clock);
        await pace.Turn(false, default);
        clock.Push(TimeSpan.FromHours(1));
        await pace.Turn(false, default);

        var next = pace.Turn(false, default);

        Assert.False(next.IsCompleted);
        clock.Push(Second / 2);
        await next;
    }

    [Fact]
    public async Task Whoever_is_waited_for_goes_first()
    {
        using var pace = new HostPace(1, clock);
        await pace.Turn(false, default);
        var (job, person) = (pace.Turn(false, default), pace.Turn(true, default));

        clock.Push(Second);
        await person;
        Assert.False(job.IsCompleted);
        clock.Push(Second);
        await job;
    }

    [Fact]
    public async Task Whoever_leaves_the_queue_holds_up_nobody()
    {
        using var pace = new HostPace(1, clock);
        using var leaving = new CancellationTokenSource();
        await pace.Turn(false, default);
        var (gone, next) = (pace.Turn(false, leaving.Token), pace.Turn(false, default));

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        clock.Push(Second);
        await next;
    }

    [Fact]
    public async Task A_host_that_asks_for_a_pause_has_it_but_not_for_ever()
    {
        using var pace = new HostPace(1, clock);
        pace.Hold(TimeSpan.FromSeconds(30));
        var first = pace.Turn(true, default);
        clock.Push(TimeSpan.FromSeconds(29));
        Assert.False(first.IsCompleted);
        clock.Push(Second);
        await first;

        pace.Hold(TimeSpan.FromDays(365));
        var second = pace.Turn(false, default);
        clock.Push(HostPace.LongestHold);
        await second;
    }
}
