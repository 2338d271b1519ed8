using System.Text.Json;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class BaseRatesTests
{
    private static Finding Finding(State state, Tier tier = Tier.T2) => new()
    {
        Code = "KZ-99",
        State = state,
        Tier = tier,
        Family = "price",
        Subject = new Subject("lot", "1"),
        Missing = state == State.NotEvaluable ? ["bids", "mci"] : [],
        Exceptions = state == State.NotApplicable ? ["old_law"] : [],
        AsOf = Given.AsOf,
        CatalogueVersion = "test",
    };

    private static BaseRates Count(params Finding[] findings)
    {
        var rates = new BaseRates(Catalogue.Current.Version, null);
        foreach (var finding in findings)
            rates.Count(RiskReport.From(Given.File() with { Population = null }, Catalogue.Current, [finding]));
        return rates;
    }

    private static BaseRates Count(int fired, int clear, Tier tier = Tier.T2) =>
        Count([.. Enumerable.Repeat(Finding(State.Fired, tier), fired), .. Enumerable.Repeat(Finding(State.Clear), clear)]);

    [Fact]
    public void Every_answer_is_counted_with_its_reasons()
    {
        var rate = Count(
            Finding(State.Fired), Finding(State.Fired, Tier.T1), Finding(State.Clear), Finding(State.NotApplicable),
            Finding(State.NotEvaluable), Finding(State.NotEvaluable)).Rates["KZ-99"];

        Assert.Equal((2, 1, 1, 1, 2), (rate.Fired, rate.FiredWeak, rate.Clear, rate.NotApplicable, rate.NotEvaluable));
        Assert.Equal((3, 2.0 / 3, 1.0 / 3), (rate.Evaluable, rate.Share, rate.ShareOfWeak));
        Assert.Equal(new Dictionary<string, int> { ["bids"] = 2, ["mci"] = 2 }, rate.Missing);
        Assert.Equal(new Dictionary<string, int> { ["old_law"] = 1 }, rate.Exceptions);
        Assert.Equal((0.0, 0.0), (new Rate().Share, new Rate().ShareOfWeak));
    }

    [Theory]
    [InlineData(10, 90, false)]
    [InlineData(11, 90, true)]
    public void A_check_that_fires_on_more_than_a_tenth_is_muted(int fired, int clear, bool muted) =>
        Assert.Equal(muted, Count(fired, clear).MutedCodes(BaseRates.UsualMost, 100, new HashSet<string>()).Contains("KZ-99"));

    [Fact]
    public void Too_few_lots_mute_nothing()
    {
        Assert.Empty(Count(50, 49).MutedCodes(0.1, 100, new HashSet<string>()));
        Assert.Equal(["KZ-99"], Count(50, 50).MutedCodes(0.1, 100, new HashSet<string>()));
        Assert.Empty(Count(Finding(State.NotEvaluable)).MutedCodes(0.1, 0, new HashSet<string>()));
    }

    [Fact]
    public void What_a_person_has_looked_at_and_written_rules_are_not_muted()
    {
        Assert.Empty(Count(50, 50).MutedCodes(0.1, 10, new HashSet<string> { "KZ-99" }));
        Assert.Empty(Count(50, 50, Tier.T1).MutedCodes(0.1, 10, new HashSet<string>()));
        Assert.Empty(Count([.. Enumerable.Repeat(Finding(State.Fired) with { IsModifier = true }, 9)]).MutedCodes(0.1, 1, new HashSet<string>()));
    }

    [Fact]
    public void Threads_count_apart_and_are_added_up()
    {
        var (one, other) = (Count(Finding(State.Fired), Finding(State.NotEvaluable)), Count(Finding(State.NotApplicable), Finding(State.Clear)));
        one.Merge(other);

        var whole = Count(Finding(State.Fired), Finding(State.NotEvaluable), Finding(State.NotApplicable), Finding(State.Clear));
        Assert.Equal(whole.ToJson(), one.ToJson());
        Assert.Equal(0, other.Rates["KZ-99"].Fired);
    }

    [Fact]
    public void They_are_the_same_after_writing_and_reading()
    {
        var rates = new BaseRates("c", "2026-03-05");
        rates.Count(RiskReport.From(Given.File() with { Population = null }, Catalogue.Current, [Finding(State.NotEvaluable), Finding(State.Fired)]) with
        {
            CatalogueVersion = "c",
            PopulationVersion = "2026-03-05",
        });

        var read = BaseRates.FromJson(rates.ToJson());

        Assert.Equal(rates.ToJson(), read.ToJson());
        Assert.Equal((1, 1, 1), (read.Rates["KZ-99"].Fired, read.Rates["KZ-99"].FiredWeak, read.Rates["KZ-99"].Missing["mci"]));
        Assert.Equal(("c", "2026-03-05"), (read.CatalogueVersion, read.PopulationVersion));
        Assert.Throws<JsonException>(() => BaseRates.FromJson("{}"));
    }

    [Fact]
    public void Counts_of_two_catalogues_or_populations_are_not_mixed()
    {
        var rates = new BaseRates("c", "p");

        Assert.Throws<ArgumentException>(() => rates.Merge(new BaseRates("d", "p")));
        Assert.Throws<ArgumentException>(() => rates.Merge(new BaseRates("c", "q")));
        Assert.Throws<ArgumentException>(() => rates.Count(RiskReport.From(Given.File() with { Population = null }, Catalogue.Current, [])));
    }
}
