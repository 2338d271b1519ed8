using Bot.Channels;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Sending;

/// <summary>The gate keeps a provider's pace whatever is asked of it.</summary>
public sealed class GateTests
{
    private static readonly SendingPace Telegram = new()
    {
        PerSecond = 30,
        AlertsPerSecond = 25,
        BetweenToOne = TimeSpan.FromSeconds(1),
        PerGroupAndMinute = 18,
    };
    private readonly TestClock clock = new(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));
    private readonly Gate gate;

    public GateTests() => gate = new Gate(Telegram, clock);

    [Fact]
    public void Alerts_leave_at_their_pace_and_answers_find_room_beside_them()
    {
        var (alerts, answers) = (0, 0);
        for (var tick = 0; tick < 1000; tick++, clock.Advance(TimeSpan.FromMilliseconds(10)))
        {
            if (tick % 25 == 0)    // four people a second want an answer
            {
                Assert.Equal(TimeSpan.Zero, gate.Wait(OutboxKind.Answer));
                Pass(OutboxKind.Answer, $"person {tick}");
                answers++;
            }

            for (; gate.Wait(OutboxKind.Alert) == TimeSpan.Zero; alerts++)
                Pass(OutboxKind.Alert, $"follower {alerts}");
        }

        Assert.Equal(40, answers);
        Assert.InRange(alerts, 250, 254);    // ten seconds of 25, and the few that may catch up
    }

    [Fact]
    public void No_second_holds_more_than_the_provider_allows()
    {
        List<DateTimeOffset> passed = [];
        for (var tick = 0; tick < 700; tick++, clock.Advance(TimeSpan.FromMilliseconds(tick % 100 == 50 ? 400 : 7)))    // stumbles now and then
            for (; gate.Wait(OutboxKind.Answer) == TimeSpan.Zero; passed.Add(clock.GetUtcNow()))
                Pass(OutboxKind.Answer, $"person {passed.Count}");

        Assert.All(passed, first => Assert.InRange(passed.Count(at => at >= first && at < first + TimeSpan.FromSeconds(1)), 1, 30));
    }

    [Fact]
    public void One_person_hears_one_message_a_second()
    {
        Pass(OutboxKind.Answer, "aigul");
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(["aigul"], gate.Resting().Lanes);
        Assert.Equal(TimeSpan.FromMilliseconds(1), gate.Resting().Next);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty(gate.Resting().Lanes);
    }

    [Fact]
    public void A_group_gets_eighteen_messages_and_edits_in_any_minute()
    {
        List<DateTimeOffset> passed = [];
        for (var second = 0; second < 300; second++, clock.Advance(TimeSpan.FromSeconds(1)))
            while (!gate.Resting().Lanes.Contains("group"))
            {
                gate.Pass("group", isGroup: true, OutboxKind.Card, clock.GetUtcNow());
                passed.Add(clock.GetUtcNow());
            }

        Assert.Equal(90, passed.Count);
        Assert.All(passed, first => Assert.InRange(passed.Count(at => at >= first && at < first + TimeSpan.FromMinutes(1)), 1, 18));
    }

    [Fact]
    public void A_pause_holds_for_everybody_and_a_shorter_one_does_not_end_it()
    {
        gate.Shut(clock.GetUtcNow() + TimeSpan.FromSeconds(37));
        gate.Shut(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(36));

        Assert.Equal(TimeSpan.FromSeconds(1), gate.Wait(OutboxKind.Answer));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, gate.Wait(OutboxKind.Alert));
    }

    private void Pass(OutboxKind kind, string lane) => gate.Pass(lane, isGroup: false, kind, clock.GetUtcNow());
}
