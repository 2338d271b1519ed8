using Procurement;
using Risk;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What the population remembers of a document, field by field, and what it holds for not told.</summary>
public class FactsTests
{
    private static readonly long Buyer = Numbers.Bin(Given.Buyer);

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;

    [Fact]
    public void Of_a_lot()
    {
        var lot = Given.Lot() with
        {
            Number = "85000001-ЗЦП2",
            PlannedMethodId = 2,
            StatusId = 360,
            ResultsPublished = Given.Astana(2026, 3, 1),
            Amount = 1_000.55m,
            Places = ["351010000", "711010000"],
            Details = new("Бумага 500 листов белая плотная", null),
        };
        var population = new World { Lots = [lot] }.AsOf(Given.AsOf);
        var fact = population.Lots[0];

        Assert.Equal((1, 85000001, 2, 16411681), (fact.Id, fact.PlanRoot, fact.Attempt, fact.AnnouncementId));
        Assert.Equal((Buyer, EnstruCode.Of(Given.Code), (byte)1), (fact.Buyer, fact.Enstru, fact.Subject));
        Assert.Equal((3, 2, 360), ((int)fact.Method, (int)fact.PlannedMethod, (int)fact.Status));
        Assert.Equal((Day(2026, 2, 24), Day(2026, 2, 26), Day(2026, 3, 1)), (fact.Published, fact.Due, fact.Results));
        Assert.Equal((100_055, 10_000, 10_000f), (fact.AmountTiyn, fact.PriceTiyn, fact.Quantity));
        Assert.Equal((1000.55m, 100m, 2026), (fact.Amount, fact.Price, fact.Year));
        Assert.Equal((2, 3510), ((int)fact.PlaceCount, (int)fact.District));
        Assert.Equal(population.RegionBits(["351010000", "711010000"]), fact.Regions);
        Assert.Equal("school", population.BuyerKinds[fact.BuyerKind]);
        Assert.Equal(("796", false), (population.Units[fact.Unit].Code, population.Packs[fact.Pack].IsUnnamed));
        Assert.NotEqual(0, fact.Text);
    }

    [Fact]
    public void Of_a_lot_that_tells_nothing()
    {
        var bare = new Lot { Id = 1, Number = "без номера", Published = Given.AsOf, Places = ["3", "351"] };
        var fact = new World { Lots = [bare] }.AsOf(Given.AsOf).Lots[0];

        Assert.Equal(new LotFact { Id = 1, Attempt = 1, Published = Day(2026, 3, 5), PlaceCount = 2, Places = fact.Places, Regions = fact.Regions }, fact);
        Assert.Equal(0, LotFact.Of(bare with { Published = null }).Year);
        Assert.Equal(LotFact.Of(bare with { Details = new(null, "ақ қағаз қалың парақ") }).Text, LotFact.Of(bare with { Details = new("ақ қағаз қалың парақ", "басқа") }).Text);
    }

    [Fact]
    public void Of_a_contract_and_its_subjects()
    {
        var contract = GivenDeal.Contract() with
        {
            RootId = null,
            PlannedEnd = Given.Astana(2026, 5, 1),
            Done = Given.Astana(2026, 4, 1),
            CancelReasonId = 4,
            Items = [GivenDeal.Item() with { Sum = null, JustificationId = 28, Places = [Given.Place] }, new ContractItem()],
        };
        var population = new World { Contracts = [contract] }.AsOf(GivenDeal.AsOf);
        var (deal, items) = (population.Deals[0], population.ItemsOf(population.Deals[0]).ToArray());

        Assert.Equal((10, 10, 0, 16411681), (deal.Id, deal.Root, deal.Version, deal.AnnouncementId));
        Assert.Equal((Buyer, 200000000001, 2026, 90_000_000), (deal.Buyer, deal.Supplier, deal.Year, deal.SumTiyn));
        Assert.Equal((3, 1, 190, 4), ((int)deal.Method, (int)deal.Subject, (int)deal.Status, deal.CancelReason));
        Assert.Equal((Day(2026, 3, 3), Day(2026, 3, 3), Day(2026, 5, 1), Day(2026, 4, 1)), (deal.Day, deal.FirstDay, deal.PlannedEnd, deal.Done));
        Assert.Equal((1, 100, EnstruCode.Of(Given.Code), 28), (items[0].LotId, items[0].PlanItemId, items[0].Enstru, items[0].Justification));
        Assert.Equal((9_000, 10_000f, 90_000_000), (items[0].PriceTiyn, items[0].Quantity, items[0].SumTiyn));
        Assert.Equal(population.RegionBits([Given.Place]), items[0].Regions);
        Assert.Equal(new ItemFact(), items[1]);
    }

    [Fact]
    public void Of_a_contract_that_tells_little()
    {
        DealFact Of(Contract contract) => new World { Contracts = [contract] }.AsOf(GivenDeal.AsOf).Deals[0];
        var created = Of(new Contract { Id = 1, Created = Given.Astana(2025, 7, 1) });

        Assert.Equal(new DealFact { Id = 1, Root = 1, Day = Day(2025, 7, 1), FirstDay = Day(2025, 7, 1), Year = 2025 }, created);
        Assert.Equal(2024, Of(new Contract { Id = 1, Created = Given.Astana(2025, 7, 1), FinancialYear = 2024 }).Year);
        Assert.Equal(5, Of(new Contract { Id = 9, RootId = 5, Created = Given.AsOf }).Root);
    }

    [Fact]
    public void Acts_are_added_up_as_far_as_they_were_approved_by_the_day()
    {
        Act Of(long id, int? day, int? late, decimal? fine) =>
            new() { Id = id, ContractId = 10, Approved = day is { } known ? Given.Astana(2026, 5, known) : null, DaysLate = late, Fine = fine };
        DealFact With(params Act[] acts) => new World { Contracts = [GivenDeal.Contract()], Acts = acts }.AsOf(Given.Astana(2026, 5, 20)).Deals[0];
        string Told(DealFact deal) => $"{(deal.FirstAct == 0 ? 0 : deal.FirstAct - Day(2026, 5, 1) + 1)} {deal.DaysLate} {deal.FineTiyn}";

        Assert.Equal("0 0 0", Told(With()));
        Assert.Equal("10 5 300", Told(With(Of(1, 12, 5, 1), Of(2, 10, 3, 2), Of(3, 20, null, null))));
        Assert.Equal("20 0 0", Told(With(Of(1, 20, null, null), Of(2, 21, 9, 9))));
        Assert.Equal("10 7 100", Told(With(Of(1, null, 7, 1), Of(2, 10, 3, null))));      // not approved, yet it tells of a delay
        Assert.Equal("0 0 0", Told(With(Of(1, 10, 3, 1) with { IsDeleted = true }, Of(2, 10, 3, 1) with { Revoked = Given.Astana(2026, 5, 11) })));
        Assert.Equal("0 0 0", Told(With(Of(1, 10, 3, 1) with { ContractId = null }, Of(2, 10, 3, 1) with { ContractId = 11 })));
        Assert.Equal("10 3 100", Told(With(Of(1, 10, 3, 1) with { ContractId = 99, ContractRootId = 10 })));
    }

    [Fact]
    public void Of_a_bid_each_lot_has_its_offer_with_the_discount()
    {
        var bid = new Bid
        {
            Id = 7,
            AnnouncementId = 1,
            SupplierBin = GivenDeal.Supplier,
            HandedIn = Given.Astana(2026, 2, 25),
            Lots = [new BidLot { LotId = 1, Amount = 100, DiscountedAmount = 90, StatusName = "Победитель" }, new BidLot { LotId = 2, Amount = 80 }],
        };
        var population = new World { Bids = [bid, bid with { Id = 8, SupplierBin = null, HandedIn = null, Lots = [new BidLot { LotId = 1 }] }] }.AsOf(Given.AsOf);

        Assert.Equal(
            [new BidFact { LotId = 1, BidId = 8 }, new BidFact { LotId = 1, BidId = 7, Supplier = 200000000001, AmountTiyn = 9_000, Outcome = BidOutcome.Won, Day = Day(2026, 2, 25) }],
            population.BidsFor(1).ToArray());
        Assert.Equal([8_000L], population.BidsFor(2).ToArray().Select(offer => offer.AmountTiyn));
    }

    [Fact]
    public void Of_an_organisation()
    {
        var population = new World
        {
            Organisations =
            [
                new() { Bin = "200000000002", Places = ["711010000"], Registered = Given.Astana(2020, 1, 2), ParentBin = "200000000003", IsSupplier = true, Size = 2, IsMonopoly = true },
                new() { Bin = "200000000001" },
            ],
        }.AsOf(Given.AsOf);

        Assert.Equal(
            [new FirmFact { Bin = 200000000001 }, new FirmFact
            {
                Bin = 200000000002, Registered = Day(2020, 1, 2), Parent = 200000000003, IsSupplier = true, IsMonopoly = true, Size = 2,
                Regions = population.RegionBits(["711010000"]),
            }],
            population.Firms);
        Assert.Null(population.Firm(5));
    }
}
