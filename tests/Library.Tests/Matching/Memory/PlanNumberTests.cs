using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class PlanNumberTests
{
    [Theory]
    [InlineData("81861406", "its own")]
    [InlineData("818614", "the beginning")]
    [InlineData("8186140", "all but the last")]
    [InlineData("861406", "the end")]
    [InlineData("1861406", "all but the first")]
    [InlineData("81861407", "the last one wrong")]
    [InlineData("91861406", "the first one wrong")]
    [InlineData("81851406", "one in the middle wrong")]
    [InlineData("8181406", "one in the middle missing")]
    [InlineData("818614006", "one too many")]
    [InlineData("981861406", "one too many before")]
    [InlineData("818614061", "one too many behind")]
    public void These_digits_are_a_piece_of_the_number(string said, string why) => Assert.True(PlanNumber.IsPiece(said, "81861406"), why);

    [Theory]
    [InlineData("91861407", "two wrong")]
    [InlineData("81861460", "two swapped")]
    [InlineData("186140", "the middle")]
    [InlineData("886146", "two missing")]
    [InlineData("9181861406", "two too many")]
    [InlineData("818615", "a beginning with one wrong")]
    [InlineData("12345678", "another number")]
    [InlineData("8186150", "one wrong and one missing")]
    public void These_digits_are_no_piece_of_the_number(string said, string why) => Assert.False(PlanNumber.IsPiece(said, "81861406"), why);

    [Fact]
    public void Nothing_is_no_piece_of_a_lot_without_a_number() => Assert.False(PlanNumber.IsPiece("818614", ""));

    [Theory]
    [InlineData("81861406-ЗЦП1", "81861406", "-ЗЦП1")]
    [InlineData("81861406-зцп12", "81861406", "-ЗЦП12")]
    [InlineData("81861406", "81861406", "")]
    [InlineData("12-абв", "12", "-АБВ")]
    [InlineData("12-ОК-3", "12", "-ОК-3")]
    [InlineData("-ЗЦП1", "-ЗЦП1", "")]
    [InlineData("", "", "")]
    public void A_lot_number_is_a_plan_number_and_an_attempt(string number, string plan, string attempt)
    {
        Assert.Equal(plan, PlanNumber.Of(number));
        Assert.Equal(attempt, PlanNumber.AttemptOf(number));
    }

    [Theory]
    [InlineData("81861406")]
    [InlineData("7")]
    [InlineData("999999999999999")]
    public void A_short_number_is_its_own_key_and_gives_its_digits_back(string plan)
    {
        Assert.Equal(ulong.Parse(plan, null), PlanNumber.Key(plan));
        Assert.Equal(plan, PlanNumber.Digits(PlanNumber.Key(plan)));
    }

    [Theory]
    [InlineData("081861406")]
    [InlineData("0")]
    [InlineData("12345678901234567890")]
    [InlineData("1000000000000000")]
    [InlineData("план 7")]
    [InlineData("12 34")]
    [InlineData("+12")]
    [InlineData("١٢٣")]
    public void Another_text_has_a_key_of_its_own_and_no_digits(string plan)
    {
        Assert.NotEqual(0UL, PlanNumber.Key(plan));
        Assert.Null(PlanNumber.Digits(PlanNumber.Key(plan)));
        Assert.Equal(PlanNumber.Key(plan), PlanNumber.Key(plan.ToUpperInvariant()));
    }

    [Fact]
    public void Different_numbers_have_different_keys()
    {
        string[] plans = ["1", "01", "001", "12", "012", "12345678901234567890", "12345678901234567891", "а", "б", "0"];
        Assert.Equal(plans.Length, plans.Select(PlanNumber.Key).Distinct().Count());
    }

    [Fact]
    public void No_number_has_the_key_of_none()
    {
        Assert.Equal(0UL, PlanNumber.Key(""));
        Assert.Null(PlanNumber.Digits(0));
    }
}
