using Procurement;
using Risk;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

public class LotAttemptsTests
{
    private const int Cancelled = 430;

    private static Lot Attempt(int number, int? status = null) => Given.Lot() with
    {
        Id = number,
        Number = $"85000001-ЗЦП{number}",
        StatusId = status,
        Published = Given.Astana(2026, 1, 10).AddDays(number),
    };

    /// <summary>Numbers of the lots that no later attempt takes the place of.</summary>
    private static IEnumerable<long> Last(Lot? judged, params Lot[] lots)
    {
        var population = new World { Lots = lots }.AsOf(Given.AsOf);
        var own = judged is null ? default : LotFact.Of(judged);
        return population.Lots.ToArray().Where(lot => LotAttempts.IsLast(population, lot, own)).Select(lot => lot.Id);
    }

    [Fact]
    public void Of_several_attempts_the_last_one_known_gives_its_price()
    {
        var first = Given.Lot();
        var second = first with { Id = 2, Number = "85000001-ЗЦП2", UnitPrice = 90, Published = Given.Astana(2026, 3, 1) };

        Assert.Equal([90], Prices(Given.AsOf, first, second));
        Assert.Equal([100], Prices(Given.Astana(2026, 2, 28), first, second));
        Assert.Empty(Prices(Given.AsOf, first with { MethodId = 6 }, second with { Number = "85000002-ЗЦП1", SubjectType = 3 }));
        Assert.Empty(Prices(Given.AsOf, first with { StatusId = 430 }));
    }

    [Fact]
    public void The_last_attempt_that_was_not_given_up_counts()
    {
        Assert.Equal([3L], Last(null, Attempt(1), Attempt(2), Attempt(3)));
        Assert.Equal([2L], Last(null, Attempt(1), Attempt(2), Attempt(3, Cancelled)));
        Assert.Equal([1L], Last(null, Attempt(1), Attempt(2, Cancelled), Attempt(3, Cancelled)));
        Assert.Empty(Last(null, Attempt(1, Cancelled)));
        Assert.Equal([2L], Last(null, Attempt(1), Attempt(2) with { Published = Attempt(1).Published }));
    }

    [Fact]
    public void Lots_without_a_plan_number_have_no_other_attempts() =>
        Assert.Equal([1L, 2], Last(null, Attempt(1) with { Number = "без номера" }, Attempt(2) with { Number = "без номера" }));

    [Fact]
    public void The_judged_lot_counts_as_it_is_now()
    {
        Assert.Empty(Last(Attempt(2), Attempt(1)));
        Assert.Equal([1L], Last(Attempt(2, Cancelled), Attempt(1)));
        Assert.Equal([1L], Last(Attempt(2) with { Number = "85000002-ЗЦП1" }, Attempt(1)));
        Assert.Equal([2L], Last(Attempt(1), Attempt(2)));
        Assert.Equal([1L, 2], Last(Attempt(2, Cancelled), Attempt(1), Attempt(2)));      // the store does not know yet that it was given up
        Assert.Equal([3L], Last(Attempt(3), Attempt(1), Attempt(2), Attempt(3)));
    }

    [Theory]
    [InlineData("81861406-ЗЦП2", 81861406, 2)]
    [InlineData("81861406-ОК12", 81861406, 12)]
    [InlineData("81861406", 0, null)]
    [InlineData("-ЗЦП2", 0, 2)]
    [InlineData("8186x-ЗЦП", 0, null)]
    public void A_number_tells_plan_item_and_attempt(string number, long root, int? attempt)
    {
        var lot = Given.Lot() with { Number = number };

        Assert.Equal((root, attempt), (LotAttempts.PlanRootOf(lot), LotAttempts.NumberOf(lot)));
    }

    private static IEnumerable<decimal> Prices(DateTimeOffset moment, params Lot[] lots)
    {
        var population = new World { Lots = lots }.AsOf(moment);
        return population.Prices(EnstruCode.Of(Given.Code), population.UnitOf("796", null)!.Value).ToArray().Select(price => price.Price);
    }
}
