namespace Risk.Indicators;

/// <summary>Thresholds of KZ-17.</summary>
internal sealed record MealsRule
{
    public required string Reason { get; init; }
    public required int Prices { get; init; }
    public required int Buyers { get; init; }
    public required double FenceFactor { get; init; }
    public required double LeastSpread { get; init; }
    public required decimal LeastRatio { get; init; }
    public required decimal SuspectRatio { get; init; }
    public required double FullRatio { get; init; }
    public required int Days { get; init; }
    public required double OperatorShare { get; init; }
    public required int OperatorSchools { get; init; }
    public required int SeasonDays { get; init; }
    public required decimal OverpaymentMci { get; init; }
    public required IReadOnlyList<string> FoodStarts { get; init; }
    public required IReadOnlyList<string> SeasonalStarts { get; init; }
    public required IReadOnlyList<string> Kinds { get; init; }
}
