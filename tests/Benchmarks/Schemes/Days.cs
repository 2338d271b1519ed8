using Risk;

namespace Benchmarks.Schemes;

/// <summary>Days and hours of the made-up years on Astana's clock, counted with the calendar that the engine uses.</summary>
internal static class Days
{
    public static readonly DateOnly First = new(2025, 1, 8);
    public static readonly DateOnly Last = new(2026, 9, 18);
    public static readonly DateTimeOffset AsOf = At(new DateOnly(2026, 10, 1), 0);

    private static readonly WorkingDays Calendar = Catalogue.Current.Calendar;

    public static DateTimeOffset At(DateOnly day, double hour) => AstanaTime.StartOf(day).AddSeconds(Math.Floor(hour * 3600));

    /// <summary>A moment of an office's day.</summary>
    public static DateTimeOffset Office(DateOnly day, Chance chance) => At(day, chance.Between(9.1, 18.4));

    public static DateOnly Of(DateTimeOffset moment) => AstanaTime.DayOf(moment);

    /// <summary>So many working days later, as the engine's calendar counts them.</summary>
    public static DateOnly Later(DateOnly day, int workingDays)
    {
        for (; workingDays > 0; workingDays--)
            day = NextWorked(day.AddDays(1));

        return day;
    }

    public static DateTimeOffset Later(DateTimeOffset moment, int workingDays, double hour) => At(Later(Of(moment), workingDays), hour);

    public static DateOnly NextWorked(DateOnly day)
    {
        while (!Calendar.IsWorked(day))
            day = day.AddDays(1);

        return day;
    }

    /// <summary>A working day between the first and the last one, both included.</summary>
    public static DateOnly Any(Chance chance, DateOnly from, DateOnly until) =>
        NextWorked(from.AddDays(chance.Below(until.DayNumber - from.DayNumber + 1)));

    public static IEnumerable<DateOnly> Worked()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
            if (Calendar.IsWorked(day))
                yield return day;
    }

    /// <summary>How busy a month is: plans are made in January, bought in spring, money ends in December.</summary>
    public static double Weight(DateOnly day) => day.Month switch
    {
        1 => 0.8,
        2 => 1.6,
        3 => 1.5,
        4 => 1.2,
        5 => 1.0,
        6 => 0.9,
        7 => 0.8,
        8 => 0.9,
        9 => 0.9,
        10 => 0.9,
        11 => 0.9,
        _ => 0.8,
    };
}
