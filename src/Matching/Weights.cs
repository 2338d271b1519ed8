namespace Matching;

/// <summary>
/// The few numbers by which reasons are weighed against each other. Scores are in nats: what a reason is worth is how surprising it would
/// be by chance, so a rare word, a rare sum and a school's number speak the same language.
/// </summary>
internal static class Weights
{
    /// <summary>Lots that explain both who and what are meant come before those that explain one side very well.</summary>
    public static readonly double Balance = Tune.Get("BALANCE", 0.3);

    /// <summary>Long names contain many words by chance: each word of the buyer's name costs this share.</summary>
    public static readonly double LongThing = Tune.Get("LONGTHING", 0.02);
    public static readonly double LongName = Tune.Get("LONGNAME", 0.01);

    public const double NumberAgrees = 4, NumberDiffers = -4, NumberMissing = -1.5;

    /// <summary>Words and sums are not independent: a sum counts for this share of its surprise.</summary>
    public static readonly double Sum = Tune.Get("SUM", 0.9);
    public static readonly double Count = Tune.Get("COUNT", 1.0);
    public static readonly double SumContradicts = Tune.Get("SUMCONTRADICTS", -3);
    public const double YearDiffers = -2, YearAgrees = 0.7;
    public const double PlanPiece = 8;

    /// <summary>A smaller number is a count or a number in a name: it finds no lots by itself.</summary>
    public const int LeastTellingSum = 100;

    /// <summary>Buyers, things and lots that are looked at, and lots that are looked at closely; bounds on the time of one search.</summary>
    public const int MostUnits = 300, MostItems = 400, MostLots = 20_000, MostClose = 300;
}
