using System.Globalization;
using Language;
using Xunit;

namespace Library.Tests.Language;

public class WordingTests
{
    [Theory]
    [InlineData("ru", 41_200_000, "41\u202F200\u202F000\u00A0₸")]
    [InlineData("kk", 41_200_000, "41\u202F200\u202F000\u00A0₸")]
    [InlineData("en", 41_200_000, "41\u202F200\u202F000\u00A0₸")]
    [InlineData("ru", 689.65, "689,65\u00A0₸")]
    [InlineData("en", 689.65, "689.65\u00A0₸")]
    [InlineData("kk", 0, "0\u00A0₸")]
    [InlineData("ru", 5000, "5000\u00A0₸")]
    [InlineData("ru", 12345.67, "12\u202F346\u00A0₸")]
    [InlineData("ru", -10000, "\u221210\u202F000\u00A0₸")]
    public void Money_reads_alike_everywhere(string language, double tenge, string expected) =>
        Assert.Equal(expected, Wording.Money(language, (decimal)tenge));

    [Theory]
    [InlineData("kk", "2026 жылғы 5\u00A0наурыз")]
    [InlineData("ru", "5\u00A0марта 2026")]
    [InlineData("en", "5\u00A0March 2026")]
    public void Dates_are_written_in_words(string language, string expected) =>
        Assert.Equal(expected, Wording.Date(language, new DateOnly(2026, 3, 5)));

    [Theory]
    [InlineData("kk", "2026 жылғы 5\u00A0наурыз, 09:05")]
    [InlineData("ru", "5\u00A0марта 2026, 09:05")]
    [InlineData("en", "5\u00A0March 2026, 09:05")]
    public void Moments_are_dates_with_hour_and_minute(string language, string expected) =>
        Assert.Equal(expected, Wording.Moment(language, new DateTime(2026, 3, 5, 9, 5, 59)));

    [Theory]
    [InlineData("ru", 0.125, "12,5\u00A0%")]
    [InlineData("kk", 0.5, "50\u00A0%")]
    [InlineData("en", 0.125, "12.5%")]
    public void Shares_are_written_as_percentages(string language, double share, string expected) =>
        Assert.Equal(expected, Wording.Percent(language, (decimal)share));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    [InlineData("kk-KZ")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("1\u202F234\u202F567,5", Wording.Number("ru", 1234567.5m));
            Assert.Equal("2026 жылғы 31\u00A0желтоқсан", Wording.Date("kk", new DateOnly(2026, 12, 31)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("ru", 1, PluralForm.One)]
    [InlineData("ru", 2, PluralForm.Few)]
    [InlineData("ru", 4, PluralForm.Few)]
    [InlineData("ru", 5, PluralForm.Many)]
    [InlineData("ru", 0, PluralForm.Many)]
    [InlineData("ru", 11, PluralForm.Many)]
    [InlineData("ru", 12, PluralForm.Many)]
    [InlineData("ru", 14, PluralForm.Many)]
    [InlineData("ru", 21, PluralForm.One)]
    [InlineData("ru", 22, PluralForm.Few)]
    [InlineData("ru", 25, PluralForm.Many)]
    [InlineData("ru", 101, PluralForm.One)]
    [InlineData("ru", 111, PluralForm.Many)]
    [InlineData("ru", 112, PluralForm.Many)]
    [InlineData("ru", 1002, PluralForm.Few)]
    [InlineData("ru", -2, PluralForm.Few)]
    [InlineData("kk", 1, PluralForm.One)]
    [InlineData("kk", 2, PluralForm.Many)]
    [InlineData("kk", 0, PluralForm.Many)]
    [InlineData("en", 1, PluralForm.One)]
    [InlineData("en", 0, PluralForm.Many)]
    [InlineData("en", 21, PluralForm.Many)]
    public void Counted_nouns_take_the_form_of_their_language(string language, long count, PluralForm form) =>
        Assert.Equal(form, PluralRules.Form(language, count));
}
