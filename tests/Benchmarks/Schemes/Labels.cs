namespace Benchmarks.Schemes;

/// <summary>The twelve planted schemes, in the order in which results are printed.</summary>
internal enum Scheme
{
    Overpriced, SplitDirect, WrongSingleSource, LinkedBidders, RivalsRejected, VolumeCut,
    RaisedByAmendment, Sparring, BrandLocked, TooFast, UnfairSupplier, BoughtTwice,
}

/// <summary>One planted instance: the subjects that it consists of, and the codes of which at least one should fire.</summary>
internal sealed record Planted(int Number, Scheme Scheme, string Kind, IReadOnlyList<string> Codes)
{
    public List<Subject> Subjects { get; } = [];
}

/// <summary>Innocent things that look suspicious; a subject may be several of them.</summary>
[Flags]
internal enum Confounders
{
    None = 0,
    FloorTies = 1 << 0,
    Points = 1 << 1,
    Retries = 1 << 2,
    OneBid = 1 << 3,
    PackSizes = 1 << 4,
    MealProlongations = 1 << 5,
    Monopolies = 1 << 6,
    TechnicalAmendments = 1 << 7,
    Namesakes = 1 << 8,
    SharedContacts = 1 << 9,
    LegalMinimum = 1 << 10,
    NextYearPlans = 1 << 11,
    RuralFewSuppliers = 1 << 12,
    TypingErrors = 1 << 13,
    SeasonalFood = 1 << 14,
    InstalledBrands = 1 << 15,
    DividedByPlace = 1 << 16,
}

/// <summary>Which indicators each kind of innocent thing tempts.</summary>
internal static class Temptations
{
    public static IReadOnlyDictionary<Confounders, string[]> Codes { get; } = new Dictionary<Confounders, string[]>
    {
        [Confounders.FloorTies] = ["KZ-28", "KZ-23", "KZ-24"],
        [Confounders.Points] = ["KZ-28", "KZ-08", "KZ-09", "KZ-12"],
        [Confounders.Retries] = ["KZ-03", "KZ-25", "KZ-31"],
        [Confounders.OneBid] = ["KZ-03", "KZ-05", "KZ-12"],
        [Confounders.PackSizes] = ["KZ-01"],
        [Confounders.MealProlongations] = ["KZ-17", "KZ-05"],
        [Confounders.Monopolies] = ["KZ-02", "KZ-05", "KZ-11", "KZ-12"],
        [Confounders.TechnicalAmendments] = ["KZ-06", "KZ-27"],
        [Confounders.Namesakes] = ["KZ-07", "KZ-33"],
        [Confounders.SharedContacts] = ["KZ-07"],
        [Confounders.LegalMinimum] = ["KZ-13"],
        [Confounders.NextYearPlans] = ["KZ-19", "KZ-21"],
        [Confounders.RuralFewSuppliers] = ["KZ-02", "KZ-11"],
        [Confounders.TypingErrors] = ["KZ-01"],
        [Confounders.SeasonalFood] = ["KZ-01", "KZ-17"],
        [Confounders.InstalledBrands] = ["KZ-20"],
        [Confounders.DividedByPlace] = ["KZ-15", "KZ-31"],
    };
}
