using Bot.Lots;
using Bot.Storage;
using Bot.Tests.Feeds;
using Fakes;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>The ways from an announcement to its repeats and from a plan item to its contracts, also in a register that was there before them.</summary>
public sealed class WaysTests
{
    private static readonly Contract Direct = new()
    {
        Id = 5,
        Items = [new ContractItem { Enstru = "203012.700.000000" }, new ContractItem { Enstru = "203012.700.000000", PlanItemId = 81 }],
    };

    [Theory]
    [EachDatabase]
    public async Task Repeats_and_direct_contracts_are_found(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, new PushedClock(), onPostgres);

        await stage.Intake.Take("page", [new Announcement { Id = 7 }, new Announcement { Id = 8, ParentId = 7 }, Direct], null, default);

        await using var db = stage.Register();
        await AreFound(db);
    }

    [Theory]
    [EachDatabase]
    public async Task A_register_from_before_gets_them_out_of_its_documents(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, new PushedClock(), onPostgres);
        await stage.Intake.Take("page", [new Announcement { Id = 7 }, new Announcement { Id = 8, ParentId = 7 }, Direct], null, default);
        await using var db = stage.Register();
        foreach (var statement in new[]
        {
            "DROP INDEX \"IX_announcements_ParentId\"", "DROP INDEX \"IX_contract_items_PlanItemId\"",
            "ALTER TABLE \"announcements\" DROP COLUMN \"ParentId\"", "ALTER TABLE \"contract_items\" DROP COLUMN \"PlanItemId\"",
            "DELETE FROM \"__register_migrations\" WHERE \"MigrationId\" = '0003_ways'",
        })
            await db.Run(statement, default);

        await Databases.Migrate(db, default);

        await AreFound(db);
    }

    private static async Task AreFound(RegisterDb db)
    {
        Assert.Equal(8, (await db.Announcements.SingleAsync(row => row.ParentId == 7)).Id);
        Assert.Equal(5, (await db.ContractItems.SingleAsync(row => row.PlanItemId == 81)).ContractId);
        Assert.Equal(1, await db.ContractItems.CountAsync(row => row.PlanItemId == null));
    }
}
