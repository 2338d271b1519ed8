using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Tables;

/// <summary>The cutting of tables, seen through a table of contracts with one free column.</summary>
public class CsvRowsTests
{
    private const string Header = "id,contract_number_sys,contract_sum,description_ru\n";

    [Fact]
    public void Whatever_stands_in_a_cell_comes_back()
    {
        var letters = Gen.Elements("\"", ",", "\n", "\r\n", ";", "'", " ", "ә", "x", "𐍈", "\t").ListOf().Select(string.Concat);
        Prop.ForAll(letters.ListOf().ToArbitrary(), texts =>
        {
            var rows = texts.Select((text, at) => $"{at + 1},,5,\"a{text.Replace("\"", "\"\"", StringComparison.Ordinal)}z\"");
            var read = Read(Header + string.Join('\n', rows)).Select(reading => ((Contract)reading.Record!).Description.Ru);
            return read.SequenceEqual(texts.Select(text => Folded($"a{text}z")));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_breaks_it() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
            Read(Header + text.Get).All(reading => reading.Record is null != reading.Rejection is null)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("lots-pages.csv")]
    [InlineData("lots-places.csv")]
    [InlineData("bids-protocol.csv")]
    public void No_cells_break_it(string file)
    {
        var header = File.ReadLines(Fixtures.PathOf(file)).First();
        var cell = Gen.Elements("", "0", "-1", "1e28", "7.9e28", "1e400", "NaN", "x", "85349577-ОИ2", "999999999-ЗЦП99", "2026-02-23 09:00:00", "10",
            "990240002989", "631010000, г.", "0001-01-01 00:00:00", "9999-12-31 23:59:59");
        var row = cell.ListOf(header.Split(',').Length).Select(cells => string.Join(',', cells));
        Prop.ForAll(row.ListOf().ToArbitrary(), rows =>
            Read(header + "\n" + string.Join('\n', rows)).All(reading => reading.Record is null != reading.Rejection is null))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("1,,5,x\n2,,5,y", "2 Contract, 3 Contract")]
    [InlineData("1,,5,x\r\n\r\n2,,5,y\r\n", "2 Contract, 4 Contract")]
    [InlineData("1,,5,\"x\ny\"\n2,,5,y", "2 Contract, 4 Contract")]
    [InlineData("1,,5\n2,,5,y", "2 The row has 3 cells, the header 4., 3 Contract")]
    [InlineData("1,,5,a\"b\n2,,5,y", "2 A quote stands in the middle of a cell., 3 Contract")]
    [InlineData("1,,5,\"a\"b\n2,,5,y", "2 Something stands behind a closing quote., 3 Contract")]
    [InlineData("1,,5,x\n2,,5,\"y\n\n", "2 Contract, 3 A quote is not closed.")]
    [InlineData("1,,-5,x\n2,,5,y", "2 contractSum is negative., 3 Contract")]
    [InlineData("x,,5,x\n2,,5,y", "2 id should be a number., 3 Contract")]
    [InlineData("1,,5,\uFFFD\n2,,5,y", "2 The row is not valid UTF-8., 3 Contract")]
    public void A_bad_row_is_refused_by_its_line_and_the_next_is_read(string rows, string expected) =>
        Assert.Equal(expected, string.Join(", ", Read(Header + rows).Select(reading => $"{reading.Line} {reading.Rejection ?? "Contract"}")));

    [Fact]
    public void A_row_beyond_all_measure_is_refused_and_the_next_is_read()
    {
        var readings = Read(Header + "1,,5," + new string('x', 2_000_000) + "\n2,,5,y");

        Assert.Equal(["The row is longer than a million characters.", null], readings.Select(reading => reading.Rejection));
        Assert.Equal([2, 3], readings.Select(reading => reading.Line));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a,b\n1,2", 1)]
    [InlineData(Header, 0)]
    public void A_table_that_is_not_known_is_refused_once(string text, int refusals) =>
        Assert.Equal(refusals, Read(text).Count(reading => reading.Rejection == "The header is not that of a table that is known."));

    private static List<Reading> Read(string text) =>
        TableReader.ReadLines(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToBlockingEnumerable().ToList();

    /// <summary>What the records make of a text: no control characters, no double spaces.</summary>
    private static string Folded(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
