using System.Text.Json;
using Bot.Lots;
using Fakes;
using Fakes.Invented;
using Fakes.Portal;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>The whole way from the portal's answer to the register: what signs need arrives, and no person, account, telephone or address does.</summary>
public sealed class TraitsTests
{
    private static readonly DateTimeOffset Night = new(2026, 9, 1, 19, 0, 0, TimeSpan.Zero);
    private const string Entered = "ContractPayment", ByTreasury = "TreasuryPay";
    private static readonly string[] Canaries = ["Вымышленный", "Вымышленная", "invented.example", "KZ00ZZZ", "902101", "+7 (0"];

    private readonly PushedClock clock = new(Night);

    [Theory]
    [InlineData("graphql")]
    [InlineData("rest")]
    public async Task Digests_arrive_and_texts_do_not(string source)
    {
        var store = PortalStore.Invented(new InventOptions
        {
            Seed = 5,
            Lots = 250,
            From = new(2026, 8, 10),
            To = new(2026, 8, 31),
            Schemes = new Dictionary<string, int> { ["KZ-07"] = 1, ["KZ-28"] = 1 },
        });
        await using var fake = await FakePortal.Start(store, clock: clock);
        await using var stage = await FeedStage.Set(fake, clock, sources: source);

        Assert.True(await stage.Fill(Night.AddDays(-24)));
        await stage.Fresh();
        await stage.Night();

        var dump = await stage.Dump();
        foreach (var row in dump.Values.SelectMany(rows => rows))
            Assert.All(Canaries, canary => Assert.DoesNotContain(canary, row, StringComparison.OrdinalIgnoreCase));
        await using var db = stage.Register();
        await Flat(db);
        if (source == "graphql")
            await Nested(db, store);
    }

    /// <summary>What both services give.</summary>
    private static async Task Flat(Bot.Storage.RegisterDb db)
    {
        var contracts = await Of<Contract>(db.Contracts);
        Assert.NotEmpty(contracts);
        Assert.All(contracts.Where(contract => contract.SupplierBin is not null), contract => Assert.Equal(
            [TraitKind.FullName, TraitKind.BankAccount, TraitKind.Phone, TraitKind.Address], contract.SupplierTraits.Select(trait => trait.Kind)));
        Assert.All(contracts, contract => Assert.Equal((2, false), (contract.BuyerTraits.Count, contract.IsForYears)));
        Assert.Contains(contracts, contract => contract.HasVat is true);
        var organisations = await Of<Organisation>(db.Organisations);
        Assert.All(organisations, one => Assert.True(one is { Oked: not null, Size: not null, IsBuyer: not null, Traits.Count: >= 2 }));
    }

    /// <summary>What the GraphQL service alone gives.</summary>
    private static async Task Nested(Bot.Storage.RegisterDb db, PortalStore store)
    {
        var contracts = await Of<Contract>(db.Contracts);
        var paid = store.All("Contract").Where(row => IsHeld(row, Entered) || IsHeld(row, ByTreasury)).Select(row => row.GetProperty("id").GetInt64()).Order();
        Assert.NotEmpty(paid);
        Assert.Equal(paid, contracts.Where(contract => contract.Payments is { Count: > 0 }).Select(contract => contract.Id).Order());
        var lots = (await db.Lots.ToListAsync()).ConvertAll(row => row.ToLot());
        Assert.All(lots, lot => Assert.True(lot is { PlanItemIds.Count: 1, IsConstruction: not null }));
        Assert.Contains(await Of<PlanItem>(db.PlanItems), plan => plan.Prepayment > 0);
        Assert.Equal([0, 1, 2], lots.Select(lot => lot.FileCount!.Value).Distinct().Order());
        Assert.Contains(lots, lot => lot.SupplyTerm is not null);
        var announcements = await Of<Announcement>(db.Announcements);
        Assert.Contains(announcements, announcement => announcement.Commission.Count == 2);
        Assert.Contains(announcements, announcement => announcement.Complained is not null);
        Assert.All(await Of<Bid>(db.Bids), bid => Assert.Equal(TraitKind.BidWriter, Assert.Single(bid.Traits).Kind));

        // Organisations have a head in common exactly where the portal says so.
        var organisations = await Of<Organisation>(db.Organisations);
        var heads = organisations.SelectMany(one => one.Traits.Where(trait => trait.Kind is TraitKind.Head)).ToList();
        var told = store.All("Subject").Where(row => organisations.Any(one => one.PortalId == row.GetProperty("pid").GetInt64()))
            .Select(row => row.GetProperty("Employees")[0].GetProperty("iin").GetString()).ToList();
        Assert.Equal(told.Count - told.Distinct().Count(), heads.Count - heads.Distinct().Count());
        Assert.All(await Of<UnfairListing>(db.UnfairListings), listing => Assert.Equal(
            listing.SupplierBin is null ? null : TraitKind.Head, Assert.Single(listing.Grounds).Head?.Kind));
        Assert.NotEqual(0, store.Count("RnuList"));
    }

    private static bool IsHeld(JsonElement row, string list) => row.TryGetProperty(list, out var payments) && payments.GetArrayLength() > 0;

    private static async Task<List<T>> Of<T>(IQueryable<StoredDocument> rows) =>
        (await rows.Select(row => row.Document).ToListAsync()).ConvertAll(Documents.Read<T>);
}
