using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Risk;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

public class PopulationPropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 100_000).ToArbitrary();

    private static T[] Shuffled<T>(IReadOnlyList<T> rows, int seed)
    {
        var copy = rows.ToArray();
        new Random(seed).Shuffle(copy);
        return copy;
    }

    private static World Shuffled(World world, int seed) => world with
    {
        Lots = Shuffled(world.Lots, seed),
        Contracts = Shuffled(world.Contracts, seed),
        Bids = Shuffled(world.Bids, seed),
        Acts = Shuffled(world.Acts, seed),
        Organisations = Shuffled(world.Organisations, seed),
        Unfair = Shuffled(world.Unfair, seed),
    };

    private static bool Same(Population one, Population other) =>
        PopulationSameness.Told(one).SequenceEqual(PopulationSameness.Told(other));

    [Fact]
    public void The_order_in_which_rows_come_changes_nothing() => Prop.ForAll(Seeds, seed =>
    {
        var world = PopulationSameness.Country(seed);
        return Same(world.AsOf(Given.AsOf), Shuffled(world, seed + 1).AsOf(Given.AsOf));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_comes_twice_counts_once() => Prop.ForAll(Seeds, seed =>
    {
        var world = PopulationSameness.Country(seed);
        var twice = world with { Lots = [.. world.Lots, .. world.Lots], Contracts = [.. world.Contracts, .. world.Contracts], Bids = [.. world.Bids, .. world.Bids] };

        return Same(world.AsOf(Given.AsOf), twice.AsOf(Given.AsOf));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Forgetting_and_adding_anew_gives_what_adding_once_gives_and_leaves_earlier_populations_alone() => Prop.ForAll(Seeds, seed =>
    {
        var (before, after) = (PopulationSameness.Country(seed), PopulationSameness.Country(seed + 1));
        var tables = before.Tables();
        var earlier = tables.AsOf(Given.AsOf);
        var told = PopulationSameness.Told(earlier);
        tables.Forget(
            before.Lots.Select(lot => lot.Id).ToHashSet(), before.Bids.Select(bid => bid.Id).ToHashSet(),
            before.Contracts.Select(contract => contract.Id).ToHashSet(), before.Acts.Select(act => act.Id).ToHashSet());
        after.AddTo(tables);

        return Same(after.AsOf(Given.AsOf), tables.AsOf(Given.AsOf)) && told.SequenceEqual(PopulationSameness.Told(earlier));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_moment_sees_only_what_was_known_then() => Prop.ForAll(Seeds, seed =>
    {
        var moment = Given.Astana(2026, 1, 10);
        var world = PopulationSameness.Country(seed);
        var known = world with
        {
            Lots = [.. world.Lots.Where(lot => lot.Published <= moment)],
            Contracts = [.. world.Contracts.Where(contract => contract.SignedAt <= moment)],
            Bids = [.. world.Bids.Where(bid => bid.HandedIn <= moment)],
            Acts = [],
        };
        var later = world.Tables();
        _ = later.AsOf(Given.AsOf);

        return Told(known.AsOf(moment)).SequenceEqual(Told(later.AsOf(moment)));

        static IEnumerable<string> Told(Population population) =>
            population.Lots.ToArray().Select(lot => $"{lot.Id}").Concat(population.Deals.ToArray().Select(deal => $"{deal.Id} {deal.FirstAct}"))
                .Concat(population.Suppliers.Select(supplier => $"{supplier} {population.BidsBy(supplier).Count}"));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ru-RU")]
    [InlineData("kk-KZ")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var expected = PopulationSameness.Told(PopulationSameness.Country(7).AsOf(Given.AsOf));
        var usual = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var population = PopulationSameness.Country(7).AsOf(Given.AsOf);
            CultureInfo.CurrentCulture = usual;
            Assert.Equal(expected, PopulationSameness.Told(population));
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public void The_same_moments_told_in_another_time_zone_change_nothing()
    {
        var world = PopulationSameness.Country(7);
        var abroad = world with
        {
            Lots = [.. world.Lots.Select(lot => lot with { Published = lot.Published?.ToUniversalTime(), BidsDue = lot.BidsDue?.ToOffset(TimeSpan.FromHours(-9)) })],
            Contracts = [.. world.Contracts.Select(contract => contract with { SignedAt = contract.SignedAt?.ToUniversalTime() })],
            Bids = [.. world.Bids.Select(bid => bid with { HandedIn = bid.HandedIn?.ToOffset(TimeSpan.FromHours(9)) })],
        };

        Assert.True(Same(world.AsOf(Given.AsOf), abroad.AsOf(Given.AsOf.ToUniversalTime())));
    }

    [Fact]
    public void A_saved_population_is_the_same_when_it_is_opened() => Prop.ForAll(Seeds, seed =>
    {
        var world = PopulationSameness.Country(seed);
        var tables = world.Tables();
        tables.Forget(new HashSet<long> { 1 }, new HashSet<long> { 1 }, new HashSet<long> { 1, 4 }, new HashSet<long> { 1 });
        using var stream = new MemoryStream();
        PopulationFile.Save(stream, tables, seed);
        stream.Position = 0;
        var opened = PopulationFile.Open(stream, Catalogue.Current);

        return opened is { Tables: { } read, Fault: null } && opened.Mark == seed && read.Items.Count < tables.Items.Count
            && Same(tables.AsOf(Given.AsOf), read.AsOf(Given.AsOf));
    }).QuickCheckThrowOnFailure();
}
