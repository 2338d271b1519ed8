using Bot.Feeds;
using Bot.Lots;
using Fakes;
using Fakes.Portal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>The portal is asked for the words behind the numbers that contracts give as grounds and reasons.</summary>
public sealed class GroundTablesTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("RefJustification")]
    [InlineData("RefAmendmAgreemJustif")]
    [InlineData("RefContractCancel")]
    public async Task A_table_of_grounds_comes_every_night(string table)
    {
        await using var fake = await FakePortal.Start(PortalStore.Invented(seed: 3, lots: 10));
        await using var stage = await FeedStage.Set(fake, new PushedClock(Start));

        await stage.Read(Course.Nightly(Start.Year).Single(course => course.Table == table));

        await using var db = stage.Register();
        Assert.True(await db.References.AnyAsync(row => row.Table == table));
    }
}
