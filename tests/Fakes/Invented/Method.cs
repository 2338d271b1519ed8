namespace Fakes.Invented;

/// <summary>Ways of buying: the portal's ids, their letters in lot numbers, terms and sums as they are in open data.</summary>
internal sealed record Method(int Id, string Symbol, (int At, long Value)[] Sums)
{
    private static readonly (int, long)[] SmallSums = [(0, 700), (100, 4_500), (250, 13_000), (500, 40_000), (750, 150_000), (900, 700_000),
        (980, 5_000_000), (1000, 29_000_000)];
    private static readonly (int, long)[] MiddleSums = [(0, 900), (100, 6_000), (250, 18_000), (500, 55_000), (750, 240_000),
        (900, 1_300_000), (980, 9_000_000), (1000, 40_000_000)];
    private static readonly (int, long)[] LargeSums = [(0, 60_000), (100, 250_000), (250, 700_000), (500, 2_190_000), (750, 9_000_000),
        (900, 38_000_000), (980, 190_000_000), (1000, 900_000_000)];
    private static readonly (int, long)[] BuildingSums = [(0, 3_000_000), (250, 21_000_000), (500, 66_000_000), (750, 190_000_000),
        (980, 2_100_000_000), (1000, 9_800_000_000)];
    private static readonly (int, long)[] DirectSums = [(0, 2_000), (250, 30_000), (500, 120_000), (750, 480_000), (950, 1_950_000),
        (1000, 9_000_000)];

    public static readonly Method PriceOffers = new(3, "ЗЦП", SmallSums);
    public static readonly Method OneSource = new(6, "ОИ", MiddleSums);
    public static readonly Method Tender = new(2, "ОК", LargeSums);
    public static readonly Method MealGoods = new(121, "КППТСОПО", MiddleSums);
    public static readonly Method Meals = new(120, "КпОПО", LargeSums);
    public static readonly Method SpecialOrder = new(130, "ГЗПОП", LargeSums);
    public static readonly Method SocialOrder = new(52, "ГСЗ", LargeSums);
    public static readonly Method Points = new(188, "КРБС", BuildingSums);
    public static readonly Method Auction = new(77, "АУК", LargeSums);
    public static readonly Method Direct = new(23, "ОИПД", DirectSums);

    private static readonly Method[] First = [PriceOffers, Tender, MealGoods, SpecialOrder, Points, SocialOrder, Auction, Meals];
    private static readonly int[] FirstWeights = [900, 56, 14, 9, 12, 4, 8, 2];

    /// <summary>How a purchase begins. One source comes after a failure.</summary>
    public static Method Beginning(Dice dice) => First[dice.Weighted(FirstWeights)];

    /// <summary>Which kind of thing: goods, works, services.</summary>
    public int SubjectType(Dice dice) => this switch
    {
        _ when this == MealGoods || this == Auction => 1,
        _ when this == Meals || this == SocialOrder => 3,
        _ when this == Points => 2,
        _ when this == PriceOffers || this == OneSource => 1 + dice.Weighted([730, 50, 220]),
        _ => 1 + dice.Weighted([450, 200, 350]),
    };

    /// <summary>The end of the time for bids; under the law of before 2025 the terms were longer.</summary>
    public DateTime End(DateTime start, bool isRepeat, Dice dice) => this switch
    {
        _ when this == MealGoods || this == Meals => start.AddDays(isRepeat ? 10 : 15),
        _ when this == SpecialOrder => start.AddHours(9),
        _ when this == PriceOffers || this == OneSource =>
            WorkCalendar.Add(start, start.Year < 2025 && this == PriceOffers ? 5 : 2 + dice.Weighted([962, 37, 1])),
        _ when start.Year < 2025 => start.AddDays(15),
        _ when this == Points => WorkCalendar.Add(start, 3 + dice.Weighted([800, 150, 50])),
        _ => WorkCalendar.Add(start, isRepeat ? 3 : 5 + dice.Weighted([860, 90, 50])),
    };
}
