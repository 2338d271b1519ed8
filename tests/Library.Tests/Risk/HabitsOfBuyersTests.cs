using Procurement;
using Risk.Habits;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What follows from all lots and contracts about buyers and those like them.</summary>
public class HabitsOfBuyersTests
{
    private static readonly long Code = EnstruCode.Of(Given.Code);
    private static readonly long Own = Numbers.Bin(Given.Buyer);

    private static string School(int number) => $"1000000000{number:00}";

    private static Lot Of(long id, string? buyer = Given.Buyer, decimal? amount = 1_000) => Given.Lot() with
    {
        Id = id,
        Number = $"{80_000_000 + id}-ЗЦП1",
        BuyerBin = buyer,
        Amount = amount,
        Published = Given.Astana(2025, 6, 2),
    };

    private static Contract Signed(long id, decimal? sum, int method = 23, int? ground = 28, string? supplier = GivenDeal.Supplier) => Given.Direct(id, 1) with
    {
        Sum = sum,
        MethodId = method,
        SupplierBin = supplier,
        SignedAt = Given.Astana(2025, 12, 2),
        Items = [new ContractItem { Enstru = Given.Code, JustificationId = ground }],
    };

    private static Population Store(IReadOnlyList<Lot> lots, params IReadOnlyList<Contract> contracts) => new World
    {
        Lots = lots,
        Contracts = contracts,
        References = Given.GroundNames,
        Organisations = [new Organisation { Bin = GivenDeal.Other, IsMonopoly = true }],
    }.AsOf(Given.AsOf);

    [Fact]
    public void A_buyers_kind_is_that_of_its_latest_name_that_tells_one()
    {
        Lot Named(long id, string? name, int day) => Of(id) with { BuyerName = new(name, null), Published = Given.Astana(2025, 6, day) };
        var store = Store([Named(1, "Детский сад № 1", 1), Named(2, "КГУ \"Школа № 1\"", 2), Named(3, "ТОО \"РВ\"", 3), Of(4, buyer: null)]);
        var kinds = BuyerKindOf.Of(store);

        Assert.Equal("school", store.BuyerKinds[kinds[Own]]);
        Assert.Equal(0, kinds[0]);
        Assert.Equal(0, kinds[Numbers.Bin(School(9))]);
    }

    [Fact]
    public void A_year_is_twelve_months_without_what_the_law_lets_be_bought_so()
    {
        var first = Given.AsOf.AddMonths(-12).AddDays(1);
        var year = BuyerYears.Of(Store([],
            Signed(1, 100), Signed(2, 200, method: 3), Signed(3, 300, ground: 77), Signed(4, 400, supplier: null),
            Signed(5, 1_000, ground: 1), Signed(6, 2_000, supplier: GivenDeal.Other), Signed(7, 0), Signed(8, null),
            Signed(9, 50) with { SignedAt = first }, Signed(10, 3_000) with { SignedAt = first.AddDays(-1) }));
        var own = year.Find(Own)!;

        Assert.Equal((5, 105_000L, 85_000L, 1), (own.Contracts, own.Total, own.OneSource, own.Unexplained));
        Assert.Equal(65_000, own.Largest);
        Assert.Equal(Math.Pow(650.0 / 1050, 2), own.Concentration, 12);
        Assert.Equal(650.0 / 1050, own.ShareOf(own.Largest), 12);
        Assert.Equal(Numbers.Day(first), year.From);
        Assert.Null(year.Find(Numbers.Bin(School(1))));
        Assert.Null(BuyerYears.Of(Store([], Signed(1, 1_000, ground: 1))).Find(Own));
        Assert.Equal(0, new BuyerYear { Buyer = 1 }.ShareOf(0));
    }

    [Fact]
    public void Buyers_of_a_kind_are_divided_into_quarters_by_what_they_spend()
    {
        var years = BuyerYears.Of(Store([], [.. Enumerable.Range(1, 8).Select(i => Signed(i, i < 3 ? 100 : i * 100) with { BuyerBin = School(i) })]));

        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], Enumerable.Range(1, 8).Select(i => years.Find(Numbers.Bin(School(i)))!.Quarter));
    }

    [Fact]
    public void Needs_are_counted_by_buyers_of_a_kind_from_lots_and_direct_contracts()
    {
        var (byte1, roof) = ((byte)1, "412040.000.000001");
        var store = Store(
            [
                Of(1), Of(2), Of(3, School(1)), Of(4, School(2)) with { Enstru = roof }, Of(5, School(3)) with { Enstru = null },
                Of(6, School(4)) with { BuyerName = default }, Of(7, null),
            ],
            Signed(1, 1) with { BuyerBin = School(2) }, Signed(2, 1) with { BuyerBin = School(3), Items = [new ContractItem()] },
            Signed(3, 1) with { BuyerBin = School(4) });
        var needs = NeedsOfKinds.Of(store);
        var kind = store.Lot(1)!.Value.BuyerKind;

        Assert.Equal((2, 2), needs.Others(kind, Own, Code));
        Assert.Equal((3, 3), needs.Others(kind, 0, Code));
        Assert.Equal((2, 1), needs.Others(kind, Own, EnstruCode.Of(roof)));
        Assert.Equal((2, 0), needs.Others(kind, Numbers.Bin(School(2)), EnstruCode.Of(roof)));
        Assert.Equal((0, 0), needs.Others((byte)(kind + byte1), Own, Code));
    }

    [Fact]
    public void A_years_quantity_is_held_against_buyers_of_the_same_size()
    {
        Lot With(long id, int school, decimal count, decimal sum) => Of(id, School(school), sum) with { Count = count };
        var store = Store(
            [
                .. Enumerable.Range(1, 8).Select(i => With(i, i, i * 10, i * 1_000)),
                With(20, 2, 5, 1) with { Published = Given.Astana(2024, 6, 2) }, With(21, 2, 7, 1), With(22, 1, 9, 1) with { SubjectType = 3 },
                With(23, 1, 9, 1) with { Enstru = null }, With(24, 1, 9, 1) with { UnitCode = null, UnitName = null }, With(25, 1, 0, 1),
                With(26, 9, 9, 1) with { BuyerName = default }, With(27, 1, 9, 1) with { StatusId = 430 }, With(28, 1, 9, 1) with { UnitCode = "166" },
            ]);
        var quantities = YearQuantities.Of(store);
        List<double> Others(long id) => quantities.Others(store.Lot(id)!.Value);

        Assert.Equal([5, 27], Others(1));            // the second school is of the same quarter; its years stand apart
        Assert.Equal([10], Others(2));
        Assert.Equal([40], Others(3));
        Assert.Equal([70], Others(8));
        Assert.Empty(Others(26));
        Assert.Empty(Others(28));
    }

    [Fact]
    public void Lots_near_a_limit_are_counted_from_eighty_percent_to_the_limit()
    {
        Lot At(long id, string buyer, decimal share, int method = 3) => Of(id, buyer, share * 8000 * 3932) with { MethodId = method };    // MCI of 2025
        var store = Store(
            [
                At(1, School(1), 0.8m), At(2, School(1), 0.8999m), At(3, School(1), 0.9m), At(4, School(2), 1), At(5, School(2), 1.0001m),
                At(6, School(2), 0.7999m), At(7, School(2), 0.95m) with { StatusId = 430 }, At(8, School(2), 0.95m, method: 2),
                At(9, School(2), 0.95m) with { Published = Given.Astana(2024, 12, 31) }, At(10, School(2), 0.475m, method: 60),
                At(11, School(2), 0.85m, method: 6) with { PlannedMethodId = 3 }, At(12, School(2), 0.95m) with { Published = Given.Astana(2025, 1, 1) },
            ]);
        var near = NearLimits.Of(store);

        Assert.Equal((3, 3), near.Others(3, 0));
        Assert.Equal((1, 2), near.Others(3, Numbers.Bin(School(1))));
        Assert.Equal((2, 1), near.Others(3, Numbers.Bin(School(2))));
        Assert.Equal((0, 1), near.Others(60, 0));
        Assert.Equal((0, 0), near.Others(2, 0));
    }
}
