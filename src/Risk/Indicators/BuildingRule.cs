namespace Risk.Indicators;

/// <summary>Thresholds of KZ-18.</summary>
internal sealed record BuildingRule
{
    public required string Reason { get; init; }
    public required int Months { get; init; }
    public required decimal NearLimit { get; init; }
    public required int Objects { get; init; }
    public required int Terms { get; init; }
    public required double Quantile { get; init; }

    /// <summary>As in KZ-14: one in twenty is always below the twentieth part.</summary>
    public required double MostOfMedian { get; init; }
    public required decimal LeastMci { get; init; }
    public required double FullRatio { get; init; }
}
