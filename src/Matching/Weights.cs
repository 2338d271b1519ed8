namespace Matching;

/// <summary>
/// The few numbers by which reasons are weighed against each other. Scores are in nats: what a reason is worth is how surprising it would
/// be by chance, so a rare word, a rare sum and a school's number speak the same language.
/// </summary>
internal static class Weights
{
    /// <summary>Lots that explain both who and what are meant come before those that explain one side very well.</summary>
    public const double Balance = 0.3;

    /// <summary>Long texts contain many words by chance: each word of a buyer's name, or of the thing bought, costs this share.</summary>
    public const double LongName = 0.01, LongThing = 0.02;

    public const double NumberAgrees = 4, NumberDiffers = -4, NumberMissing = -1.5;

    /// <summary>Words and sums are not quite independent: a sum counts for this share of its surprise.</summary>
    public const double Sum = 0.9;
    public const double Count = 1;

    /// <summary>People rarely invent a sum: a lot that none of the named ones fits is another lot.</summary>
    public const double SumContradicts = -3;
    public const double YearDiffers = -2, YearAgrees = 0.7;
    public const double PlanPiece = 8;

    /// <summary>A smaller number is a count or a number in a name: it finds no lots by itself.</summary>
    public const int LeastTellingSum = 100;

    /// <summary>Buyers, things and lots that are looked at, and lots that are looked at closely; bounds on the time of one search.</summary>
    public const int MostUnits = 300, MostItems = 400, MostLots = 8_000, MostClose = 200;
}
