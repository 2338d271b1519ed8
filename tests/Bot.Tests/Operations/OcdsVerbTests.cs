using Xunit;

namespace Bot.Tests.Operations;

/// <summary>risk --ocds as an operator or a script runs it.</summary>
public sealed class OcdsVerbTests(BotProcess bot) : IClassFixture<BotProcess>
{
    private const string Release = """{"ocid":"ocds-1","tender":{"numberOfTenderers":1,"procurementMethod":"open","tenderPeriod":{"startDate":"2025-03-01T00:00:00+05:00","endDate":"2025-03-08T00:00:00+05:00"}}}""";
    private const string Late = """{"ocid":"ocds-2","tender":{"tenderPeriod":{"endDate":"2025-03-15T06:00:00Z"}},"bids":{"details":[{"status":"valid","date":"2025-03-15T10:00:00+05:00","tenderers":[{"id":"W"}]}]},"awards":[{"status":"active","suppliers":[{"id":"W"}]}]}""";

    [Fact]
    public async Task One_object_is_printed_and_a_malformed_line_named()
    {
        var file = bot.Write("releases.jsonl", $"{Release}\nnot JSON\n{Late}\n");

        var all = await bot.Run("risk", "--ocds", file);
        var one = await bot.Run("risk", "--ocds", file, "--settings", bot.Write("one.ini", "[R018]\n"), "--threads", "1");
        var older = await bot.Run("risk", "--ocds", file, "--settings", bot.Write("late.ini", "[R030]\n"), "--cardinal");

        Assert.Equal((0, 0, 0), (all.Code, one.Code, older.Code));
        Assert.Equal(
            """{"OCID":{"ocds-1":{"R003":1.0,"R018":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"W":{"R025":1.0}}}""" + "\n", all.Output);
        Assert.Equal("""{"OCID":{"ocds-1":{"R018":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}""" + "\n", one.Output);
        Assert.Equal("""{"OCID":{"ocds-2":{"R030":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{"W":{"R030":1.0}}}""" + "\n", older.Output);
        Assert.Equal("warning: line 2 is not JSON, left out", all.OnlyLine);
        Assert.False(File.Exists(bot.PathOf("data/bot.db")));    // nothing of the service is touched
    }

    [Fact]
    public async Task What_is_left_out_is_told()
    {
        var file = bot.Write("others.jsonl", """
            {"id":"no ocid"}
            {"ocid":"a","bids":{"details":[{"status":"valid","tenderers":[{"id":"A"}],"value":{"amount":1,"currency":"USD"}}]},"awards":[{"status":"active"}]}
            """);
        var limits = bot.Write("all.ini", "currency = KZT\n[R036]\n[R044]\n");

        var told = await bot.Run("risk", "--ocds", file, "--settings", limits);
        var both = await bot.Run("risk", "--ocds", file, "--settings", bot.Write("both.ini", "price_comparison_procurement_methods = y\nno_price_comparison_procurement_methods = x\n"));

        Assert.Equal(
            ["note: lines without an ocid, left out: 1", "note: bids in other currencies than the main one are left out of comparisons of prices", "note: R044 is not among our indicators, left out"],
            told.Errors.Trim().Split('\n'));
        Assert.Contains("no_price_comparison_procurement_methods does nothing", both.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no setting \"limit\" in [R018]", "--ocds", "RELEASES", "--settings", "BAD")]
    [InlineData("missing.ini", "--ocds", "RELEASES", "--settings", "missing.ini")]
    [InlineData("missing.jsonl", "--ocds", "missing.jsonl")]
    [InlineData("risk needs a LOT, --all or --ocds FILE")]
    [InlineData("risk needs a LOT, --all or --ocds FILE", "85605933-ЗЦП1", "--ocds", "RELEASES")]
    [InlineData("--settings and --cardinal belong to --ocds", "85605933-ЗЦП1", "--cardinal")]
    [InlineData("--settings and --cardinal belong to --ocds", "85605933-ЗЦП1", "--settings", "BAD")]
    [InlineData("--threads wants a number from 1", "--ocds", "RELEASES", "--threads", "0")]
    public async Task Bad_use_is_told_in_one_line(string complaint, params string[] arguments)
    {
        var (releases, bad) = (bot.Write("good.jsonl", Release), bot.Write("bad.ini", "[R018]\nlimit = 2\n"));

        var ending = await bot.Run(["risk", .. arguments.Select(word => word switch { "RELEASES" => releases, "BAD" => bad, _ => word })]);

        Assert.Equal((2, ""), (ending.Code, ending.Output));
        Assert.Contains(complaint, ending.OnlyLine, StringComparison.Ordinal);
    }
}
