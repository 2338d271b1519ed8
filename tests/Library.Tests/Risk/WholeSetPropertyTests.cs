using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What holds for every indicator, over every case here that fires one: a new indicator is covered by its own cases.</summary>
public class WholeSetPropertyTests
{
    private static readonly CaseFile[] Cases = [.. CasesThatFire.All()];

    private static readonly RiskReport[] Expected = [.. Cases.Select(file => Run(file))];

    private static RiskReport Run(CaseFile file) => RiskCheck.Run(file, CasesThatFire.Catalogue);

    private static Gen<int> Index<T>(IReadOnlyCollection<T> choices) => Gen.Choose(0, choices.Count - 1);

    private static bool NoSignBecameClear(RiskReport before, RiskReport after) => before.Findings.Zip(after.Findings)
        .All(pair => pair.First.State != State.Fired || pair.First.IsModifier || pair.Second.State != State.Clear);

    private static IReadOnlyList<string> Told(RiskReport report) =>
    [
        .. report.Findings.Select(f => string.Create(
            CultureInfo.InvariantCulture,
            $"{f.Code} {f.State} {f.Tier} {f.Variant} {f.Value} {f.Threshold} {f.Strength:R} {f.Subject} {f.Benchmark?.Level} {f.Benchmark?.Count} {f.Benchmark?.Median} {f.Benchmark?.Fence} {string.Join(',', f.Missing)} {string.Join(',', f.Exceptions)}")
            + string.Join('|', f.Evidence.Select(item => $"{item.Kind} {item.Id} {item.Field} {item.Value}"))),
        $"{report.Level}",
    ];

    [Fact]
    public void Taking_fields_of_the_lot_away_never_turns_a_sign_into_clear() =>
        Prop.ForAll(Index(Cases).ToArbitrary(), Index(CaseChanges.Lot).NonEmptyListOf().ToArbitrary(), (which, removed) =>
        {
            var file = Cases[which];
            var poorer = file with { Lot = removed.Aggregate(file.Lot, (lot, removal) => CaseChanges.Lot[removal](lot)) };
            return NoSignBecameClear(Expected[which], Run(poorer)).Label($"{Signs(Expected[which])} without fields {string.Join(' ', removed)} of the lot");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_anything_of_the_file_away_never_turns_a_sign_into_clear()
    {
        foreach (var (file, before) in Cases.Zip(Expected))
            foreach (var (name, removal) in CaseChanges.Removals)
                Assert.True(NoSignBecameClear(before, Run(removal(file))), $"{Signs(before)} without {name}");
    }

    [Fact]
    public void Taking_several_things_of_the_file_away_never_turns_a_sign_into_clear() =>
        Prop.ForAll(Index(Cases).ToArbitrary(), Index(CaseChanges.Removals).NonEmptyListOf().ToArbitrary(), (which, removed) =>
        {
            var poorer = removed.Aggregate(Cases[which], (file, removal) => CaseChanges.Removals[removal].Change(file));
            return NoSignBecameClear(Expected[which], Run(poorer))
                .Label($"{Signs(Expected[which])} without {string.Join(", ", removed.Select(removal => CaseChanges.Removals[removal].Name))}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Lots_judged_together_are_judged_as_each_by_itself() =>
        Assert.Equal(Expected.Select(Told), RiskCheck.Run(Cases, CasesThatFire.Catalogue).Select(Told));

    [Fact]
    public void The_order_of_rows_changes_nothing() =>
        Prop.ForAll(Index(Cases).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (which, seed) =>
            Told(Expected[which]).SequenceEqual(Told(Run(CaseChanges.Shuffled(Cases[which], seed))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Pages_that_come_twice_change_nothing()
    {
        foreach (var (file, before) in Cases.Zip(Expected))
            Assert.Equal(Told(before), Told(Run(CaseChanges.Doubled(file))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-9)]
    [InlineData(12)]
    public void The_time_zone_that_moments_are_told_in_changes_nothing(int hours)
    {
        foreach (var (file, before) in Cases.Zip(Expected))
            Assert.Equal(Told(before), Told(Run(CaseChanges.Moved(file, TimeSpan.FromHours(hours)))));
    }

    [Theory]
    [InlineData("ru-RU")]
    [InlineData("kk-KZ")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var usual = CultureInfo.CurrentCulture;
        var expected = Expected.SelectMany(Told).ToList();

        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.All(expected.Zip(Cases.SelectMany(file => Told(Run(file)))), pair => Assert.Equal(pair.First, pair.Second));
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public void A_contract_of_another_region_changes_nothing_about_a_price_compared_at_home() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Choose(12, 30).ToArbitrary(), (price, peers) =>
        {
            var own = Enumerable.Range(0, peers).Select(i => At(Given.Place, Given.Peer(90 + i, i))).ToList();
            var dear = Given.File(Given.Lot() with { UnitPrice = 500 });
            var file = dear with { Population = new World { Contracts = own }.AsOf(Given.AsOf) };
            var more = dear with { Population = new World { Contracts = [.. own, At("751010000", Given.Peer(price, 99))] }.AsOf(Given.AsOf) };

            var (before, after) = (file.Finding("KZ-01"), more.Finding("KZ-01"));

            return before.State == State.Fired && before.State == after.State && before.Strength.Equals(after.Strength)
                && before.Benchmark == after.Benchmark && before.Evidence.SequenceEqual(after.Evidence);
        }).QuickCheckThrowOnFailure();

    private static Contract At(string place, Contract contract) =>
        contract with { Items = [.. contract.Items.Select(item => item with { Places = [place] })] };

    [Fact]
    public void Every_reason_is_one_that_the_indicator_declares()
    {
        var poorer = Cases.SelectMany(file => CaseChanges.Removals.Select(removal => removal.Change(file))).Concat(Cases);
        var declared = RiskCheck.Indicators.ToDictionary(
            indicator => indicator.Code,
            indicator => (indicator.Needs.Concat(Indicator.CommonNeeds).ToHashSet(), indicator.Excuses.Concat(Indicator.CommonExcuses).ToHashSet()));

        foreach (var finding in poorer.SelectMany(file => Run(file).Findings))
        {
            Assert.Subset(declared[finding.Code].Item1, finding.Missing.ToHashSet());
            Assert.Subset(declared[finding.Code].Item2, finding.Exceptions.ToHashSet());
            Assert.Equal(finding.State == State.NotEvaluable, finding.Missing.Count > 0);
            Assert.Equal(finding.State == State.NotApplicable, finding.Exceptions.Count > 0);
            Assert.InRange(finding.Strength, 0, 1);
        }
    }

    [Fact]
    public void Every_indicator_fires_in_some_case()
    {
        var fired = Expected.SelectMany(report => report.Findings).Where(finding => finding.State == State.Fired).Select(finding => finding.Code).ToHashSet();

        Assert.All(RiskCheck.Indicators, indicator => Assert.Contains(indicator.Code, fired));
    }

    private static string Signs(RiskReport report) =>
        string.Join(' ', report.Findings.Where(finding => finding.State == State.Fired).Select(finding => finding.SignKey));
}
