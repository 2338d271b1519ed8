using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class RiskPropertyTests
{
    private static readonly Arbitrary<int[]> Prices =
        Gen.Choose(50, 400).ArrayOf().Where(prices => prices.Length >= 12).ToArbitrary();

    /// <summary>Files in which each rule fires, to take fields away from.</summary>
    private static readonly CaseFile[] Firing =
    [
        .. CasesA.All(),
        Given.File(Given.Lot() with { BidsDue = Given.Astana(2026, 2, 25) }),
        Given.File(Given.Lot() with { MethodId = 2, DiscussionFrom = Given.Astana(2026, 2, 20), BidsDue = Given.Astana(2026, 2, 25) }),
        Given.File(Given.Lot() with { Details = new("Ноутбук Lenovo", null), Amount = 10_000_000 }),
        Given.File(Given.Lot() with { Details = new("Ноутбук Lеnovo", null) }),
        .. CasesC.All(),
    ];

    private static readonly Func<Lot, Lot>[] Removals =
    [
        lot => lot with { AnnouncementId = null }, lot => lot with { Name = default }, lot => lot with { Details = default },
        lot => lot with { BuyerBin = null }, lot => lot with { BuyerName = default }, lot => lot with { Amount = null },
        lot => lot with { Count = null }, lot => lot with { UnitPrice = null }, lot => lot with { UnitCode = null },
        lot => lot with { UnitName = null }, lot => lot with { UnitCode = null, UnitName = null }, lot => lot with { Enstru = null },
        lot => lot with { SubjectType = null }, lot => lot with { MethodId = null }, lot => lot with { PlannedMethodId = null },
        lot => lot with { Places = [] }, lot => lot with { Published = null }, lot => lot with { BidsFrom = null },
        lot => lot with { BidsDue = null }, lot => lot with { IsRepeat = null }, lot => lot with { DiscussionFrom = null },
    ];

    private static Finding Price(IEnumerable<int> peers, decimal price) =>
        Price(Given.Peers([.. peers.Select(p => (decimal)p)]), price);

    private static Finding Price(IReadOnlyList<Contract> peers, decimal price) =>
        Given.File(Given.Lot() with { UnitPrice = price }).In(new World { Contracts = peers }).Finding("KZ-01");

    [Fact]
    public void The_order_of_peers_does_not_matter() => Prop.ForAll(Prices, Gen.Choose(50, 4000).ToArbitrary(), (prices, price) =>
    {
        var peers = Given.Peers([.. prices.Select(p => (decimal)p)]);
        var (one, other) = (Price(peers, price), Price([.. peers.Reverse()], price));

        return one.State == other.State && one.Strength.Equals(other.Strength) && one.Benchmark == other.Benchmark
            && one.Evidence.SequenceEqual(other.Evidence);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Raising_a_price_never_lowers_the_strength_up_to_the_slip_of_the_pen() =>
        Prop.ForAll(Prices, Gen.Choose(50, 4000).ToArbitrary(), Gen.Choose(1, 4000).ToArbitrary(), (prices, price, more) =>
        {
            var (lower, higher) = (Price(prices, price), Price(prices, price + more));

            return higher.Strength >= lower.Strength || higher.Missing.Contains("data_suspect");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Prices_of_another_region_change_nothing_where_the_own_one_is_large_enough() => Prop.ForAll(Prices, prices =>
    {
        var own = Given.Peers([.. prices.Select(p => (decimal)p)]).Select(peer => peer.Of(item => item with { Places = [Given.Place] }));

        return Price([.. own], 900).Benchmark == Price([.. own, Given.Peer(1, 900)], 900).Benchmark;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_fields_away_never_turns_a_sign_into_clear() =>
        Prop.ForAll(Index(Firing).ToArbitrary(), Index(Removals).ArrayOf().ToArbitrary(), (which, removed) =>
        {
            var file = Firing[which];
            var poorer = file with { Lot = removed.Aggregate(file.Lot, (lot, removal) => Removals[removal](lot)) };
            var before = RiskCheck.Run(file).Findings;
            var after = RiskCheck.Run(poorer).Findings;

            return before.Zip(after).All(pair => pair.First.State != State.Fired || pair.Second.State != State.Clear);
        }).QuickCheckThrowOnFailure();

    private static Gen<int> Index<T>(T[] choices) => Gen.Choose(0, choices.Length - 1);

    [Fact]
    public void Every_file_here_fires_something() =>
        Assert.All(Firing, file => Assert.Contains(RiskCheck.Run(file).Findings, finding => finding.State == State.Fired));

    [Theory]
    [InlineData("ru-RU")]
    [InlineData("kk-KZ")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var expected = Firing.Select(file => RiskCheck.Run(file)).ToList();
        var usual = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected.SelectMany(Told), Firing.SelectMany(file => Told(RiskCheck.Run(file))));
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    private static IEnumerable<(State, decimal?, double, string)> Told(RiskReport report) =>
        report.Findings.Select(f => (f.State, f.Value, f.Strength, string.Join('|', f.Evidence.Select(item => item.Value))));
}
