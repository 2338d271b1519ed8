using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class VolumeCutToStayUnderLimitTests
{
    private const decimal Limit = 34_600_000;    // 8,000 MCI of 2026

    private static Lot Other(long id, decimal? amount) =>
        Given.Lot() with { Id = id, Number = $"8500000{id}-ЗЦП1", Amount = amount, Published = Given.Astana(2026, 1, 20).AddDays(id) };

    private static CaseFile File(decimal amount, params Lot[] others) =>
        Given.File(Given.Lot() with { Amount = amount }).In(new World { Lots = others });

    private static Finding Judge(decimal amount, params Lot[] others) => File(amount, others).Finding("KZ-15");

    [Theory]
    [InlineData(4_599_999.99, State.Clear)]
    [InlineData(4_600_000, State.Clear)]
    [InlineData(4_600_000.01, State.Fired)]
    public void The_limit_itself_is_lawful(double amount, State expected)
    {
        var finding = Judge((decimal)amount, Other(2, 30_000_000));

        Assert.Equal(expected, finding.State);
        Assert.Equal(Limit, finding.Threshold);
        Assert.Equal(30_000_000 + (decimal)amount, finding.Value);
    }

    [Fact]
    public void The_limit_of_the_e_shop_is_half_of_it()
    {
        var lot = Given.Lot() with { MethodId = 60, Amount = 300_001 };
        var other = Other(2, 17_000_000) with { MethodId = 60 };

        Assert.Equal(State.Fired, Given.File(lot).In(new World { Lots = [other] }).Finding("KZ-15").State);
        Assert.Equal(State.Clear, Given.File(lot with { Amount = 300_000 }).In(new World { Lots = [other] }).Finding("KZ-15").State);
    }

    [Fact]
    public void What_does_not_belong_does_not_count()
    {
        var other = Other(2, 30_000_000);

        foreach (var lot in new[]
        {
            other with { MethodId = 2 },
            other with { BuyerBin = "100000000001" },
            other with { Enstru = "222925.700.000027" },
            other with { SubjectType = 3 },
            other with { Places = ["711010000"] },
            other with { Published = Given.Astana(2025, 11, 1) },
            other with { Published = Given.AsOf.AddDays(1) },
            other with { StatusId = 430 },
            other with { IsDeleted = true },
            other with { Number = "85000001-ЗЦП0" },
            other with { Places = ["711010000", "712010000"] },
        })
        {
            Assert.Equal(State.Clear, Judge(10_000_000, lot).State);
        }

        var both = Given.Lot() with { Amount = 10_000_000, Places = ["711010000", Given.Place] };
        Assert.Equal(State.Fired, Given.File(both).In(new World { Lots = [other] }).Finding("KZ-15").State);
        Assert.Equal(State.Fired, Given.File(both).In(new World { Lots = [other with { Places = both.Places }] }).Finding("KZ-15").State);
        Assert.Equal(State.Fired, Judge(10_000_000, other with { MethodId = 6, PlannedMethodId = 3 }).State);
    }

    [Fact]
    public void Attempts_to_buy_one_thing_count_once()
    {
        var first = Other(2, 20_000_000);

        Assert.Equal(State.Clear, Judge(10_000_000, first, first with { Id = 3, Number = "85000002-ЗЦП2" }).State);
    }

    [Fact]
    public void Different_medicines_are_not_one_group()
    {
        var lot = Given.Lot() with { Enstru = "212013.990.000802", Amount = 10_000_000 };
        var other = Other(2, 30_000_000) with { Enstru = "212013.990.000441" };

        Assert.Equal(State.Clear, Given.File(lot).In(new World { Lots = [other] }).Finding("KZ-15").State);
        Assert.Equal(State.Fired, Given.File(lot).In(new World { Lots = [other with { Enstru = lot.Enstru }] }).Finding("KZ-15").State);
    }

    [Fact]
    public void A_lot_that_lacks_a_telling_field_leaves_the_question_open()
    {
        var other = Other(2, 30_000_000);

        foreach (var lot in new[]
        {
            other with { Places = [] },
            other with { Enstru = null },
            other with { SubjectType = null },
            other with { Amount = null },
            other with { Places = [Given.Place, "352010000"] },
        })
        {
            Assert.Equal(["lot_fields"], Judge(10_000_000, lot).Missing);
        }

        Assert.Equal(State.Clear, Judge(1_000_000, other with { Places = [] }).State);
    }

    [Fact]
    public void Purchases_gathering_under_the_limit_fire_when_the_country_does_not_do_so()
    {
        // each at another place, so that the sum does not fire
        var others = Enumerable.Range(2, 4).Select(i => Other(i, 33_000_000) with { Places = [$"35{i}000000"] }).ToArray();
        Finding Under(params IEnumerable<Lot> habit) => File(33_000_000, [.. others, .. habit]).Finding("KZ-15");
        Finding After(DateTimeOffset moment, params Lot[] lots) =>
            (Given.File(Given.Lot() with { Amount = 33_000_000 }) with { AsOf = moment }).In(new World { Lots = [.. lots, .. Rare] }).Finding("KZ-15");

        Assert.Equal(["national_counts"], Under().Missing);
        Assert.Equal(["national_counts"], Under(CasesA.NationalHabit(26, 3)).Missing);
        Assert.Equal("risk.KZ-15.sign.bunching", Under(CasesA.NationalHabit(27, 3)).SignKey);
        Assert.Equal(5, Under(Rare).Value);
        Assert.Equal(State.Clear, Under(CasesA.NationalHabit(50, 50)).State);
        Assert.Equal(State.Clear, File(33_000_000, [others[0], .. Rare]).Finding("KZ-15").State);
        var early = others.Select(lot => lot with { Published = Given.Astana(2026, 1, 28) }).ToArray();
        Assert.Equal(State.Clear, After(Given.Astana(2026, 4, 28), early).State);
        Assert.Equal(State.Fired, After(Given.Astana(2026, 4, 27), early).State);
    }

    private static Lot[] Rare => [.. CasesA.NationalHabit(90, 10)];

    [Fact]
    public void The_habit_of_the_country_is_that_of_others()
    {
        var others = Enumerable.Range(2, 4).Select(i => Other(i, 33_000_000) with { Places = [$"35{i}000000"] });
        var own = CasesA.NationalHabit(15, 15).Select(lot => lot with { BuyerBin = Given.Buyer, Published = Given.Astana(2025, 6, 1) });

        Assert.Equal(["national_counts"], File(33_000_000, [.. others, .. own]).Finding("KZ-15").Missing);
    }

    [Theory]
    [InlineData(31_139_999.99, false)]
    [InlineData(31_140_000, true)]
    [InlineData(34_600_000, true)]
    [InlineData(34_600_000.01, false)]
    public void Near_means_from_nine_tenths_to_the_limit(double amount, bool near)
    {
        var others = Enumerable.Range(2, 3).Select(i => Other(i, (decimal)amount) with { Places = [$"35{i}000000"] }).ToArray();
        var file = File((decimal)amount, [.. others, .. Rare]);

        Assert.Equal(near ? State.Fired : State.Clear, file.Finding("KZ-15").State);
    }

    [Fact]
    public void The_chance_of_a_gathering_is_binomial()
    {
        Assert.Equal(0.5, Binomial.AtLeast(2, 3, 0.5), 10);
        Assert.Equal(0.125, Binomial.AtLeast(3, 3, 0.5), 10);
        Assert.Equal(1, Binomial.AtLeast(0, 7, 0.3), 10);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var file = File(10_000_000, Other(2, 30_000_000));

        Assert.Equal(["method"], (file with { Lot = file.Lot with { MethodId = null } }).Finding("KZ-15").Missing);
        Assert.Equal(["method"], (file with { Lot = file.Lot with { MethodId = 6, PlannedMethodId = null } }).Finding("KZ-15").Missing);
        Assert.Equal(["enstru"], (file with { Lot = file.Lot with { Enstru = null } }).Finding("KZ-15").Missing);
        Assert.Equal(["subject_type"], (file with { Lot = file.Lot with { SubjectType = null } }).Finding("KZ-15").Missing);
        Assert.Equal(["buyer"], (file with { Lot = file.Lot with { BuyerBin = null } }).Finding("KZ-15").Missing);
        Assert.Equal(["population"], (file with { Population = null }).Finding("KZ-15").Missing);
        Assert.Equal(["lot_fields"], (file with { Lot = file.Lot with { Places = [] } }).Finding("KZ-15").Missing);
        Assert.Equal(["buyer_year_incomplete"], file.In(new World { WholeFrom = null }).Finding("KZ-15").Missing);
        Assert.Equal(["buyer_year_incomplete"], file.In(new World { WholeFrom = new(2026, 1, 2) }).Finding("KZ-15").Missing);
        Assert.Equal(State.Clear, file.In(new World { WholeFrom = new(2026, 1, 1) }).Finding("KZ-15").State);
        var december = file with { Lot = file.Lot with { Published = Given.Astana(2025, 12, 1) } };
        Assert.Equal(["financial_year"], december.Finding("KZ-15").Missing);
        Assert.Equal(["method_without_annual_limit"], (file with { Lot = file.Lot with { MethodId = 2 } }).Finding("KZ-15").Exceptions);
        Assert.Equal(["old_law"], (file with { Lot = file.Lot with { Published = Given.Astana(2024, 5, 1) } }).Finding("KZ-15").Exceptions);
    }
}
