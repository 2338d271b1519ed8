using Bot.Triage;
using Xunit;

namespace Bot.Tests.Triage;

/// <summary>What a case remembers of the signs that its group was told of.</summary>
public sealed class ToldSignsTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 3, 3, 0, 0, TimeSpan.Zero);
    private readonly Case theCase = new() { Id = Guid.NewGuid(), TipId = Guid.NewGuid(), Number = 1, OpenedAt = Morning };

    [Fact]
    public void What_stood_on_the_card_first_is_told_and_what_an_edit_added_is_not()
    {
        theCase.ShowsFirst(7, ["KZ-20", "KZ-01"]);
        theCase.ShowsFirst(7, ["KZ-14"]);

        Assert.Equal("KZ-01,KZ-20", theCase.ToldSigns);
    }

    [Fact]
    public void Another_lot_is_another_matter()
    {
        theCase.ShowsFirst(7, ["KZ-20"]);
        theCase.ShowsFirst(8, ["KZ-14"]);

        Assert.Equal((8, "KZ-14"), (theCase.ToldLot!.Value, theCase.ToldSigns));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(24, true)]
    public void A_case_hears_of_new_signs_once_a_night(int hours, bool hears)
    {
        Assert.True(theCase.HearsOf(["KZ-14"], Morning));
        Assert.Equal(hears, theCase.HearsOf(["KZ-27"], Morning.AddHours(hours)));

        Assert.Equal(hears ? "KZ-14,KZ-27" : "KZ-14", theCase.ToldSigns);
    }

    [Fact]
    public void A_sign_that_went_and_came_again_is_no_news()
    {
        theCase.HearsOf(["KZ-14"], Morning);
        theCase.HearsOf(["KZ-27"], Morning.AddDays(1));

        Assert.Equal(["KZ-14", "KZ-27"], theCase.Told.Order());
    }
}
