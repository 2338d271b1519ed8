using FsCheck;
using FsCheck.Fluent;
using Language;
using Xunit;

namespace Library.Tests.Language;

public class SearchTextTests
{
    [Theory]
    [InlineData("Школа №12", "школа 12")]
    [InlineData("Қызылорда", "кизилорда")]
    [InlineData("Кызылорда", "кизилорда")]
    [InlineData("Qyzylorda", "кизилорда")]
    [InlineData("QYZYLORDA", "кизилорда")]
    [InlineData("Балабақша", "балабакша")]
    [InlineData("балабакша", "балабакша")]
    [InlineData("balabaqsha", "балабакша")]
    [InlineData("көмір", "комир")]
    [InlineData("комир", "комир")]
    [InlineData("kömır", "комир")]
    [InlineData("ғимарат", "гимарат")]
    [InlineData("ğimarat", "гимарат")]
    [InlineData("ghimarat", "гимарат")]
    [InlineData("Шымкент", "шимкент")]
    [InlineData("Şymkent", "шимкент")]
    [InlineData("Shymkent", "шимкент")]
    [InlineData("жөндеу", "жондеу")]
    [InlineData("zhondeu", "жондеу")]
    [InlineData("jöndeu", "жондеу")]
    [InlineData("подъезд щётка", "подезд шетка")]
    [InlineData("Аппарат", "апарат")]
    [InlineData("бассейн", "басеин")]
    [InlineData("100 000", "100 000")]
    [InlineData("лифт", "лифт")]
    [InlineData("лiфт", "лифт")]
    [InlineData("Acтана", "астана")]
    [InlineData("KAPАГАНДА", "караганда")]
    [InlineData("1C бухгалтерия", "1с бухгалтерия")]
    [InlineData("A4", "а4")]
    [InlineData("А4", "а4")]
    [InlineData("12школа", "12 школа")]
    [InlineData("4G", "4г")]
    [InlineData("шко\u200Bла", "школа")]
    [InlineData("\u202Eшкола\u202C", "школа")]
    [InlineData("шко\u0301ла", "школа")]
    [InlineData("шко\u00ADла", "школа")]
    [InlineData("и\u0306од", "иод")]
    [InlineData("Ｓｈｙｍｋｅｎｔ", "шимкент")]
    [InlineData("Усть-Каменогорск", "уст каменогорск")]
    [InlineData("  a  \t b\n", "а б")]
    [InlineData("", "")]
    [InlineData("🔥🔥", "")]
    [InlineData("\uD800", "")]
    [InlineData("Тексеріңіз!", "тексериниз")]
    public void Spellings_of_one_word_fold_to_the_same(string written, string folded) => Assert.Equal(folded, SearchText.Fold(written));

    [Fact]
    public void Folding_twice_changes_nothing() => Prop.ForAll<string>(text =>
    {
        var once = SearchText.Fold(text ?? "");
        return once == SearchText.Fold(once);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Folding_twice_changes_nothing_for_letters_and_digits_that_people_mix()
    {
        var letters = Gen.Elements("abcxhğñшщьъйіңқ5 0'-ёшсXCHİı№".ToCharArray());
        var texts = Gen.ArrayOf(letters).Select(chars => new string(chars)).ToArbitrary();
        Prop.ForAll(texts, text => SearchText.Fold(SearchText.Fold(text)) == SearchText.Fold(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void A_very_long_text_is_read_up_to_the_limit() =>
        Assert.Equal(2000, Tokens.Of(string.Join(' ', Enumerable.Repeat("школа", 30_000))).Count);
}
