using Bot.Signs;
using Bot.Tests.Feeds;
using Bot.Tests.Storage;
using Fakes;
using Microsoft.Extensions.DependencyInjection;
using Procurement;
using Xunit;

namespace Bot.Tests.Signs;

/// <summary>Contracts without lot and announcement are found by their number and judged beside the lots.</summary>
public sealed class DirectContractTests
{
    private const string Buyer = "970140002674", Supplier = "020340002199";
    private const long Root = 5001, Direct = -Root;
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(5));
    private static readonly DateTimeOffset Later = Day.AddDays(60);

    private static readonly Lot Desks = new() { Id = 7, Number = "80000001-ЗЦП1", AnnouncementId = 9, BuyerBin = Buyer, Amount = 500_000, Published = Day };

    private static readonly Contract Paper = new()
    {
        Id = Root,
        RootId = Root,
        Number = $"{Buyer}/260023/00",
        BuyerBin = Buyer,
        SupplierBin = Supplier,
        Sum = 90_000,
        MethodId = 23,
        SignedAt = Day,
        Items = [new ContractItem { PlanItemId = 31, Sum = 90_000, JustificationId = 4 }],
    };

    private static readonly Contract OfDesks = new()
    {
        Id = 4001,
        RootId = 4001,
        Number = $"{Buyer}/260022/00",
        AnnouncementId = 9,
        BuyerBin = Buyer,
        Items = [new ContractItem { LotId = 7 }],
    };

    private static readonly object[] Records =
    [
        Desks, Paper, OfDesks,
        Paper with { Id = 5002, Number = $"{Buyer}/260023/01", Sum = 95_000, SignedAt = Day.AddDays(9), AmendmentGrounds = [2], CancelReasonId = 3 },
        new Act { Id = 61, ContractId = Root, ContractRootId = Root },
        new PlanItem { Id = 31, RootId = 30, BuyerBin = Buyer }, new PlanItem { Id = 30, RootId = 30, BuyerBin = Buyer },
        new Organisation { Bin = Supplier, Name = new("Қағаз", "Бумага") },
        new Reference { Table = "RefJustification", Id = 4, Name = new("до 100 МРП", null) },
        new Reference { Table = "RefAmendmAgreemJustif", Id = 2, Name = new("налог", null) },
        new Reference { Table = "RefContractCancel", Id = 3, Name = new("вина поставщика", null) },
        new Reference { Table = "RefLotsStatus", Id = 4, Name = new("Опубликован", null) },
    ];

    [Theory, EachDatabase]
    public async Task A_contract_is_named_by_its_number_in_any_version(bool onPostgres)
    {
        await using var stage = await Filled(onPostgres);
        var db = stage.Register();

        foreach (var name in new[] { $"{Buyer}/260023/00", $" {Buyer}/260023/01", $"{Buyer}/260023", $"{Direct}" })
            Assert.Equal((Direct, Paper.Number, Paper.Sum), await db.JudgedNamed(name, default) is { } lot ? (lot.Id, lot.Number, lot.Amount) : default);
        Assert.Equal(Desks.Id, (await db.JudgedNamed(Desks.Number, default))?.Id);
        Assert.Equal(Desks.Id, (await db.JudgedNamed("7", default))?.Id);
    }

    [Theory, EachDatabase]
    public async Task A_contract_with_a_lot_leads_to_the_lot(bool onPostgres)
    {
        await using var stage = await Filled(onPostgres);

        Assert.Equal(Desks.Id, (await stage.Register().JudgedNamed(OfDesks.Number!, default))?.Id);
    }

    [Theory]
    [InlineData("970140002674/26002/00")]
    [InlineData("970140002675/260023/00")]
    [InlineData("970140002674")]
    [InlineData("970140002674/")]
    [InlineData("школа/260023/00")]
    [InlineData("-4001")]
    [InlineData("0")]
    [InlineData("")]
    public async Task Other_names_are_nobodys(string name)
    {
        await using var stage = await Filled(onPostgres: false);

        Assert.Null(await stage.Register().JudgedNamed(name, default));
    }

    [Theory, EachDatabase]
    public async Task The_file_holds_what_belongs_to_the_contract(bool onPostgres)
    {
        await using var stage = await Filled(onPostgres);
        var db = stage.Register();

        var file = await new CaseFiles(db).Of((await db.Judged(Direct, default))!, Later, population: null, default);

        Assert.Equal([Root, 5002], file.Contracts!.Select(version => version.Id));
        Assert.Equal([61], file.Acts!.Select(act => act.Id));
        Assert.Equal([30, 31], file.PlanItems!.Select(item => item.Id).Order());
        Assert.Equal([Supplier], file.Organisations!.Keys);
        Assert.Equal((null, 0), (file.Bids, file.Attempts.Count));
    }

    [Theory, EachDatabase]
    public async Task The_portals_words_for_grounds_are_in_every_file(bool onPostgres)
    {
        await using var stage = await Filled(onPostgres);
        var db = stage.Register();
        var files = new CaseFiles(db);

        foreach (var lot in new[] { Desks, (await db.Judged(Direct, default))! })
        {
            var file = await files.Of(lot, Later, population: null, default);

            Assert.Equal([(4, "до 100 МРП")], file.Grounds.Select(name => (name.Key, name.Value)));
            Assert.Equal([(2, "налог")], file.AmendmentGrounds.Select(name => (name.Key, name.Value)));
            Assert.Equal([(3, "вина поставщика")], file.CancelReasons.Select(name => (name.Key, name.Value)));
        }
    }

    [Theory, EachDatabase]
    public async Task All_judges_the_lots_and_then_each_direct_contract_once(bool onPostgres)
    {
        await using var stage = await Filled(onPostgres);
        await stage.Intake.Take("more", [.. Enumerable.Range(1, 1100).Select(id => Paper with { Id = 6000 + id, RootId = 6000 + id, Number = null })], null, default);

        var judged = await Judged(stage, every: 1);

        Assert.Equal([Desks.Id, Direct, .. Enumerable.Range(1, 1100).Select(id => -6000L - id)], judged);
        Assert.Equal(judged.Where(id => id % 10 == 0), await Judged(stage, every: 10));
    }

    [Fact]
    public async Task Signs_are_told_about_a_direct_contract()
    {
        await using var stage = await Filled(onPostgres: false);
        await using var scope = stage.Services.CreateAsyncScope();
        var signs = scope.ServiceProvider.GetRequiredService<LotSigns>();

        var report = await signs.Check((await signs.Lot(Direct, default))!, Later, default);

        Assert.Equal(Paper.Number, report.LotNumber);
        Assert.NotEmpty(report.Findings);
    }

    private static async Task<List<long>> Judged(FeedStage stage, int every)
    {
        List<long> ids = [];
        await foreach (var page in stage.Services.GetRequiredService<AllSigns>().Judge(Later, every, page => page.ToList(), default))
            ids.AddRange(page.Select(one => one.Lot.Id));
        return ids;
    }

    private static async Task<FeedStage> Filled(bool onPostgres)
    {
        var stage = await FeedStage.Set(null, new PushedClock(Later), onPostgres);
        await stage.Intake.Take("register", Records, null, default);
        return stage;
    }
}
