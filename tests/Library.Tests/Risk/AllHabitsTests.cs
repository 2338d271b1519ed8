using System.Reflection;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What checks ask of the whole population is worked out before the first lot asks: a new habit cannot be forgotten.</summary>
public class AllHabitsTests
{
    private static readonly Population Prepared = Made();

    public static TheoryData<string> Habits() =>
    [
        .. typeof(Population).Assembly.GetTypes().Where(type => type is { Namespace: "Risk.Habits", IsClass: true, IsNested: false })
            .Where(type => type.GetMethod("Of", [typeof(Population)]) is { IsStatic: true }).Select(type => type.FullName!),
    ];

    [Theory]
    [MemberData(nameof(Habits))]
    public void A_habit_is_there_before_anybody_asks(string habit) => Assert.NotNull(Asked(typeof(Population).Assembly.GetType(habit)!));

    [Fact]
    public void There_are_habits() => Assert.True(Habits().Count > 15);

    private static Population Made()
    {
        var population = PopulationSameness.Country(1).AsOf(Given.AsOf);
        population.Prepare();
        return population;
    }

    /// <summary>What the population remembers; when it has to work it out now, it gets nothing.</summary>
    private static object? Asked(Type habit) => typeof(AllHabitsTests).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(habit).Invoke(null, []);

    private static object? Ask<T>() where T : class => Prepared.Habit<T>(_ => null!);
}
