namespace Benchmarks.Schemes;

/// <summary>One lot as a plot wants it: what is bought, when, who bids, who gets it, how it ends.</summary>
internal sealed record Deal
{
    public required Buyer Buyer { get; init; }
    public required Product Product { get; init; }

    /// <summary>Planned price of one unit and quantity; tenge without VAT.</summary>
    public required decimal UnitPrice { get; init; }
    public required decimal Quantity { get; init; }
    public required string Details { get; init; }
    public required Timing Timing { get; init; }

    /// <summary>Nine-digit place of delivery, when it is not the buyer's own.</summary>
    public string? Place { get; init; }
    public int Method { get; init; } = Ways.PriceProposals;
    public int? PlannedMethod { get; init; }
    public int Attempt { get; init; } = 1;
    public bool IsRepeat { get; init; }

    /// <summary>The earlier attempt: its plan item is used again.</summary>
    public Deal? Before { get; init; }
    public int? Year { get; init; }
    public int LotStatus { get; init; } = Ways.Held;
    public IReadOnlyList<Offer> Offers { get; init; } = [];
    public Supplier? Winner { get; init; }

    /// <summary>Price of one unit in the contract; the planned one when nothing is said.</summary>
    public decimal? Agreed { get; init; }

    /// <summary>Calendar days of delivery after signature, told in the plan; the law wants 15 at least.</summary>
    public int SupplyDays { get; init; } = 15;
    public decimal Prepayment { get; init; }
    public bool IsConstruction { get; init; }
    public int? DesignSign { get; init; }
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Moments that a plot moves: signature, the act, and days between plan and announcement.</summary>
    public DateTimeOffset? Signed { get; init; }
    public DateTimeOffset? ActDated { get; init; }
    public int PlannedAhead { get; init; } = 30;

    /// <summary>Given by the desk when it is written.</summary>
    public long LotId { get; set; }
    public long PlanRoot { get; set; }
    public long PlanItemId { get; set; }
    public long AnnouncementId { get; set; }
    public long ContractRoot { get; set; }
    public decimal Amount => UnitPrice * Quantity;
    public string At => Place ?? Buyer.Place;
    public Subject Subject => Subject.Lot(LotId);
}

/// <summary>One bid for a lot, and the portal's word for what became of it.</summary>
internal sealed record Offer(Supplier Supplier, decimal Amount, string Status = Ways.HandedIn);

/// <summary>An amendment: new price of one unit and quantity, the ground's number in art. 18(2) or 0, days after signature.</summary>
internal sealed record Change(int Days, decimal UnitPrice, decimal Quantity, int Ground, bool? HasVat = null);

/// <summary>The portal's ids and words that the plots use.</summary>
internal static class Ways
{
    public const int Tender = 2, PriceProposals = 3, AfterFailure = 6, Auction = 7,
        Direct = 23, Meals = 120, MealsAgain = 131, Points = 188;
    public const int Held = 360, NotHeld = 370, Cancelled = 430;
    public const string HandedIn = "Подано", Won = "Победитель", Second = "Второй победитель", Rejected = "Отклонено";

    /// <summary>Ids of grounds are made up; their names are the law's words, art. 16(3).</summary>
    public const int SmallVolume = 128, NaturalMonopoly = 101;

    public static readonly string[] Statuses = [HandedIn, Won, Second, Rejected];

    public static string SymbolOf(int method) => method switch
    {
        Tender => "ОК",
        PriceProposals => "ЗЦП",
        AfterFailure => "ОИ",
        Auction => "АУК",
        Meals => "КпОПО",
        Points => "КРБС",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No lots are made for it."),
    };
}
