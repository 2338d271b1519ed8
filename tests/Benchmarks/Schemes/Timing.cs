namespace Benchmarks.Schemes;

/// <summary>The moments of one announcement; those made here keep to the law.</summary>
internal sealed record Timing(DateTimeOffset Published, DateTimeOffset BidsFrom, DateTimeOffset BidsDue, DateTimeOffset Results)
{
    public DateTimeOffset? DiscussionFrom { get; init; }
    public DateTimeOffset? DiscussionUntil { get; init; }

    /// <summary>As many working days as the rules demand of the method.</summary>
    public bool IsMinimum { get; init; }

    public static Timing Of(int method, DateOnly day, Chance chance, bool repeat = false) => method switch
    {
        Ways.PriceProposals => Proposals(day, chance, chance.Is(.96) ? 2 : chance.From(3, 6)),
        Ways.AfterFailure => Proposals(day, chance, 2) with { IsMinimum = false },
        Ways.Points => AfterDiscussion(day, chance, 3, 0),
        Ways.Meals => Meals(day, chance, repeat ? 10 : 15),
        _ when repeat => Repeated(day, chance, 3),
        _ => AfterDiscussion(day, chance, chance.Is(.86) ? 5 : chance.From(6, 12), chance.From(3, 8)),
    };

    public static Timing Proposals(DateOnly day, Chance chance, int workingDays)
    {
        var published = Days.Office(day, chance);
        var due = Days.At(Days.Later(day, workingDays), (published - Days.At(day, 0)).TotalHours);
        return new Timing(published, published, due, due.AddMinutes(chance.From(1, 30))) { IsMinimum = workingDays == 2 };
    }

    /// <summary>Two days of discussion, up to three for answers and the protocol; bids from nine o'clock of the next working day.</summary>
    public static Timing AfterDiscussion(DateOnly day, Chance chance, int workingDays, int deciding)
    {
        var published = Days.Office(day, chance);
        var protocol = Days.Later(day, chance.From(3, 5));
        var due = Days.At(Days.Later(protocol, workingDays), chance.From(10, 18));
        return new Timing(published, Days.At(Days.Later(protocol, 1), 9), due, Decided(due, deciding, chance))
        {
            DiscussionFrom = published,
            DiscussionUntil = Days.At(Days.Later(day, 2), 18),
            IsMinimum = workingDays <= 5,
        };
    }

    private static Timing Repeated(DateOnly day, Chance chance, int workingDays)
    {
        var published = Days.Office(day, chance);
        var due = Days.At(Days.Later(day, workingDays), chance.From(15, 18));
        return new Timing(published, Days.At(Days.Later(day, 1), 9), due, Decided(due, chance.From(3, 8), chance)) { IsMinimum = true };
    }

    private static Timing Meals(DateOnly day, Chance chance, int calendarDays)
    {
        var published = Days.Office(day, chance);
        var protocol = Days.Later(day, chance.From(6, 8));
        var opening = Days.Later(protocol, 1);
        var due = Days.At(Days.NextWorked(opening.AddDays(calendarDays)), chance.From(10, 18));
        return new Timing(published, Days.At(opening, 9), due, Decided(due, chance.From(3, 8), chance))
        {
            DiscussionFrom = published,
            DiscussionUntil = Days.At(Days.Later(day, 5), 18),
        };
    }

    private static DateTimeOffset Decided(DateTimeOffset due, int workingDays, Chance chance) => workingDays == 0
        ? due.AddMinutes(chance.From(5, 40))
        : Days.Office(Days.Later(Days.Of(due), workingDays), chance);
}
