namespace Risk;

/// <summary>Groups of the portal's method and status ids that the rules speak of.</summary>
public sealed record Methods
{
    /// <summary>Methods in which suppliers compete.</summary>
    public required IReadOnlyList<int> Competitive { get; init; }

    /// <summary>Methods whose result the portal computes without a commission.</summary>
    public required IReadOnlyList<int> Automatic { get; init; }

    /// <summary>Methods in which points win, not the price alone.</summary>
    public required IReadOnlyList<int> Points { get; init; }

    /// <summary>From one source.</summary>
    public required IReadOnlyList<int> OneSource { get; init; }
    public required int AfterFailure { get; init; }
    public required int PriceProposals { get; init; }
    public required int EShop { get; init; }
    public required int Direct { get; init; }
    public required IReadOnlyList<int> TendersAndAuctions { get; init; }

    /// <summary>Lots whose purchase was held, was not held.</summary>
    public required int LotHeld { get; init; }
    public required int LotNotHeld { get; init; }

    /// <summary>Prolongs a contract of meals.</summary>
    public required int Prolongation { get; init; }

    /// <summary>Methods whose failure has rules of its own: meals, social order, housing.</summary>
    public required IReadOnlyList<int> OwnRulesOfFailure { get; init; }
    public required IReadOnlyList<int> ContractsInForce { get; init; }
    public required IReadOnlyList<int> ContractsWithoutEffect { get; init; }
    public required IReadOnlyList<int> LotsWithoutEffect { get; init; }

    /// <summary>Methods of the rules for meals of children: the tender, that among associations, the direct contract after them.</summary>
    internal static bool IsForMeals(int method) => method is MealsTender or MealsOfAssociations or MealsDirect;

    internal const int MealsTender = 120;
    internal const int MealsOfAssociations = 121;
    internal const int MealsDirect = 131;
}
