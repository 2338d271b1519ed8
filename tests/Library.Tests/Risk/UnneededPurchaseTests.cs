using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class UnneededPurchaseTests
{
    private static Finding Judge(CaseFile file) => file.Finding("KZ-22");

    [Theory]
    [InlineData(200, 0, State.Fired)]
    [InlineData(199, 0, State.NotEvaluable)]
    [InlineData(200, 1, State.Clear)]
    [InlineData(500, 1, State.Clear)]    // 0.2 % itself
    [InlineData(501, 1, State.Fired)]
    public void Fewer_than_one_in_five_hundred_of_two_hundred_others(int schools, int like, State expected)
    {
        var finding = Judge(CasesOfNeed.Rare(schools, like));

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? (schools, like) : default, expected == State.Fired ? ((int)finding.Facts["buyers"], (int)finding.Facts["count"]) : default);
    }

    [Theory]
    [InlineData(2_162_499.99, State.Clear)]
    [InlineData(2_162_500, State.Fired)]
    public void Small_money_is_left_alone(double amount, State expected) =>
        Assert.Equal(expected, Judge(CasesOfNeed.Rare(amount: (decimal)amount)).State);

    [Fact]
    public void The_buyer_itself_and_buyers_of_other_kinds_do_not_count()
    {
        var lot = Given.Lot() with { Enstru = CasesOfNeed.Strange, Amount = 10_000_000 };
        var schools = Enumerable.Range(0, 200).Select(CasesOfNeed.School).ToList();
        var hospital = CasesOfNeed.School(900) with { BuyerName = new("Городская больница № 1", null), Enstru = lot.Enstru };

        Assert.Equal(State.Fired, Judge(Given.File(lot).In(new World { WholeFrom = new(2023, 1, 1), Lots = [.. schools, lot, hospital] })).State);
        Assert.Equal(["too_few_buyers"],
            Judge(Given.File(lot).In(new World { WholeFrom = new(2023, 1, 1), Lots = [.. schools.Skip(1), lot, hospital] })).Missing);
    }

    [Fact]
    public void A_year_of_all_lots_is_needed_to_call_anything_rare()
    {
        var lot = Given.Lot() with { Enstru = CasesOfNeed.Strange, Amount = 10_000_000 };
        World Schools(DateOnly? from) => new() { WholeFrom = from, Lots = [.. Enumerable.Range(0, 200).Select(CasesOfNeed.School)] };

        Assert.Equal(State.Fired, Judge(Given.File(lot).In(Schools(new(2025, 3, 5)))).State);
        Assert.Equal(["lots_incomplete"], Judge(Given.File(lot).In(Schools(new(2025, 3, 6)))).Missing);
        Assert.Equal(["lots_incomplete"], Judge(Given.File(lot).In(Schools(null))).Missing);
    }

    [Theory]
    [InlineData(3333, State.Fired)]
    [InlineData(3334, State.Clear)]    // 10,000 is less than three times as much
    public void Three_times_as_much_as_in_three_years_before(int before, State expected)
    {
        var finding = Judge(CasesOfNeed.More(before: before));

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? "risk.KZ-22.sign.quantity" : "risk.KZ-22.sign", finding.SignKey);
    }

    [Theory]
    [InlineData(10_000, State.Fired)]
    [InlineData(10_001, State.Clear)]
    public void And_as_much_as_the_upper_twentieth_of_like_buyers(int others, State expected) =>
        Assert.Equal(expected, Judge(CasesOfNeed.More(others: others)).State);

    [Fact]
    public void A_year_without_such_a_purchase_says_nothing()
    {
        Assert.Equal(State.Clear, Judge(CasesOfNeed.More(before: 0)).State);
        Assert.Equal(State.Clear, Judge(CasesOfNeed.More(lot => lot with { Amount = 216_249 })).State);
        Assert.Equal(State.Fired, Judge(CasesOfNeed.More(lot => lot with { Amount = 216_250 })).State);
        Assert.Equal(State.Clear, Judge(CasesOfNeed.More(lot => lot with { SubjectType = 3 })).State);
    }

    [Fact]
    public void Things_of_the_list_are_context()
    {
        var finding = Judge(CasesOfNeed.Luxury());

        Assert.Equal((State.Fired, Tier.T3, "luxury"), (finding.State, finding.Tier, finding.Variant));
        Assert.Equal(State.Clear, Judge(CasesOfNeed.Luxury() with { Lot = CasesOfNeed.Luxury().Lot with { Amount = 216_249 } }).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Finding Without(Func<Lot, Lot> change) => Judge(CasesOfNeed.Rare() with { Lot = change(CasesOfNeed.Rare().Lot) });

        Assert.Equal(["buyer"], Without(lot => lot with { BuyerBin = null }).Missing);
        Assert.Equal(["enstru"], Without(lot => lot with { Enstru = null }).Missing);
        Assert.Equal(["amount"], Without(lot => lot with { Amount = null }).Missing);
        Assert.Equal(["mci"], Without(lot => lot with { Published = Given.Astana(2014, 1, 10) }).Missing);
        Assert.Equal(["buyer_kind"], Without(lot => lot with { BuyerName = default }).Missing);
        Assert.Equal(["population"], Judge(CasesOfNeed.Rare() with { Population = null }).Missing);
        Assert.Equal(["quantity"], Judge(CasesOfNeed.More(lot => lot with { Count = null })).Missing);
        Assert.Equal(["unit"], Judge(CasesOfNeed.More(lot => lot with { UnitCode = null })).Missing);
        Assert.Equal(["subject_type"], Judge(CasesOfNeed.More(lot => lot with { SubjectType = null })).Missing);
    }

    [Fact]
    public void The_strength_grows_with_how_rare_it_is_and_is_full_where_nobody_else_bought_it()
    {
        Assert.Equal(1, Judge(CasesOfNeed.Rare(200, 0)).Strength);
        Assert.Equal(.002 / (1 / 501.0) - 1, Judge(CasesOfNeed.Rare(501, 1)).Strength * 2, 3);      // full at three times as rare
        Assert.Equal(.5, Judge(CasesOfNeed.Rare(1000, 1)).Strength, 3);
    }

    [Fact]
    public void What_was_bought_on_another_day_of_this_year_counts_and_what_came_later_does_not()
    {
        var earlier = Given.Lot() with { Id = 77, Number = "80000077-ЗЦП1", Count = 1000, Published = Given.Lot().Published!.Value.AddDays(-1) };
        decimal Quantity(Lot? more)
        {
            var file = CasesOfNeed.More();
            var world = new World
            {
                WholeFrom = new(2023, 1, 1),
                Lots =
                [
                    .. Enumerable.Range(0, 90).Select(i => CasesOfNeed.School(i) with { Count = 500 }),
                    .. Enumerable.Range(2023, 3).Select(year => Given.Lot() with { Id = year, Number = $"{80_000_000 + year}-ЗЦП1", Count = 1000, Published = Given.Astana(year, 3, 1) }),
                    .. more is null ? Array.Empty<Lot>() : [more],
                ],
            };
            return Judge(Given.File(file.Lot).In(world)).Value!.Value;
        }

        Assert.Equal(10_000, Quantity(null));
        Assert.Equal(11_000, Quantity(earlier));
        Assert.Equal(11_000, Quantity(earlier with { Published = Given.Lot().Published }));
        Assert.Equal(10_000, Quantity(earlier with { Published = Given.Lot().Published!.Value.AddDays(1) }));
        Assert.Equal(10_000, Quantity(earlier with { UnitCode = "778" }));
        Assert.Equal(10_000, Quantity(earlier with { BuyerBin = "100000000001" }));
    }

    [Theory]
    [InlineData("2023-01-01", true)]
    [InlineData("2023-01-02", false)]
    public void Four_years_of_all_lots_are_needed_for_three_years_before(string from, bool enough)
    {
        var file = CasesOfNeed.More();
        var lots = Enumerable.Range(0, 90).Select(i => CasesOfNeed.School(i) with { Count = 500 })
            .Concat(Enumerable.Range(2023, 3).Select(year => Given.Lot() with { Id = year, Number = $"{80_000_000 + year}-ЗЦП1", Count = 1000, Published = Given.Astana(year, 3, 1) }));
        var finding = Judge(Given.File(file.Lot).In(new World { WholeFrom = DateOnly.ParseExact(from, "yyyy-MM-dd"), Lots = [.. lots] }));

        Assert.Equal(enough ? State.Fired : State.NotEvaluable, finding.State);
        Assert.Equal(enough ? [] : ["lots_incomplete"], finding.Missing);
    }
}
