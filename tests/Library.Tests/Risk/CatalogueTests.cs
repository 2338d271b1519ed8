using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class CatalogueTests
{
    private static readonly Catalogue Current = Catalogue.Current;

    [Fact]
    public void The_limits_of_the_law_are_those_of_its_text()
    {
        var limits = Current.Limits;

        Assert.Equal((3932, 4325), (Current.MciOf(2025), Current.MciOf(2026)));
        Assert.Null(Current.MciOf(2028));
        Assert.Equal((8000, 4000, 100, 500, 4000, 1000), (limits.PriceProposals.Mci, limits.EShop.Mci, limits.DirectGoods.Mci,
            limits.DirectWorksAndServices.Mci, limits.DirectRural.Mci, limits.BrandInPriceProposals.Mci));
        Assert.All(limits.Mci.Values, value => Assert.NotEmpty(value.Source));
    }

    [Fact]
    public void Every_method_is_in_one_place_only()
    {
        var withPeriod = Current.Submission.Periods.SelectMany(period => period.Methods).ToList();

        Assert.Equal(withPeriod.Count, withPeriod.Distinct().Count());
        Assert.Empty(withPeriod.Intersect(Current.Submission.WithoutMinimum.Keys));
        Assert.Empty(Current.Methods.Competitive.Intersect(Current.Methods.OneSource));
        Assert.Empty(Current.Methods.Automatic.Concat(Current.Methods.Points).Except(Current.Methods.Competitive));
    }

    [Fact]
    public void Astana_moved_its_clock_in_March_2024()
    {
        Assert.Equal(TimeSpan.FromHours(6), AstanaTime.At(new DateTimeOffset(2024, 2, 29, 18, 59, 0, TimeSpan.Zero)).Offset);
        Assert.Equal(TimeSpan.FromHours(5), AstanaTime.At(new DateTimeOffset(2024, 2, 29, 19, 0, 0, TimeSpan.Zero)).Offset);
        Assert.Equal(new DateOnly(2026, 3, 1), AstanaTime.DayOf(new DateTimeOffset(2026, 2, 28, 19, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void No_word_is_both_a_brand_and_an_ordinary_one() => Assert.Empty(Current.Words.Brands.Intersect(Current.Words.Ordinary));
}
