using Matching;
using Xunit;

namespace Library.Tests.Matching;

/// <summary>Which words of a text speak, and which do not.</summary>
public class WordsOfTextsTests
{
    private static readonly LotIndex Index = LotIndex.Build(
        [
            .. SampleLots.All,
            SampleLots.Made(81, "78000081-ЗЦП1", SampleLots.School12, "Соль", "поваренная пищевая", 12_000, 40),
            SampleLots.Made(82, "78000082-ЗЦП1", SampleLots.School12, "Аппарат рентгеновский", "передвижной", 30_000_000, 1),
            SampleLots.Made(83, "78000083-ЗЦП1", SampleLots.School12, "Услуги по охране лесов", "лесным хозяйством", 700_000, 1),
        ],
        SampleLots.Places);

    private static readonly Matcher Matcher = new(Index, _ => Named.Nothing);

    [Theory]
    [InlineData(81, "Тараз 12 школа соль")]
    [InlineData(81, "Taraz school 12 salt")]
    [InlineData(82, "Taraz school 12, x-ray machine")]
    [InlineData(82, "x-ray")]
    [InlineData(83, "школа 12 Тараз, лес")]
    public void A_thing_is_heard_though_another_language_has_a_small_word_like_it(long lot, string text) =>
        Assert.Equal(lot, Matcher.Find(text).Candidates[0].LotId);

    [Theory]
    [InlineData("Taraz school 12, they pay less and most of it", "less", "most", "it")]
    [InlineData("Тараз 12 мектеп, сол жақта бір нәрсе алды", "сол", "бір")]
    [InlineData("Тараз, школа 12, а также и ещё 8 и 9", "а", "и", "8", "9")]
    public void A_small_word_is_no_reason(string text, params string[] words) => Assert.DoesNotContain(
        Matcher.Find(text, most: 10).Candidates.SelectMany(c => c.Evidence), e => e.Kind == EvidenceKind.Word && words.Contains(e.Words));

    [Theory]
    [InlineData("8")]
    [InlineData("а")]
    [InlineData("и в на с")]
    [InlineData("12 8 2 1")]
    public void A_bare_number_and_a_letter_find_nothing(string text) => Assert.Empty(Matcher.Find(text).Candidates);
}
