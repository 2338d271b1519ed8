using Bot.Triage;
using Xunit;

namespace Bot.Tests.Triage;

/// <summary>How far back one looks for tips without a case: everything at first, then a minute or two, and everything again now and then.</summary>
public sealed class HorizonTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly Horizon horizon = new();

    [Fact]
    public void After_two_minutes_only_what_came_since_the_first_is_looked_at()
    {
        Look(0, tip: 10);
        Assert.Equal(Seen.Nothing, horizon.From(Start.AddSeconds(59)));
        Look(60, tip: 20);
        Assert.Equal(10, horizon.From(Start.AddSeconds(61)).Tip);
        Look(119, tip: 30);
        Assert.Equal(10, horizon.From(Start.AddSeconds(120)).Tip);    // twenty is not a minute old as a mark
        Look(120, tip: 30);
        Assert.Equal(20, horizon.From(Start.AddSeconds(121)).Tip);
    }

    [Fact]
    public void Every_ten_minutes_everything_is_looked_at_once()
    {
        for (var second = 0; second <= 120; second += 60)
            Look(second, tip: second);
        Assert.NotEqual(Seen.Nothing, horizon.From(Start.AddSeconds(650)));

        Assert.Equal(Seen.Nothing, horizon.From(Start.AddSeconds(721)));
        Look(721, tip: 900);
        Assert.NotEqual(Seen.Nothing, horizon.From(Start.AddSeconds(722)));
    }

    [Fact]
    public void When_the_clock_was_set_back_everything_is_looked_at()
    {
        for (var second = 0; second <= 120; second += 60)
            Look(second, tip: second);

        Assert.Equal(Seen.Nothing, horizon.From(Start.AddSeconds(-3600)));
        Look(-3600, tip: 200);
        Assert.Equal(Seen.Nothing, horizon.From(Start.AddSeconds(-3599)));
    }

    private void Look(int second, int tip) => horizon.Passed(tip, tip, Start.AddSeconds(second));
}
