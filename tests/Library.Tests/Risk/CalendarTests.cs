using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class CalendarTests
{
    private static readonly WorkingDays Calendar = Catalogue.Current.Calendar;

    [Theory]
    [InlineData(2021, 245)]     // the ministry of labour counted 120 days off
    [InlineData(2022, 246)]     // 245 by the first calendar; 1 and 19 December became working days, 25 October a day off
    [InlineData(2023, 246)]
    [InlineData(2024, 249)]     // 248 by the balance, which still had Kurban-ait on Monday 17 June; it came on Sunday 16
    [InlineData(2025, 246)]     // the press counted 119 days off
    public void A_year_has_the_working_days_of_its_official_balance(int year, int days) =>
        Assert.Equal(days, Calendar.Between(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData(2024, 1, 21)]   // the ministry's balance of 2024, month by month
    [InlineData(2024, 2, 21)]
    [InlineData(2024, 3, 17)]
    [InlineData(2024, 4, 22)]
    [InlineData(2024, 5, 20)]
    [InlineData(2024, 7, 22)]
    [InlineData(2024, 8, 21)]
    [InlineData(2024, 9, 21)]
    [InlineData(2024, 10, 22)]
    [InlineData(2024, 11, 21)]
    [InlineData(2024, 12, 21)]
    [InlineData(2020, 7, 21)]
    [InlineData(2021, 7, 20)]
    [InlineData(2021, 10, 21)]
    [InlineData(2022, 3, 19)]
    [InlineData(2023, 1, 20)]
    [InlineData(2025, 6, 20)]
    [InlineData(2025, 10, 22)]
    [InlineData(2025, 11, 20)]
    [InlineData(2026, 1, 19)]
    public void A_month_has_the_working_days_that_were_announced(int year, int month, int days)
    {
        var first = new DateOnly(year, month, 1);

        Assert.Equal(days, Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Count(day => Calendar.IsWorked(first.AddDays(day))));
    }

    [Theory]
    [InlineData(2019, 12, 2, false)]     // instead of Sunday 1 December, the First President's Day
    [InlineData(2019, 5, 10, true)]      // only likely off, so it counts as worked
    [InlineData(2019, 5, 4, true)]       // and the Saturday that was likely worked for it, too
    [InlineData(2020, 1, 3, false)]
    [InlineData(2020, 1, 5, true)]       // a Sunday that was worked
    [InlineData(2020, 4, 1, true)]       // work stopped in two cities, but it was no day off by law
    [InlineData(2020, 5, 8, false)]
    [InlineData(2020, 5, 11, true)]      // the day instead of 9 May was itself moved
    [InlineData(2020, 12, 18, false)]
    [InlineData(2021, 3, 24, false)]     // instead of Sunday 21 March, after the other days of Nauryz
    [InlineData(2021, 7, 5, false)]
    [InlineData(2021, 12, 17, false)]
    [InlineData(2022, 5, 10, false)]     // instead of Saturday 7 May, after Victory Day
    [InlineData(2022, 10, 24, false)]
    [InlineData(2022, 10, 25, false)]
    [InlineData(2022, 12, 1, true)]
    [InlineData(2022, 12, 19, true)]     // 17 December was abolished, so nothing was moved
    [InlineData(2023, 1, 3, false)]
    [InlineData(2023, 1, 9, true)]       // Christmas on a Saturday is not moved
    [InlineData(2023, 7, 1, true)]
    [InlineData(2023, 7, 7, false)]
    [InlineData(2024, 1, 2, false)]
    [InlineData(2024, 5, 8, false)]
    [InlineData(2024, 6, 17, true)]      // Kurban-ait on a Sunday is not moved
    [InlineData(2025, 1, 3, false)]
    [InlineData(2025, 1, 5, true)]
    [InlineData(2025, 1, 6, true)]
    [InlineData(2025, 3, 10, false)]     // instead of Saturday 8 March
    [InlineData(2025, 5, 8, true)]
    [InlineData(2026, 3, 9, false)]
    [InlineData(2026, 3, 16, true)]
    [InlineData(2026, 3, 25, false)]
    [InlineData(2026, 3, 26, true)]
    [InlineData(2026, 2, 28, false)]
    [InlineData(2026, 5, 11, false)]
    [InlineData(2026, 5, 27, true)]      // Kurban-ait was announced with a doubt
    [InlineData(2026, 8, 31, true)]      // 30 August is a holiday no more
    [InlineData(2026, 10, 26, false)]
    [InlineData(2027, 3, 15, true)]      // Constitution Day, heard of and not read
    [InlineData(2027, 5, 3, false)]
    public void Days_are_worked_or_not(int year, int month, int day, bool worked) =>
        Assert.Equal(worked, Calendar.IsWorked(new DateOnly(year, month, day)));

    [Fact]
    public void Years_from_2019_to_2027_are_in_the_table_and_no_other()
    {
        Assert.All(Enumerable.Range(2019, 9), year => Assert.True(Calendar.Covers(new DateOnly(year, 6, 1))));
        Assert.False(Calendar.Covers(new DateOnly(2018, 12, 31)));
        Assert.False(Calendar.Covers(new DateOnly(2028, 1, 1)));
    }

    [Fact]
    public void A_year_outside_the_table_is_not_counted()
    {
        Assert.Null(Calendar.Between(new DateOnly(2027, 12, 30), new DateOnly(2028, 1, 4)));
        Assert.Null(Calendar.Between(new DateOnly(2018, 12, 30), new DateOnly(2019, 1, 4)));
    }

    [Fact]
    public void A_weekend_near_a_bridge_is_doubtful_only_while_the_decrees_of_its_year_are_unknown()
    {
        Assert.True(Calendar.MayHoldAMovedDay(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 6)));
        Assert.False(Calendar.MayHoldAMovedDay(new DateOnly(2025, 5, 2), new DateOnly(2025, 5, 6)));
    }
}
