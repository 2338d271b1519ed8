using System.Globalization;
using Language;
using Xunit;

namespace Library.Tests.Language;

public class PeriodsTests
{
    private static readonly DateOnly Today = new(2026, 3, 11);    // a Wednesday

    [Theory]
    [InlineData("в июне 2020", "2020-06-01", "2020-06-30")]
    [InlineData("июнь 2020 года", "2020-06-01", "2020-06-30")]
    [InlineData("2020 жылдың маусымы", "2020-06-01", "2020-06-30")]
    [InlineData("2020 жылғы маусым айында", "2020-06-01", "2020-06-30")]
    [InlineData("June 2020", "2020-06-01", "2020-06-30")]
    [InlineData("летом двадцатого года", "2020-06-01", "2020-08-31")]
    [InlineData("летом две тысячи двадцатого года", "2020-06-01", "2020-08-31")]
    [InlineData("в двадцать первом году", "2021-01-01", "2021-12-31")]
    [InlineData("былтыр", "2025-01-01", "2025-12-31")]
    [InlineData("былтыр күзде", "2025-09-01", "2025-11-30")]
    [InlineData("биыл", "2026-01-01", "2026-12-31")]
    [InlineData("last spring", "2026-03-01", "2026-05-31")]
    [InlineData("in the spring of 2024", "2024-03-01", "2024-05-31")]
    [InlineData("в прошлом году", "2025-01-01", "2025-12-31")]
    [InlineData("весной прошлого года", "2025-03-01", "2025-05-31")]
    [InlineData("өткен жылы", "2025-01-01", "2025-12-31")]
    [InlineData("last year", "2025-01-01", "2025-12-31")]
    [InlineData("осенью", "2025-09-01", "2025-11-30")]
    [InlineData("күзде", "2025-09-01", "2025-11-30")]
    [InlineData("kuzde", "2025-09-01", "2025-11-30")]
    [InlineData("зимой 2021", "2020-12-01", "2021-02-28")]
    [InlineData("зимой", "2025-12-01", "2026-02-28")]
    [InlineData("15.06.2020", "2020-06-15", "2020-06-15")]
    [InlineData("2020-06-15", "2020-06-15", "2020-06-15")]
    [InlineData("15/6/20", "2020-06-15", "2020-06-15")]
    [InlineData("15 июня 2020 года", "2020-06-15", "2020-06-15")]
    [InlineData("2020 жылғы 15 маусым", "2020-06-15", "2020-06-15")]
    [InlineData("15 маусымда", "2025-06-15", "2025-06-15")]
    [InlineData("June 15, 2020", "2020-06-15", "2020-06-15")]
    [InlineData("2 февраля", "2026-02-02", "2026-02-02")]
    [InlineData("в мае", "2025-05-01", "2025-05-31")]
    [InlineData("in May", "2025-05-01", "2025-05-31")]
    [InlineData("ақпанда", "2026-02-01", "2026-02-28")]
    [InlineData("в 2020 году", "2020-01-01", "2020-12-31")]
    [InlineData("2020 жылы", "2020-01-01", "2020-12-31")]
    [InlineData("in 2020", "2020-01-01", "2020-12-31")]
    [InlineData("в 20-м году", "2020-01-01", "2020-12-31")]
    [InlineData("в прошлом месяце", "2026-02-01", "2026-02-28")]
    [InlineData("өткен айда", "2026-02-01", "2026-02-28")]
    [InlineData("last week", "2026-03-02", "2026-03-08")]
    [InlineData("на прошлой неделе", "2026-03-02", "2026-03-08")]
    [InlineData("вчера", "2026-03-10", "2026-03-10")]
    [InlineData("кеше", "2026-03-10", "2026-03-10")]
    [InlineData("today", "2026-03-11", "2026-03-11")]
    public void Dates_and_periods_are_read_in_three_languages(string text, string from, string to)
    {
        var period = Assert.Single(Periods.In(text, Today));

        Assert.Equal((Day(from), Day(to)), (period.From, period.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020 тенге")]
    [InlineData("сары май алдық")]
    [InlineData("қазан жөндеу")]
    [InlineData("May I ask")]
    [InlineData("мұны жазды")]
    [InlineData("45.99.2020")]
    [InlineData("1990 году")]
    [InlineData("школа 12")]
    [InlineData("двадцать парт")]
    public void Words_and_numbers_that_only_look_like_dates_are_left(string text) => Assert.Empty(Periods.In(text, Today));

    [Fact]
    public void A_period_keeps_the_words_of_the_person() => Assert.Equal(["летом 2020 года", "15.03.2021"],
        Periods.In("Крышу чинили летом 2020 года, потом ещё 15.03.2021!", Today).Select(period => period.Written));

    [Fact]
    public void The_end_of_the_calendar_is_taken() =>
        Assert.NotNull(Periods.In("31.12.9999 29.02.2023 0 0 0 года зимой в декабре", new DateOnly(2026, 1, 1)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
