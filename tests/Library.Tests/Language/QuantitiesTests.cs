using Language;
using Xunit;

namespace Library.Tests.Language;

public class QuantitiesTests
{
    [Theory]
    [InlineData("80 миллионов", 80_000_000)]
    [InlineData("2 с лишним миллиона", 2_000_000)]
    [InlineData("четыреста с чем-то тысяч", 400_000)]
    [InlineData("1,8 млн", 1_800_000)]
    [InlineData("1.8 млн тг", 1_800_000)]
    [InlineData("полтора миллиона", 1_500_000)]
    [InlineData("полмиллиона тенге", 500_000)]
    [InlineData("жарты миллион", 500_000)]
    [InlineData("елу үш миллион", 53_000_000)]
    [InlineData("елу уш миллион", 53_000_000)]
    [InlineData("900 мың", 900_000)]
    [InlineData("900 мын тенге", 900_000)]
    [InlineData("900 myn tenge", 900_000)]
    [InlineData("лям", 1_000_000)]
    [InlineData("два ляма", 2_000_000)]
    [InlineData("469к", 469_000)]
    [InlineData("354k", 354_000)]
    [InlineData("12 500 000 ₸", 12_500_000)]
    [InlineData("12\u00A0500\u202F000 ₸", 12_500_000)]
    [InlineData("12.500.000 тг", 12_500_000)]
    [InlineData("12,500,000 tenge", 12_500_000)]
    [InlineData("46,473 tenge", 46_473)]
    [InlineData("1 млн 285 мың", 1_285_000)]
    [InlineData("сто шестьдесят тысяч", 160_000)]
    [InlineData("жүз жиырма мың", 120_000)]
    [InlineData("бес жүз мың", 500_000)]
    [InlineData("5 миллионға", 5_000_000)]
    [InlineData("35 мыңға", 35_000)]
    [InlineData("354к.", 354_000)]
    [InlineData("half a million", 500_000)]
    [InlineData("two million tenge", 2_000_000)]
    [InlineData("five hundred thousand", 500_000)]
    [InlineData("80 тыщ", 80_000)]
    [InlineData("1,5 млрд", 1_500_000_000)]
    [InlineData("150 тыс.", 150_000)]
    [InlineData("150тыс", 150_000)]
    [InlineData("675 000!", 675_000)]
    [InlineData("1,2 млн тг", 1_200_000)]
    [InlineData("бес жүз елу мың", 550_000)]
    [InlineData("полтора ляма", 1_500_000)]
    [InlineData("twenty-five thousand", 25_000)]
    [InlineData("two and a half million", 2_500_000)]
    [InlineData("два с половиной миллиона", 2_500_000)]
    [InlineData("екі жарым миллион", 2_500_000)]
    [InlineData("миллион жарым", 1_500_000)]
    [InlineData("пара тысяч", 2_000)]
    [InlineData("пару миллионов", 2_000_000)]
    [InlineData("a couple of million", 2_000_000)]
    [InlineData("сто с лишним тысяч", 100_000)]
    [InlineData("three hundred and fifty thousand", 350_000)]
    [InlineData("жүз мыңдай", 100_000)]
    [InlineData("миллион двести", 1_200_000)]
    [InlineData("более пятисот тысяч", 500_000)]
    [InlineData("полста тысяч", 50_000)]
    public void Sums_of_money_are_read_in_three_languages(string text, int? tenge)
    {
        var money = Quantities.Of(text).FirstOrDefault(m => m.Kind == MentionKind.Money);
        Assert.Equal(tenge, (int?)money?.Value);
    }

    [Theory]
    [InlineData("парты по 45 тысяч", 45_000)]
    [InlineData("по 900 тысяч каждый", 900_000)]
    [InlineData("230 теңгеден", 230)]
    [InlineData("он мыннан он дана", 10_000)]
    [InlineData("17500-ден", 17_500)]
    [InlineData("қорабы 800-ден", 800)]
    [InlineData("5 мыңнан алған", 5_000)]
    [InlineData("15k each", 15_000)]
    [InlineData("900 000 tenge each", 900_000)]
    [InlineData("10 тыс за штуку", 10_000)]
    [InlineData("по косарю", 1_000)]
    [InlineData("at 409 tenge", 409)]
    [InlineData("біреуі 180 теңге", 180)]
    [InlineData("әрқайсысы 25 мыңнан", 25_000)]
    [InlineData("за штуку 300 тенге", 300)]
    [InlineData("per unit 500 tenge", 500)]
    [InlineData("4200 per kilo", 4_200)]
    [InlineData("бір данасына 4500", 4_500)]
    [InlineData("тоннасын 45 мыңнан", 45_000)]
    [InlineData("45 тыщ/шт", 45_000)]
    public void The_price_of_one_is_told_from_the_whole_sum(string text, int tenge) =>
        Assert.Contains(Quantities.Of(text), m => m.Kind == MentionKind.UnitPrice && m.Value == tenge);

    [Theory]
    [InlineData("20 штук", 20)]
    [InlineData("он дана", 10)]
    [InlineData("бес жүз бөлке нанды", 500)]
    [InlineData("двести пачек", 200)]
    [InlineData("75 kg", 75)]
    [InlineData("300 pcs", 300)]
    [InlineData("20шт", 20)]
    public void Counts_of_things_are_read(string text, int count) =>
        Assert.Contains(Quantities.Of(text), m => m.Kind == MentionKind.Count && m.Value == count);

    [Theory]
    [InlineData("в 2026 году")]
    [InlineData("2026 жылы")]
    [InlineData("05.03.2026")]
    [InlineData("2026-03-05")]
    [InlineData("в 10:30")]
    [InlineData("он купил торт")]
    [InlineData("нет чисел")]
    [InlineData("")]
    public void Years_dates_times_and_words_that_only_look_like_numbers_are_left_out(string text) => Assert.Empty(Quantities.Of(text));

    [Fact]
    public void A_mention_keeps_the_words_of_the_person() =>
        Assert.Equal("1,8 млн", Assert.Single(Quantities.Of("Платят 1,8 млн за крышу")).Written);

    [Fact]
    public void A_long_row_of_digits_is_no_number_of_ours() => Assert.Empty(Quantities.Of(new string('9', 100_000)));
}
