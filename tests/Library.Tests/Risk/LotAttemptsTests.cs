using Procurement;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

public class LotAttemptsTests
{
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

    private static IEnumerable<decimal> Prices(DateTimeOffset moment, params Lot[] lots)
    {
        var population = new World { Lots = lots }.AsOf(moment);
        return population.Prices(EnstruCode.Of(Given.Code), population.UnitOf("796", null)!.Value).ToArray().Select(price => price.Price);
    }
}
