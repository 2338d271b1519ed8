using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Which one of several answers of one indicator is told.</summary>
public class SubSignsTests
{
    private static Finding Answer(State state, Tier tier = Tier.T2, double strength = 0) => new()
    {
        Code = "KZ-00",
        State = state,
        Tier = tier,
        Family = "price",
        Subject = new Subject("lot", "1"),
        Strength = strength,
        AsOf = Given.AsOf,
        CatalogueVersion = "test",
    };

    private static readonly Finding Clear = Answer(State.Clear);

    private static Finding Open(params string[] missing) => Answer(State.NotEvaluable) with { Missing = missing };

    private static Finding Excused(params string[] exceptions) => Answer(State.NotApplicable) with { Exceptions = exceptions };

    [Fact]
    public void Of_signs_the_surest_is_told_and_of_equally_sure_ones_the_strongest()
    {
        var (weak, strong) = (Answer(State.Fired, strength: 0.2), Answer(State.Fired, strength: 0.8));
        var sure = Answer(State.Fired, Tier.T1, 0.1);

        Assert.Same(sure, SubSigns.Best([weak, strong, sure]));
        Assert.Same(strong, SubSigns.Best([weak, strong, Clear, Open("lot")]));
        Assert.Same(weak, SubSigns.Best([Clear, weak]));
    }

    [Fact]
    public void What_the_lot_itself_lacks_leaves_the_question_open()
    {
        Assert.Equal(["amount", "places"], SubSigns.Best([Clear, Open("amount"), Open("places", "amount")]).Missing);
        Assert.Equal(["amount", "peers", "other_years"], SubSigns.Best([Clear, Open("amount", "peers"), Open("other_years")]).Missing);
        Assert.Equal(State.NotEvaluable, SubSigns.Best([Excused("old_law"), Open("amount")]).State);
    }

    [Fact]
    public void A_clear_answer_counts_more_than_an_excuse() => Assert.Same(Clear, SubSigns.Best([Excused("old_law"), Clear]));

    [Fact]
    public void Excuses_are_told_together()
    {
        var told = SubSigns.Best([Excused("old_law"), Excused("emergency", "old_law")]);

        Assert.Equal((State.NotApplicable, "old_law emergency"), (told.State, string.Join(' ', told.Exceptions)));
    }
}
