using Risk.Ocds;
using Xunit;

namespace Library.Tests.Risk.Ocds;

public sealed class SettingsFileTests
{
    private const string Whole = """
        ; comment
        # comment
        currency = KZT
        price_comparison_procurement_methods = Auction|Price proposals
        no_price_comparison_procurement_methods = "Random"

        [defaults]
        bid_status = valid
        [codelists.bid_status]
        qualified = valid
        [exclusions]
        procurement_method_details = Random|Lottery|
        [R003]
        threshold = 20
        procurement_methods = open
        [R003.procurement_method_details]
        Срочная закупка = 5
        a = 3
        [R018]
        procurement_methods = open
        [R024]
        threshold = 0.05
        [R025]
        percentile = 80
        threshold = .1
        [R028]
        [R030]
        [R035]
        threshold = 3
        [R036]
        [R038]
        threshold = 0.5
        minimum_submitted_bids = 4
        minimum_contracting_processes = 5
        [R044]
        [R048]
        digits = 3
        threshold = 10
        minimum_contracting_processes = 6
        [R055]
        threshold = 7
        [R058]
        threshold = 0.6
        """;

    [Fact]
    public void Every_name_is_read()
    {
        var settings = SettingsFile.Read(Whole);

        Assert.Equal("KZT", settings.Currency);
        Assert.Equal(["Auction", "Price proposals"], settings.PriceComparison);
        Assert.Equal(["Random"], settings.NoPriceComparison);
        Assert.Equal(["Random", "Lottery"], settings.Excluded);
        Assert.Equal((20, 2), (settings.R003!.Days, settings.R003.DaysByDetails.Count));
        Assert.Equal((5, 3), (settings.R003.DaysByDetails["Срочная закупка"], settings.R003.DaysByDetails["a"]));
        Assert.Equal(["open"], settings.R003.Methods);
        Assert.Equal(["open"], settings.R018!.Methods);
        Assert.Equal((new(0.05), new(80, 0.1)), (settings.R024, settings.R025));
        Assert.Equal((true, true, true), (settings.R028, settings.R030, settings.R036));
        Assert.Equal((new(3), new(0.5, 4, 5)), (settings.R035, settings.R038));
        Assert.Equal((new(3, 10, 6), new(0.6)), (settings.R048, settings.R058));
        Assert.Equal(["R044", "R055"], settings.NotRun);
    }

    [Fact]
    public void Only_what_has_a_section_runs()
    {
        Assert.Equivalent(new OcdsSettings(), SettingsFile.Read(""), strict: true);
        Assert.Equivalent(
            new OcdsSettings { R024 = new(), R036 = true }, SettingsFile.Read("[R024]\r\n ;[R025]\r\n[ R036 ]\r\n"), strict: true);
        Assert.Equivalent(new OcdsSettings { R003 = new() { DaysByDetails = new Dictionary<string, long> { ["x"] = -1 } } },
            SettingsFile.Read("[R003.procurement_method_details]\nx = -1"), strict: true);
    }

    [Fact]
    public void Without_numbers_the_limits_are_those_of_the_definitions()
    {
        var all = string.Join('\n', "R003 R018 R024 R025 R028 R030 R035 R036 R038 R048 R058".Split(' ').Select(code => $"[{code}]"));

        Assert.Equivalent(OcdsSettings.Everything, SettingsFile.Read(all), strict: true);
        Assert.Equal((15L, 75, 1L), (OcdsSettings.Everything.R003!.Days, OcdsSettings.Everything.R025!.Percentile, OcdsSettings.Everything.R035!.Tenderers));
        Assert.Equal(
            (2L, 2L), (OcdsSettings.Everything.R038!.MinimumSubmittedBids, OcdsSettings.Everything.R038.MinimumContractingProcesses));
        Assert.Equal((2, 20L), (OcdsSettings.Everything.R048!.Digits, OcdsSettings.Everything.R048.MinimumContractingProcesses));
        Assert.Equal(["open", "selective"], OcdsSettings.Everything.R018!.Methods);
    }

    [Fact]
    public void A_section_may_come_twice() =>
        Assert.Equivalent(new OcdsSettings { R038 = new(0.5, 3, 2) }, SettingsFile.Read("[R038]\nthreshold=0.5\n[R038]\nminimum_submitted_bids=3"), strict: true);

    [Fact]
    public void Spaces_around_a_bar_belong_to_no_name_but_in_the_older_engine_they_do()
    {
        Assert.Equal(["a", "b c"], SettingsFile.Read("[exclusions]\nprocurement_method_details = a | b c").Excluded);
        Assert.Equal(["a ", " b c"], SettingsFile.Read("[exclusions]\nprocurement_method_details = a | b c", cardinal: true).Excluded);
    }

    [Fact]
    public void Quotes_around_a_value_are_taken_off_and_a_mark_of_byte_order_is_read_over() =>
        Assert.Equal("K'Z", SettingsFile.Read("\uFEFFcurrency = 'K'Z'").Currency);

    [Theory]
    [InlineData("[R999]", "line 1: there is no section [R999].")]
    [InlineData("[r003]", "line 1: there is no section [r003].")]
    [InlineData("x = 1", "line 1: there is no setting \"x\" before the first section. The settings there are: currency, price_comparison")]
    [InlineData("\n[R003]\nthreshhold = 1", "line 3: there is no setting \"threshhold\" in [R003]. The settings there are: threshold, procurement_methods.")]
    [InlineData("[R028]\nthreshold = 1", "line 2: there is no setting \"threshold\" in [R028].")]
    [InlineData("[R044]\nthreshold = 1", "line 2: there is no setting \"threshold\" in [R044].")]
    [InlineData("[defaults]\nx = 1", "line 2: there is no setting \"x\" in [defaults].")]
    [InlineData("[R003]\nthreshold", "line 2: \"threshold\" is neither [section] nor name = value.")]
    [InlineData("[R003", "line 1: \"[R003\" is neither [section] nor name = value.")]
    [InlineData("[R003]\nthreshold = soon", "line 2: threshold wants a whole number, not \"soon\".")]
    [InlineData("[R003]\nthreshold = 1.5", "line 2: threshold wants a whole number, not \"1.5\".")]
    [InlineData("[R003]\nthreshold =", "line 2: threshold wants a whole number, not \"\".")]
    [InlineData("[R003.procurement_method_details]\nx = y", "line 2: x wants a whole number, not \"y\".")]
    [InlineData("[R024]\nthreshold = high", "line 2: threshold wants a number, like 0.5, not \"high\".")]
    [InlineData("[R024]\nthreshold = 0,5", "line 2: threshold wants a number, like 0.5, not \"0,5\".")]
    [InlineData("[R024]\nthreshold = NaN", "line 2: threshold wants a number, like 0.5, not \"NaN\".")]
    [InlineData("[R025]\npercentile = 101", "line 2: percentile wants a whole number from 0 to 100, not \"101\".")]
    [InlineData("[R035]\nthreshold = -1", "line 2: threshold wants a whole number from 0, not \"-1\".")]
    public void What_cannot_be_used_is_told_with_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<OcdsSettingException>(() => SettingsFile.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("percentile = 100", 100)]
    [InlineData("percentile = 0 ; all", 0)]
    [InlineData("percentile=+5 # few", 5)]
    public void Numbers_may_have_a_comment_behind_them(string line, int percentile) =>
        Assert.Equal(percentile, SettingsFile.Read("[R025]\n" + line).R025!.Percentile);
}
