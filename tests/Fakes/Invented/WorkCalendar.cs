namespace Fakes.Invented;

/// <summary>Working days in Kazakhstan: weekends and the holidays with a fixed date; moved days are left alone.</summary>
internal static class WorkCalendar
{
    private static readonly HashSet<int> Holidays = [101, 102, 107, 308, 321, 322, 323, 501, 507, 509, 706, 830, 1025, 1216];

    public static bool IsWorking(DateTime day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains((day.Month * 100) + day.Day);

    /// <summary>The same time of day so many working days later.</summary>
    public static DateTime Add(DateTime moment, int workingDays)
    {
        while (workingDays > 0)
        {
            moment = moment.AddDays(1);
            if (IsWorking(moment))
                workingDays--;
        }

        return moment;
    }

    /// <summary>The moment itself, or the same time on the next working day.</summary>
    public static DateTime OnWorkingDay(DateTime moment)
    {
        while (!IsWorking(moment))
            moment = moment.AddDays(1);
        return moment;
    }
}
