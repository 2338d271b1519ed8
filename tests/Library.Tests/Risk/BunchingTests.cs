using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>KZ-15: purchases that gather just under a limit, where the country's do so in three of 202.</summary>
public class BunchingTests
{
    private const decimal Limit = 34_600_000;    // 8,000 MCI of 2026

    /// <summary>Each at a place of its own, so that they are not added up.</summary>
    private static Lot At(int i, decimal sum) => Given.Lot() with
    {
        Id = i,
        Number = $"8500000{i}-ЗЦП1",
        Amount = sum,
        Places = [$"35{10 + i}00000"],
        Published = Given.Astana(2026, 1, 20),
    };

    private static State Judge(decimal own, params IEnumerable<Lot> lots) => Given.File(Given.Lot() with { Amount = own })
        .In(new World { Lots = [.. lots, .. CasesA.NationalHabit(198, 2)] }).Finding("KZ-15").State;

    [Theory]
    [InlineData(2, 0.9, State.Fired)]          // three with the judged one
    [InlineData(1, 0.9, State.Clear)]
    [InlineData(2, 0.8999, State.Clear)]       // not near the limit
    [InlineData(2, 1, State.Fired)]
    [InlineData(2, 1.0001, State.Clear)]       // above it
    public void Three_near_the_limit_are_a_question(int near, double share, State expected) =>
        Assert.Equal(expected, Judge(33_000_000, Enumerable.Range(2, near).Select(i => At(i, (decimal)share * Limit))));

    [Theory]
    [InlineData(0.8, 6, State.Fired)]          // 3 of 9 by chance: 0.0003
    [InlineData(0.8, 12, State.Clear)]         // 3 of 15: 0.0013
    [InlineData(0.8999, 12, State.Clear)]
    [InlineData(0.7999, 12, State.Fired)]      // these do not lie below it but elsewhere
    public void Those_a_little_below_it_speak_for_chance(double share, int below, State expected)
    {
        IEnumerable<Lot> lots = [At(2, 33_000_000), At(3, 33_000_000), .. Enumerable.Range(4, below).Select(i => At(i, (decimal)share * Limit))];

        Assert.Equal(expected, Judge(33_000_000, lots));
    }

    [Fact]
    public void The_judged_lot_is_one_of_them() =>
        Assert.Equal(State.Clear, Judge(1_000_000, Enumerable.Range(2, 4).Select(i => At(i, 33_000_000))));

    [Theory]
    [InlineData(0, 3, 0.5, 1)]
    [InlineData(2, 2, 0.5, 0.25)]
    [InlineData(1, 2, 0.5, 0.75)]
    [InlineData(2, 3, 0.1, 0.028)]
    [InlineData(3, 3, 0.1, 0.001)]
    [InlineData(3, 5, 0.2, 0.05792)]
    public void The_chance_of_at_least_so_many_is_the_binomial_one(int least, int trials, double chance, double expected) =>
        Assert.Equal(expected, Binomial.AtLeast(least, trials, chance), 1e-12);
}
