using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Risk.Ocds;
using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>How a file is read, whatever the indicators make of it.</summary>
public sealed class OcdsRunTests
{
    private const string Single = """{"ocid":"a","tender":{"numberOfTenderers":1,"procurementMethod":"open"}}""";
    private static readonly string Fires = Ocids("\"a\":{\"R018\":1.0}");

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{\"ocid\":\"x\"")]
    [InlineData("{\"ocid\":\"x\"} {}")]
    [InlineData("{\"ocid\":\"x\",}")]
    [InlineData("{\"ocid\":\"\\ud800\"}")]
    [InlineData("[1,2")]
    public void A_malformed_line_is_left_out_and_named(string line)
    {
        var answer = Answer(OcdsSettings.Everything, $"\n{Single}\n{line}\n  \t\r\n{line}\n");

        Assert.Equal([3L, 5], answer.Malformed);
        Assert.Equal((1L, 0L), (answer.Releases, answer.Others));
        Assert.Equal(Fires, Text(answer));
    }

    [Fact]
    public void Bytes_that_are_no_text_make_a_line_malformed()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(Single + "\n{\"ocid\":\"x\",\"name\":\""), 0xD0, .. Encoding.UTF8.GetBytes("\"}\n" + Single)];
        using var stream = new MemoryStream(text);
        var answer = OcdsRun.Over(stream, OcdsSettings.Everything);

        Assert.Equal([2L], answer.Malformed);
        Assert.Equal(2, answer.Releases);
    }

    [Fact]
    public void What_a_malformed_line_began_with_counts_for_nothing()
    {
        var half = Release("x", bids: [Bid("A"), Bid("B")], awards: [Award("A")])[..^1];
        Assert.Equal(Nothing, Judge("[R028]\n[R038]\nthreshold = 0.1", half, half));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"ocid\":7}")]
    [InlineData("{\"release\":{\"ocid\":\"x\"}}")]
    public void JSON_without_an_ocid_is_no_release(string line)
    {
        var answer = Answer(OcdsSettings.Everything, line + "\n" + Single);
        Assert.Equal((1L, 1L, 0), (answer.Releases, answer.Others, answer.Malformed.Count));
    }

    [Fact]
    public void Cancelled_tenders_are_left_out()
    {
        var line = Single.Replace("\"tender\":{", "\"tender\":{\"status\":\"cancelled\",", StringComparison.Ordinal);
        Assert.Equal(Nothing, Judge("[R018]", line));
        Assert.Equal(Fires, Judge("[R018]", line.Replace("cancelled", "unsuccessful", StringComparison.Ordinal)));
        Assert.Equal(0, Answer(OcdsSettings.Everything, line).Releases);
    }

    [Theory]
    [InlineData("Random|Lottery", "Random", false)]
    [InlineData("Random|Lottery", "Lottery", false)]
    [InlineData("Random|Lottery", "Tender", true)]
    [InlineData("", "Tender", true)]
    [InlineData("Random", null, true)]
    public void Excluded_procedures_are_left_out(string excluded, string? details, bool fires)
    {
        var line = details is null ? Single : Single.Replace("\"tender\":{", $"\"tender\":{{\"procurementMethodDetails\":\"{details}\",",
            StringComparison.Ordinal);
        Assert.Equal(fires ? Fires : Nothing, Judge($"[exclusions]\nprocurement_method_details = {excluded}\n[R018]", line));
    }

    [Fact]
    public void Of_a_field_that_is_written_twice_the_last_counts()
    {
        Assert.Equal(Fires, Judge("[R018]", """{"ocid":"x","tender":{"status":"cancelled"},""" + Single[1..]));
        Assert.Equal(Nothing, Judge("[R018]", Single[..^1] + ""","tender":[]}"""));
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A"), Bid("B")], more: ""","bids":{"details":[]}""")));
        Assert.Equal(Nothing, Judge("[R028]", Release("a", bids: [Bid("A"), Bid("B")], more: ""","bids":7""")));
        Assert.Equal(Nothing, Judge("[R058]\nthreshold = 0.1", Release("a", bids: [Bid("A"), Bid("B", 200)], awards: [Award("A")], more: ""","awards":[]""")));
    }

    [Fact]
    public void Names_may_be_written_with_escapes_and_are_printed_without()
    {
        var escaped = Single.Replace("\"a\"", "\"\\u0430\\\"\\n\"", StringComparison.Ordinal).Replace("open", "\\u006fpen",
            StringComparison.Ordinal)
            .Replace("\"ocid\"", "\"\\u006fcid\"", StringComparison.Ordinal);
        Assert.Equal(Ocids("\"а\\\"\\n\":{\"R018\":1.0}"), Judge("[R018]", escaped));
    }

    [Fact]
    public void Names_come_in_the_order_of_their_bytes_and_codes_in_that_of_their_numbers() => Assert.Equal(
        """{"OCID":{"1":{"R018":1.0,"R036":1.0},"10":{"R018":1.0},"2":{"R018":1.0},"я":{"R018":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}""",
        Judge("[R036]\n[R018]\nprocurement_methods =", [.. new[] { "я", "2", "10" }.Select(ocid => Release(ocid, """{"numberOfTenderers":1}""")),
            Release("1", """{"numberOfTenderers":1}""", [Bid("D", 1, "disqualified"), Bid("W")], [Award("W")])]));

    [Theory]
    [InlineData("", "KZT", false)]                     // the first that is met
    [InlineData("currency = KZT", "KZT", false)]
    [InlineData("currency = USD", "USD", true)]
    public void Prices_are_compared_in_one_currency(string settings, string main, bool compared)
    {
        string[] lines = [Won("a", 150), Won("b", 200).Replace("KZT", "USD", StringComparison.Ordinal)];
        var answer = Answer(SettingsFile.Read(settings + "\n[R058]\nthreshold = 0.1"), string.Join('\n', lines));

        Assert.Equal((main == "KZT", compared, true),
            (Text(answer).Contains("\"a\"", StringComparison.Ordinal), Text(answer).Contains("\"b\"",
                StringComparison.Ordinal), answer.LeftOutCurrencies));
        Assert.False(Answer(SettingsFile.Read(settings + "\n[R058]"), lines[compared ? 1 : 0]).LeftOutCurrencies);
    }

    [Fact]
    public void The_first_currency_is_that_of_the_first_comparison()
    {
        // dollars stand first, but in a procedure without a winner; only the lowest bid looks at those
        string[] lines =
        [
            Release("x", bids: [Bid("A", currency: "USD"), Bid("B", currency: "USD")], awards: [Award("A"), Award("B")]), Won("a", 150),
        ];
        Assert.NotEqual(Nothing, Judge("[R058]\nthreshold = 0.1", lines));
        Assert.Equal(Nothing, Judge("[R036]\n[R058]\nthreshold = 0.1", lines));
    }

    [Fact]
    public void Lines_longer_than_a_block_are_read_whole()
    {
        var line = Single[..^1] + $",\"name\":\"{new string('x', 5000)}\"}}";
        Assert.Equal(Fires, Text(Answer(OcdsSettings.Everything, $"{line}\n{line}\n{Single}", blockBytes: 7)));
    }

    [Fact]
    public void A_mark_of_byte_order_is_read_over() => Assert.Equal(Fires, Judge("[R018]", "\uFEFF" + Single));

    [Fact]
    public void Nothing_is_an_answer_too() => Assert.Equal(Nothing, Text(Answer(OcdsSettings.Everything, "")));

    [Fact]
    public void A_stream_that_breaks_breaks_the_run()
    {
        using var stream = new BrokenStream();
        Assert.Throws<IOException>(() => OcdsRun.Over(stream, OcdsSettings.Everything, threads: 3));
    }

    [Fact]
    public void The_answer_does_not_depend_on_threads_and_blocks() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), Gen.Choose(1, 3000).ToArbitrary(),
        (seed, threads, bytes) =>
        {
            var text = MadeUp.Releases(seed, 120);
            var one = Answer(MadeUp.Settings, text);
            var many = Answer(MadeUp.Settings, text, threads, bytes);
            Assert.Equal(Text(one), Text(many));
            Assert.Equal(one.Malformed, many.Malformed);
            Assert.Equal((one.Releases, one.Others, one.LeftOutCurrencies), (many.Releases, many.Others, many.LeftOutCurrencies));
        }).QuickCheckThrowOnFailure();

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The disk is gone.");
    }

    [Fact]
    public void The_answer_is_one_line_however_long()
    {
        var many = string.Join('\n', Enumerable.Range(0, 5000).Select(at => Single.Replace("\"a\"", $"\"ocds-{at:0000}\"", StringComparison.Ordinal)));
        using var stream = new MemoryStream();
        Answer(OcdsSettings.Everything, many).Write(stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());

        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal(Ocids(string.Join(',', Enumerable.Range(0, 5000).Select(at => $"\"ocds-{at:0000}\":{{\"R018\":1.0}}"))), text.TrimEnd('\n'));
    }
}
