using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Which words of a buyer are names of makers and models, each rule at its limit.</summary>
public class BrandMentionTests
{
    private static readonly BrandWords Words = Catalogue.Current.Words;

    [Theory]
    [InlineData("Насос Zar LBP3010", "Zar")]          // three Latin letters are a name …
    [InlineData("Насос Zb LBP3010", null)]            // … two are not
    [InlineData("Насос zarya LBP3010", null)]         // nor a word without a capital
    [InlineData("Фреон R410A GT4000", null)]          // nor letters with digits
    [InlineData("Насос Zarya K120", "Zarya")]         // a model has four signs …
    [InlineData("Насос Zarya K12", null)]             // … not three
    [InlineData("Насос Zarya k120", null)]            // and a capital
    [InlineData("Насос Zarya KABL", null)]            // and a digit
    [InlineData("Насос Zarya", null)]                 // a foreign word alone tells nothing
    [InlineData("Zarya®", "Zarya")]
    [InlineData("Марка «Кипрей»", "Кипрей")]          // what follows "make" in quotation marks is a name, from the first word on
    [InlineData("Марка «кипрей»", null)]
    [InlineData("Марка Кипрей", null)]
    [InlineData("Производитель ТОО «Кипрей»", "Кипрей")]
    [InlineData("ТОО «Кипрей»", null)]
    public void A_name_is_told_by_its_form_and_by_the_words_around_it(string text, string? name) =>
        Assert.Equal(name, BrandMention.In(text, Words)?.Word);

    [Theory]
    [InlineData("FLАT", true)]           // the А is Cyrillic
    [InlineData("FАT", false)]           // three letters are too few
    [InlineData("АFОL", false)]          // as many of one script as of the other
    [InlineData("АFОLT", true)]
    [InlineData("АРТУX", false)]         // nothing in it is only Latin
    [InlineData("flashа", true)]         // one Cyrillic letter after small ones is hidden …
    [InlineData("flashка", false)]       // … two are an ending
    [InlineData("SSDа", false)]
    [InlineData("Sаmsungом", true)]      // an ending does not excuse what is hidden before it
    [InlineData("Samsung", false)]
    public void Letters_of_another_script_hide_a_word_but_an_ending_does_not(string word, bool hidden) =>
        Assert.Equal(hidden ? word : null, BrandMention.LookAlikeIn($"Прибор {word}, новый")?.Word);

    [Theory]
    [InlineData("Эквивалент Lenovo", true)]
    [InlineData("Lenovo, аналоги не допускаются", false)]
    [InlineData("Lenovo, б/у исключ., эквивалент", true)]      // what is refused before it is something else
    [InlineData("Lenovo, аналог по решению комиссии и никак не допуск", true)]     // and so is what stands more than thirty signs after it
    public void An_equivalent_may_be_refused_in_the_words_after_it(string text, bool allowed) =>
        Assert.Equal(allowed, BrandMention.In(text, Words)!.AllowsEquivalent(text, Words, within: 60));

    [Fact]
    public void The_hidden_letters_are_counted() => Assert.Equal(2, BrandMention.LookAlikeIn("Lеnоvok")!.CyrillicLetters);
}
