using Bot.Lots;
using Bot.Tests.Feeds;
using Fakes;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>Sources that tell different parts of the same thing: the register holds what they say together.</summary>
public sealed class MergingTests
{
    private static readonly DateTimeOffset Day = new(2026, 9, 1, 10, 0, 0, TimeSpan.FromHours(5));
    private static readonly Announcement Paint = new()
    {
        Id = 7,
        Number = "7-1",
        Title = new("Краска для школы", "Мектепке бояу"),
        MethodId = 3,
        OrganiserBin = "020340002199",
        Published = Day,
        BidsFrom = Day,
        BidsDue = Day.AddDays(5),
    };

    private static readonly Trait Email = new(TraitKind.Email, 1), Phone = new(TraitKind.Phone, 2), Head = new(TraitKind.Head, 3);

    /// <summary>As GraphQL gives it, with everything nested.</summary>
    private static readonly Lot Full = new Lot
    {
        Id = 1,
        Number = "80000001-ЗЦП1",
        AnnouncementId = 7,
        Name = new("Краска", "Бояу"),
        Details = new("для пола", "еденге"),
        BuyerBin = "020340002199",
        Amount = 1000,
        Count = 3,
        UnitPrice = 333,
        UnitCode = "166",
        UnitName = "Килограмм",
        Enstru = "203012.700.000000",
        StatusId = 220,
        Places = ["710000000"],
        PlanItemIds = [80000001],
        SupplyTerm = "30 календарных дней",
        Prepayment = 30,
        IsConstruction = false,
        DesignSign = 1,
        FileCount = 2,
    }.Under(Paint);

    /// <summary>As REST gives it: nothing nested.</summary>
    private static readonly Lot Bare = new()
    {
        Id = 1,
        Number = "80000001-ЗЦП1",
        AnnouncementId = 7,
        Name = new("Краска", "Бояу"),
        BuyerBin = "020340002199",
        Amount = 1000,
        Count = 3,
        StatusId = 360,
    };

    private static readonly Contract Whole = new()
    {
        Id = 5,
        RootId = 5,
        BuyerBin = "020340002199",
        SupplierBin = "990740000683",
        Sum = 900,
        StatusId = 190,
        Items = [new ContractItem { Enstru = "203012.700.000000", LotId = 1, UnitPrice = 300 }],
        Acts = [new Act { Id = 9, ContractId = 5 }],
        HasVat = true,
        IsForYears = false,
        CancelReasonId = 3,
        Payments = [new Payment(Day, 500)],
        SupplierTraits = [Email, Phone],
        BuyerTraits = [Phone],
    };

    private readonly PushedClock clock = new();

    [Theory]
    [EachDatabase]
    public async Task A_lot_without_its_plan_and_announcement_keeps_what_was_known_of_them(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Full);

        await Take(stage, Bare);

        Assert.Equal(Said(Full with { StatusId = 360 }), Said(await LotOf(stage)));
        Assert.Equal(0, (await Take(stage, Bare)).Updated);    // the same again is the same
    }

    [Theory]
    [EachDatabase]
    public async Task A_lot_takes_the_announcement_that_comes_beside_it(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);

        await Take(stage, Paint, Bare);

        Assert.Equal(Said(Bare.Under(Paint)), Said(await LotOf(stage)));
    }

    [Theory]
    [EachDatabase]
    public async Task An_announcement_that_changes_changes_its_lots(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Paint, Full, Full with { Id = 2, Number = "80000002-ЗЦП1" }, Full with { Id = 3, Number = "80000003-ЗЦП1", AnnouncementId = 8 });

        var report = await Take(stage, Paint with { BidsDue = Day.AddDays(9), ResultsPublished = Day.AddDays(10) });

        Assert.Equal(1 + 2, report.Updated);
        await using var db = stage.Register();
        Assert.Equal([9, 9, 5], (await db.Lots.OrderBy(row => row.Id).ToListAsync()).Select(row => (row.ToLot().BidsDue!.Value - Day).Days));
    }

    [Theory]
    [EachDatabase]
    public async Task A_copy_by_the_unified_platform_does_not_overwrite_the_portals_own(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        var copy = Bare with { UnifiedId = 88, Name = new("Краска масляная", null), Amount = 1, StatusId = 210, Published = Day.AddDays(-1), BidsDue = Day };
        await Take(stage, Full with { Count = null });

        await Take(stage, copy);
        Assert.Equal(Said(Full), Said(await LotOf(stage)));    // it filled what was open

        await Take(stage, Full with { Amount = 5 });
        Assert.Equal(Said(Full with { Amount = 5 }), Said(await LotOf(stage)));
    }

    [Theory]
    [EachDatabase]
    public async Task The_portals_own_takes_the_place_of_a_copy(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Bare with { UnifiedId = 88, Published = Day.AddDays(-1), Amount = 1 });
        await Take(stage, Bare with { UnifiedId = 88, Published = Day.AddDays(-1), Amount = 2 });
        Assert.Equal((2, 88L), ((await LotOf(stage)).Amount, (await LotOf(stage)).UnifiedId));

        await Take(stage, Full);

        Assert.Equal(Said(Full), Said(await LotOf(stage)));
    }

    [Theory]
    [EachDatabase]
    public async Task A_contract_without_its_items_does_not_erase_them(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Whole);

        await Take(stage, Whole with
        {
            StatusId = 390,
            SupplierBin = null,
            Items = [],
            Acts = [],
            HasVat = null,
            IsForYears = null,
            CancelReasonId = null,
            Payments = [],
            SupplierTraits = [Phone with { Digest = 9 }],
            BuyerTraits = []
        });

        await using var db = stage.Register();
        var row = await db.Contracts.SingleAsync();
        var held = Documents.Read<Contract>(row.Document);
        Assert.Equal((390, "990740000683", "990740000683"), (held.StatusId, held.SupplierBin, row.SupplierBin));
        Assert.Equal((300, 9L), (Assert.Single(held.Items).UnitPrice, Assert.Single(held.Acts).Id));
        Assert.Equal(1, (await db.ContractItems.SingleAsync()).LotId);
        Assert.Equal((true, false, 3, 500), (held.HasVat, held.IsForYears, held.CancelReasonId, Assert.Single(held.Payments!).Sum));
        Assert.Equal([Email, Phone with { Digest = 9 }], held.SupplierTraits);    // the newest word of each kind
        Assert.Equal([Phone], held.BuyerTraits);
    }

    [Theory]
    [EachDatabase]
    public async Task What_ends_in_life_follows_the_newest_word(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Paint with { Paused = Day, ResultsPublished = Day, ParentId = 6, Complained = Day, Commission = [Head] });

        await Take(stage, Paint with { OrganiserBin = null });

        await using var db = stage.Register();
        var held = Documents.Read<Announcement>((await db.Announcements.SingleAsync()).Document);
        Assert.Equal((null, null, "020340002199"), (held.Paused, held.ResultsPublished, held.OrganiserBin));
        Assert.Equal((6, Day, Head), (held.ParentId, held.Complained, Assert.Single(held.Commission)));
        Assert.Equal(7, (await db.Announcements.SingleAsync(row => row.ParentId == 6)).Id);
    }

    [Theory]
    [EachDatabase]
    public async Task A_deletion_marks_and_never_erases(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Full, Whole);

        await Take(stage, new Deletion { Feed = Feed.Lots, ObjectId = 1 }, new Deletion { Feed = Feed.Contracts, ObjectId = 5 },
            new Deletion { Feed = Feed.Plans, ObjectId = 6 }, new Deletion { Feed = Feed.Announcements, ObjectId = 7 });

        Assert.Equal(Said(Full with { IsDeleted = true }), Said(await LotOf(stage)));
        await using var db = stage.Register();
        Assert.True(Documents.Read<Contract>((await db.Contracts.SingleAsync()).Document) is { IsDeleted: true, Items.Count: 1 });
    }

    [Theory]
    [EachDatabase]
    public async Task Two_who_write_at_once_do_not_write_over_each_other(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, clock, onPostgres);
        await Take(stage, Paint);

        for (var round = 1; round <= 20; round++)
        {
            var (due, amount) = (Day.AddDays(round), round);
            await Task.WhenAll(
                Task.Run(() => Take(stage, Paint with { BidsDue = due })),
                Task.Run(() => Take(stage, [.. Enumerable.Range(1, 20).Select(id => (object)(Bare with { Id = id, Amount = amount }))])));
            await Take(stage, Paint with { BidsDue = due, Sum = round });

            await using var db = stage.Register();
            Assert.All(await db.Lots.ToListAsync(), row => Assert.Equal((amount, due), (row.ToLot().Amount, row.ToLot().BidsDue)));
        }
    }

    private static Task<IntakeReport> Take(FeedStage stage, params object[] records) => stage.Intake.Take("page", records, null, default);

    private static async Task<Lot> LotOf(FeedStage stage)
    {
        await using var db = stage.Register();
        return (await db.Lot(1, default))!;
    }

    private static string Said(Lot lot) => System.Text.Json.JsonSerializer.Serialize(lot);
}
