using Bot.Conversation;
using Bot.Tests.Storage;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>Two coordinators want the same case at the same moment.</summary>
public sealed class ClaimTests
{
    private const int Cases = 5;

    [Theory, EachDatabase, Trait("Catalogue", "P10")]
    public async Task Of_two_who_claim_within_a_millisecond_one_has_it_and_the_other_hears_who(bool onPostgres)
    {
        await using var house = await TelegramHouse.Open(onPostgres);
        for (var number = 1; number <= Cases; number++)
            await house.File(3000 + number);
        for (var number = 1; number <= Cases; number++)
        {
            foreach (var who in new[] { TelegramHouse.Asel, TelegramHouse.Daniyar })
                house.Telegram.Say(TelegramHouse.Desk, $"/claim {number}", who);
            foreach (var update in await house.Updates())
                await house.Bring(update);
            await Task.WhenAll(Answer(house), Answer(house));
            house.Clock.Advance(TimeSpan.FromSeconds(5));    // who lost the race is answered in a second try
            await house.Settle();
        }

        var said = house.Telegram.Messages(TelegramHouse.Desk).Select(message => message.Text).ToList();
        var cases = await house.Look(db => db.Cases.OrderBy(known => known.Number).ToListAsync());
        Assert.All(cases, known => Assert.Equal(CaseState.Claimed, known.State));
        for (var number = 1; number <= Cases; number++)
        {
            Assert.Single(said, text => text.StartsWith($"№{number} is already with", StringComparison.Ordinal));
            Assert.Single(said, text => text.StartsWith($"№{number} ·", StringComparison.Ordinal) && text.Contains("has it", StringComparison.Ordinal));
        }
    }

    private static Task<bool> Answer(TelegramHouse house) => Task.Run(() => house.The<Answering>().AnswerNext(default));
}
