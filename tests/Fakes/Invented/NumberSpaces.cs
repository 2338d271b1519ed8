namespace Fakes.Invented;

/// <summary>
/// Ids of invented things, in ranges where the portal has none: nobody can take one for a real record. All fit GraphQL's Int and the
/// nine digits that lot and announcement numbers may have.
/// </summary>
internal sealed class NumberSpaces
{
    public const long FirstOrganisation = 300_000_000, FirstListing = 350_000_000, FirstAct = 400_000_000, FirstLot = 500_000_000;
    public const long FirstAnnouncement = 600_000_000, FirstContract = 700_000_000, FirstBid = 800_000_000, FirstPlanItem = 900_000_000;

    /// <summary>Months in the numbers of invented firms and people run from 21 to 32: no real one can be equal.</summary>
    public const int MonthShift = 20;

    private long listing = FirstListing, act = FirstAct, lot = FirstLot, announcement = FirstAnnouncement;
    private long contract = FirstContract, bid = FirstBid, planItem = FirstPlanItem, part;

    public long Listing() => ++listing;
    public long Act() => ++act;
    public long Lot() => ++lot;
    public long Announcement() => ++announcement;
    public long Contract() => ++contract;
    public long Bid() => ++bid;
    public long PlanItem() => ++planItem;

    /// <summary>Ids of what has no life of its own: offers, units, rows of the journal.</summary>
    public long Part() => ++part;

    /// <summary>A twelve-digit business or private number with a right check digit.</summary>
    public static string Biin(Dice dice, DateOnly born, bool isPerson)
    {
        Span<char> digits = stackalloc char[12];
        Put(digits[..2], born.Year % 100);
        Put(digits[2..4], born.Month + MonthShift);
        Put(digits[4..6], isPerson ? born.Day : 40 + (dice.Chance(60) ? 1 : 0));
        do
        {
            for (var i = 6; i < 11; i++)
                digits[i] = (char)('0' + dice.Below(10));
            if (isPerson)
                digits[6] = born.Year < 2000 ? dice.Of<char>("34") : dice.Of<char>("56");
        }
        while (!Close(digits));
        return new string(digits);
    }

    private static void Put(Span<char> place, int value) => (place[0], place[1]) = ((char)('0' + (value / 10)), (char)('0' + (value % 10)));

    /// <summary>Puts the check digit; false where there is none for these eleven.</summary>
    private static bool Close(Span<char> digits)
    {
        var (first, second) = (0, 0);
        for (var i = 0; i < 11; i++)
        {
            first += (digits[i] - '0') * (i + 1);
            second += (digits[i] - '0') * (i < 9 ? i + 3 : i - 8);
        }

        var check = first % 11 == 10 ? second % 11 : first % 11;
        digits[11] = (char)('0' + (check % 10));
        return check < 10;
    }
}
