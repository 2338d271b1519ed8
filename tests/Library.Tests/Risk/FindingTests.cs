using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Which words tell a finding, and what a lot is judged by at all.</summary>
public class FindingTests
{
    [Theory]
    [InlineData("KZ-14", "before_results", ".before_results")]
    [InlineData("KZ-14", "act_before_contract", ".act_before_contract")]
    [InlineData("KZ-14", "soon", "")]
    [InlineData("KZ-14", null, "")]
    [InlineData("KZ-13", "before_results", "")]
    public void Some_variants_have_words_of_their_own_for_what_may_explain_them(string code, string? variant, string words)
    {
        var finding = Given.Compared().Finding(code) with { Variant = variant };

        Assert.Equal(($"risk.{code}.innocent{words}", $"risk.{code}.check{words}"), (finding.InnocentKey, finding.CheckKey));
    }

    [Fact]
    public void Groups_of_comparison_are_the_same_by_their_figures()
    {
        var group = Given.Compared(Given.Lot() with { UnitPrice = 500 }).Finding("KZ-01").Benchmark!;

        Assert.True(group.Equals(group with { }));
        Assert.False(group.Equals(group with { Count = group.Count + 1 }));
        Assert.False(group.Equals(null));
    }

    [Fact]
    public void A_lot_is_judged_from_the_moment_of_its_publication()
    {
        Assert.Equal(State.Clear, Given.Compared(Given.Lot() with { Published = Given.AsOf }).Finding("KZ-01").State);
        Assert.Equal(["not_yet_published"], Given.Compared(Given.Lot() with { Published = Given.AsOf.AddSeconds(1) }).Finding("KZ-01").Missing);
    }

    [Theory]
    [InlineData("1 2", 1, 2)]
    [InlineData("2 1", 2, 1)]
    [InlineData("1 2", 1, 2, 2)]
    [InlineData("2 1", 2, 1, 2)]
    [InlineData("1", 1, 1)]
    public void What_comes_twice_counts_once(string told, params int[] ids)
    {
        var file = Given.File() with { Acts = [.. ids.Select(id => GivenDeal.Act(null, null) with { Id = id })] };

        Assert.Equal(told, string.Join(' ', file.Once().Acts!.Select(act => act.Id)));
    }
}
