using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

public class LotNumberTests
{
    [Theory]
    [InlineData("81861406-ЗЦП1", 81861406, "ЗЦП", 1)]
    [InlineData("83685322-ОИ4", 83685322, "ОИ", 4)]
    [InlineData("84492164-ОК1", 84492164, "ОК", 1)]
    [InlineData("61677817-КРБС1", 61677817, "КРБС", 1)]
    [InlineData("74666464-АУК1", 74666464, "АУК", 1)]
    [InlineData("85655739-ГЗПОП1", 85655739, "ГЗПОП", 1)]
    [InlineData("85534638-КППТСОПО1", 85534638, "КППТСОПО", 1)]
    [InlineData("84116630-КпОПО1", 84116630, "КпОПО", 1)]
    [InlineData("81798133-ГСЗ2", 81798133, "ГСЗ", 2)]
    [InlineData("85500001-ЗЖ1", 85500001, "ЗЖ", 1)]
    [InlineData("85500001-ЗЦПнеГЗ1", 85500001, "ЗЦПнеГЗ", 1)]
    [InlineData("85500001-ИОИППЗДМОН12", 85500001, "ИОИППЗДМОН", 12)]
    [InlineData("85500001-УсГосОбЗ1", 85500001, "УсГосОбЗ", 1)]
    [InlineData("85500001-КСПК1", 85500001, "КСПК", 1)]
    [InlineData("85500001-КСП1", 85500001, "КСП", 1)]
    [InlineData("85500001-ОТ3", 85500001, "ОТ", 3)]
    public void Every_form_of_the_portal_is_read(string text, long root, string method, int attempt)
    {
        Assert.True(LotNumber.TryParse(text, out var number));
        Assert.Equal(new LotNumber(root, method, attempt), number);
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("81861406-3ЦП1", "81861406-ЗЦП1")]            // the digit three
    [InlineData("81861406-3ЦП-1", "81861406-ЗЦП1")]
    [InlineData("81861406-зцп1", "81861406-ЗЦП1")]
    [InlineData("81861406 - ЗЦП 1", "81861406-ЗЦП1")]
    [InlineData("81861406–ЗЦП1", "81861406-ЗЦП1")]            // en dash
    [InlineData("81861406—ЗЦП1", "81861406-ЗЦП1")]            // em dash
    [InlineData("81861406‑ЗЦП1", "81861406-ЗЦП1")]            // non-breaking hyphen
    [InlineData("81861406−ЗЦП1", "81861406-ЗЦП1")]            // minus
    [InlineData("81861406\u00A0-\u00A0ЗЦП1", "81861406-ЗЦП1")]
    [InlineData("81861406-\u200BЗЦП\u20601", "81861406-ЗЦП1")]  // invisible marks
    [InlineData("81861406ЗЦП1", "81861406-ЗЦП1")]
    [InlineData("81861406 ЗЦП1", "81861406-ЗЦП1")]
    [InlineData("84492164-OK1", "84492164-ОК1")]              // Latin O and K
    [InlineData("84492164-ok1", "84492164-ОК1")]
    [InlineData("84492164-0К1", "84492164-ОК1")]              // the digit nought
    [InlineData("83685322-OИ4", "83685322-ОИ4")]              // Latin O
    [InlineData("74666464-AУK1", "74666464-АУК1")]
    [InlineData("61677817-KPБC1", "61677817-КРБС1")]
    [InlineData("84116630-КПОПО1", "84116630-КпОПО1")]
    [InlineData("84116630-кпопо1", "84116630-КпОПО1")]
    [InlineData("85500001-ЗЦПНЕГЗ1", "85500001-ЗЦПнеГЗ1")]
    [InlineData("85500001-3цпHeГ31", "85500001-ЗЦПнеГЗ1")]
    [InlineData("81798133-ГС32", "81798133-ГСЗ2")]
    [InlineData("42667799-ОЛ-ОИ2", "42667799-ОЛ-ОИ2")]
    [InlineData("42667799 - ол - oи 2", "42667799-ОЛ-ОИ2")]
    [InlineData("８１８６１４０６－ЗЦП１", "81861406-ЗЦП1")]        // full width
    public void Spellings_of_people_become_the_portals(string text, string canonical)
    {
        Assert.True(LotNumber.TryParse(text, out var number));
        Assert.Equal(canonical, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("81861406")]
    [InlineData("81861406-ЗЦП")]
    [InlineData("81861406-ЗЦП123")]
    [InlineData("81861406-ЯЯЯ1")]
    [InlineData("12345-ЗЦП1")]
    [InlineData("1234567890-ЗЦП1")]
    [InlineData("81861406--ЗЦП1")]
    [InlineData("81861406-ЗЦП1 и ещё")]
    [InlineData("81861406-от 5 мая")]
    [InlineData("81861406 - топ 10")]
    public void What_is_no_lot_number_is_not_taken_for_one(string? text) => Assert.False(LotNumber.TryParse(text, out _));

    [Fact]
    public void Every_symbol_of_the_portals_table_is_known()
    {
        foreach (var symbol in MethodSymbols.All)
        {
            Assert.True(LotNumber.TryParse($"81861406-{symbol}7", out var number), symbol);
            Assert.Equal(symbol, number.Method);
        }
    }

    [Fact]
    public async Task The_sample_holds_no_method_or_number_that_is_unknown()
    {
        var lots = (await SampleTests.Read("lots-2026-02")).Select(reading => (Lot)reading.Record!);
        var methods = (await SampleTests.Read("references")).Select(reading => (Reference)reading.Record!)
            .Where(row => row.Table == "RefTradeMethods");

        Assert.All(lots, lot => Assert.True(LotNumber.TryParse(lot.Number, out var number) && number.ToString() == lot.Number, lot.Number));
        Assert.All(methods, method => Assert.Contains(method.Code, MethodSymbols.All));
    }
}
