using Language;
using Xunit;

namespace Library.Tests.Language;

public class StemTests
{
    [Theory]
    [InlineData("школа", "школы", "школе", "школу", "школой", "школах", "школами")]
    [InlineData("мектеп", "мектебі", "мектебінің", "мектебінде", "мектептер", "мектептің", "мектептен", "мектебіндегі", "мектептерінің")]
    [InlineData("балабақша", "балабақшасы", "балабақшасының", "балабақшасында", "балабақшалар", "балабақшасындағы")]
    [InlineData("бумага", "бумаги", "бумагу", "бумагой", "бумагах")]
    [InlineData("ауыл", "ауылы", "ауылының", "ауылында", "ауылдар", "ауылдағы", "ауылдық")]
    [InlineData("аудан", "ауданы", "ауданының", "аудандық", "аудандар", "ауданындағы")]
    [InlineData("аурухана", "ауруханасы", "ауруханасында", "ауруханалар")]
    [InlineData("шатыр", "шатыры", "шатырының", "шатырлар")]
    [InlineData("Тараз", "Тараза", "Таразе", "Таразда", "Тараздағы", "Тараздың", "Тараздан")]
    [InlineData("Саркан", "Сарканский", "Сарканского", "Сарканская", "Сарқанда", "Сарқан", "Sarqan")]
    [InlineData("Павлодар", "Павлодарская", "Павлодарской", "Павлодарда", "Павлодардағы")]
    [InlineData("больница", "больницы", "больнице", "больницу", "больницей")]
    [InlineData("кітапхана", "кітапханасы", "кітапханаға", "кітапханасының")]
    [InlineData("ноутбук", "ноутбуки", "ноутбуков", "ноутбуктер", "ноутбугі")]
    [InlineData("дорога", "дороги", "дорогу", "дороге", "дорогой")]
    [InlineData("су")]
    [InlineData("көмір", "көмірі", "комир", "көмірдің", "көмірден")]
    [InlineData("жұмыс", "жұмысы", "жұмыстар", "жумыс", "жұмыстары")]
    public void Forms_of_one_word_share_a_stem(string word, params string[] forms)
    {
        var stem = Stem.Of(SearchText.Fold(word));
        foreach (var form in forms)
            Assert.Contains(stem, Stem.Candidates(SearchText.Fold(form)));
    }

    [Theory]
    [InlineData("школа", "шкаф")]
    [InlineData("стол", "столовая")]
    [InlineData("мел", "мелкий")]
    [InlineData("соль", "солярка")]
    [InlineData("машина", "машинка")]
    [InlineData("жол", "жолақы")]
    public void Different_words_keep_different_stems(string one, string other) =>
        Assert.NotEqual(Stem.Of(SearchText.Fold(one)), Stem.Of(SearchText.Fold(other)));

    [Theory]
    [InlineData("кг")]
    [InlineData("12")]
    [InlineData("а")]
    [InlineData("")]
    public void Short_words_and_numbers_stay_as_they_are(string word) => Assert.Equal(word, Stem.Of(word));
}
