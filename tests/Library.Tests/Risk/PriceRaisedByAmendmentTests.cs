using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class PriceRaisedByAmendmentTests
{
    private static Finding Judge(params Contract[] versions) => File(versions).Finding("KZ-06");

    private static Contract Raised(decimal price, decimal quantity) => Contract(1).At(price, quantity);

    [Theory]
    [InlineData(90.09, 9000, State.Clear)]    // a thousandth is rounding
    [InlineData(90.10, 9000, State.Fired)]
    [InlineData(80, 9000, State.Clear)]
    public void Price_of_one_unit(double price, double quantity, State expected)
    {
        var finding = Judge(Contract(), Raised((decimal)price, (decimal)quantity));

        Assert.Equal((expected, Tier.T1), (finding.State, finding.Tier));
        Assert.Equal("contract", finding.Subject.Kind);
    }

    [Theory]
    [InlineData(11_111, State.Clear)]     // 999,990 of 1,000,000 planned
    [InlineData(11_122, State.Clear)]     // within a thousandth
    [InlineData(11_124, State.Fired)]
    public void Sum_above_what_was_set_aside(double quantity, State expected) =>
        Assert.Equal(expected, Judge(Contract(), Raised(90, (decimal)quantity) with { SignedAt = Signed.AddDays(31) }).State);

    [Theory]
    [InlineData(9899, 30, State.Clear)]
    [InlineData(9900, 30, State.Fired)]
    [InlineData(9900, 31, State.Clear)]
    public void Growth_by_a_tenth_soon_after_the_signature(double quantity, int days, State expected)
    {
        var finding = Judge(Contract().At(90, 9000), Raised(90, (decimal)quantity) with { SignedAt = Signed.AddDays(days) });

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? (Tier.T2, "soon") : (Tier.T1, null), (finding.Tier, finding.Variant));
    }

    [Fact]
    public void Without_an_amendment_or_with_a_lower_sum_it_is_clear()
    {
        Assert.Equal(State.Clear, Judge(Contract().At(200, 10_000)).State);
        Assert.Equal(State.Clear, Judge(Contract(), Raised(90, 5000)).State);
    }

    [Theory]
    [InlineData("Изменение проектной (проектно-сметной) документации, прошедшей экспертизу", "design_changed")]
    [InlineData("Изменение налогового и таможенного законодательства", "tax_changed")]
    [InlineData("Постановка на учет по налогу на добавленную стоимость", "tax_changed")]
    [InlineData("Снятие с учета по НДС", "vat_changed")]
    [InlineData("Изменение регулируемых тарифов", "regulated_tariff")]
    public void Grounds_on_which_a_price_may_rise(string ground, string exception)
    {
        var names = new Dictionary<int, string> { [TermGround] = ground };

        Assert.Equal([exception], (File(Contract(), Raised(95, 10_000)) with { AmendmentGrounds = names }).Finding("KZ-06").Exceptions);
    }

    [Fact]
    public void A_ground_that_lowers_a_sum_allows_no_rise()
    {
        var names = new Dictionary<int, string> { [TermGround] = "Уменьшение суммы при изменении проектной документации" };

        Assert.Equal(State.Fired, (File(Contract(), Raised(95, 10_000)) with { AmendmentGrounds = names }).Finding("KZ-06").State);
    }

    [Fact]
    public void A_contract_that_is_prolonged_may_grow_but_not_in_price()
    {
        var names = new Dictionary<int, string> { [TermGround] = "Продление договора до подведения итогов конкурса" };

        Assert.Equal(["prolonged"], (File(Contract(), Raised(90, 12_000)) with { AmendmentGrounds = names }).Finding("KZ-06").Exceptions);
        Assert.Equal(State.Fired, (File(Contract(), Raised(95, 9000)) with { AmendmentGrounds = names }).Finding("KZ-06").State);
    }

    [Fact]
    public void A_change_of_VAT_excuses_and_an_unknown_one_stops()
    {
        Assert.Equal(["vat_changed"], Judge(Contract(), Raised(95, 9000) with { HasVat = false }).Exceptions);
        Assert.Equal(["vat"], Judge(Contract(), Raised(95, 9000) with { HasVat = null, SumWithVat = null }).Missing);
        Assert.Equal(State.Fired, Judge(Contract() with { HasVat = null }, Raised(95, 9000) with { HasVat = null }).State);
    }

    [Fact]
    public void Without_published_grounds_the_sign_is_weaker()
    {
        var empty = Judge(Contract(), Raised(95, 9000) with { AmendmentGrounds = [] });
        var unknown = Judge(Contract(), Raised(95, 9000) with { AmendmentGrounds = [77] });

        Assert.Equal((Tier.T2, "price_grounds_unknown"), (empty.Tier, empty.Variant));
        Assert.Equal((Tier.T2, "price_grounds_unknown"), (unknown.Tier, unknown.Variant));
        Assert.Equal("sum_grounds_unknown", Judge(Contract(), Raised(90, 12_000) with { AmendmentGrounds = [] }).Variant);
    }

    [Fact]
    public void Works_and_contracts_for_years_are_not_judged_without_grounds()
    {
        var works = HeldLot with { SubjectType = 2 };
        var service = HeldLot with { SubjectType = 3 };
        var groundless = new[] { Contract(), Raised(95, 9000) with { AmendmentGrounds = [] } };

        Assert.Equal(["amendment_grounds"], (File(groundless) with { Lot = works }).Finding("KZ-06").Missing);
        Assert.Equal(State.Fired, (File(groundless) with { Lot = works with { IsConstruction = false } }).Finding("KZ-06").State);
        Assert.Equal(State.Fired, (File(groundless) with { Lot = service }).Finding("KZ-06").State);
        Assert.Equal(["contract_years"], Judge(Contract(), Raised(95, 9000) with { IsForYears = true }).Missing);
        Assert.Equal(["contract_years"], Judge(Contract().At(90, 9000), Raised(90, 10_000) with { IsForYears = true }).Missing);
    }

    [Theory]
    [InlineData("493000.000.000001", "КГУ Школа", State.Clear)]       // transport
    [InlineData("611000.000.000001", "КГУ Школа", State.Clear)]       // communication
    [InlineData("101100.000.000001", "Воинская часть", State.Clear)]  // food of the armed forces
    [InlineData("101100.000.000001", "КГУ Школа", State.Fired)]
    [InlineData("172300.000.000001", "Воинская часть", State.Fired)]
    public void What_may_pass_the_saving(string enstru, string buyer, State expected)
    {
        var lot = HeldLot with { Enstru = enstru, BuyerName = new(buyer, null) };
        var file = File(Contract(), Raised(90, 12_000) with { SignedAt = Signed.AddDays(40) }) with { Lot = lot };

        Assert.Equal(expected, file.Finding("KZ-06").State);
    }

    [Fact]
    public void The_price_of_one_service_is_its_volume_and_regulated_prices_are_left_out()
    {
        var service = HeldLot with { SubjectType = 3 };
        Contract[] versions = [Job(Contract(), 900_000), Job(Contract(1), 950_000) with { SignedAt = Signed.AddDays(60) }];

        Assert.Equal(State.Clear, (File(versions) with { Lot = service }).Finding("KZ-06").State);
        Assert.Equal(
            ["regulated_tariff"],
            (File(Contract(), Raised(95, 9000)) with { Lot = service with { Enstru = "351110.100.000000" } }).Finding("KZ-06").Exceptions);

        static Contract Job(Contract contract, decimal sum) => contract with
        {
            Sum = sum,
            Items = [Item() with { UnitCode = "5114", UnitPrice = sum, Quantity = 1, Sum = sum }],
        };
    }

    [Fact]
    public void Subjects_are_matched_by_the_plan_item_whatever_its_version()
    {
        var later = Raised(95, 9000) with { Items = [Item() with { PlanItemId = 101, UnitPrice = 95 }] };
        var plans = new[] { new PlanItem { Id = 100, RootId = 100 }, new PlanItem { Id = 101, RootId = 100 } };

        Assert.Equal(["contract_items"], Judge(Contract(), later).Missing);
        Assert.Equal(State.Fired, (File(Contract(), later) with { PlanItems = plans }).Finding("KZ-06").State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["contracts"], (File() with { Contracts = null }).Finding("KZ-06").Missing);
        Assert.Equal(["no_contract_yet"], (File() with { AsOf = Given.AsOf }).Finding("KZ-06").Exceptions);
        Assert.Equal(["currency"], Judge(Contract(), Raised(95, 9000) with { Currency = "USD" }).Missing);
        Assert.Equal(["contract_sum"], Judge(Contract(), Contract(1) with { Sum = null }).Missing);
        Assert.Equal(["amount"], (File(Contract(), Raised(90, 12_000) with { SignedAt = Signed.AddDays(40) }) with { Lot = HeldLot with { Amount = null } })
            .Finding("KZ-06").Missing);
        Assert.Equal(["old_law"], Judge(Contract() with { SignedAt = Given.Astana(2024, 12, 30) }, Raised(95, 9000)).Exceptions);
    }

    [Fact]
    public void A_purchase_held_long_ago_without_a_contract_is_not_known_to_have_none()
    {
        Assert.Equal(["contracts"], File().Finding("KZ-06").Missing);
        Assert.Equal(["no_contract_yet"], (File() with { AsOf = HeldLot.ResultsPublished!.Value.AddDays(60) }).Finding("KZ-06").Exceptions);
        Assert.Equal(["no_contract_yet"], (File() with { Lot = HeldLot with { StatusId = 370 } }).Finding("KZ-06").Exceptions);
    }

    [Fact]
    public void What_was_set_aside_is_that_of_all_lots_of_the_contract()
    {
        var other = HeldLot with { Id = 2, Number = "85000002-ЗЦП1", Amount = 50_000 };
        Contract Both(long? second) => Contract(1) with
        {
            Sum = 1_040_000,
            SignedAt = Signed.AddDays(31),
            Items = [Item() with { Quantity = 11_000, Sum = 990_000 }, Item() with { LotId = second, PlanItemId = 102, Quantity = 1, Sum = 50_000 }],
        };
        Finding With(long? second, decimal? amount = 50_000) => (File(Contract(), Both(second)) with
        {
            Population = new World { Lots = [HeldLot, other with { Amount = amount }] }.AsOf(AsOf),
        }).Finding("KZ-06");

        Assert.Equal(State.Clear, With(2).State);
        Assert.Equal(State.Fired, With(2, 30_000).State);
        Assert.Equal(["amount"], With(2, null).Missing);
        Assert.Equal(["amount"], With(2, 0).Missing);
        Assert.Equal(["amount"], With(77).Missing);
        Assert.Equal(State.Fired, With(0).State);        // an item without a lot sets nothing aside
        Assert.Equal(State.Fired, With(null).State);
    }

    [Fact]
    public void A_sum_that_rose_by_a_thousandth_is_rounding()
    {
        Finding With(decimal before, decimal after, decimal planned)
        {
            var file = File(Contract() with { Sum = before }, Contract(1) with { Sum = after, SignedAt = Signed.AddDays(31) });
            return (file with { Lot = HeldLot with { Amount = planned } }).Finding("KZ-06");
        }

        Assert.Equal(State.Clear, With(900_000, 900_900, 800_000).State);
        Assert.Equal(State.Fired, With(900_000, 900_900.01m, 800_000).State);
        Assert.Equal(State.Clear, With(900_000, 1_001_000, 1_000_000).State);
        Assert.Equal(State.Fired, With(900_000, 1_001_000.01m, 1_000_000).State);
    }

    [Fact]
    public void Of_works_and_contracts_for_years_a_higher_sum_is_not_judged_without_grounds_either()
    {
        Contract[] raised = [Contract(), Raised(90, 12_000) with { AmendmentGrounds = [], SignedAt = Signed.AddDays(31) }];

        Assert.Equal(["amendment_grounds"], (File(raised) with { Lot = HeldLot with { SubjectType = 2 } }).Finding("KZ-06").Missing);
        Assert.Equal(["contract_years"], (File(raised[0], raised[1] with { IsForYears = true })).Finding("KZ-06").Missing);
    }

    [Fact]
    public void A_contract_that_was_for_nothing_did_not_grow() =>
        Assert.NotEqual("soon", Judge(Contract() with { Sum = 0 }, Raised(90, 10_000)).Variant);
}
