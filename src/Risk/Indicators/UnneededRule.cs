namespace Risk.Indicators;

/// <summary>Thresholds of KZ-22.</summary>
internal sealed record UnneededRule
{
    public required string Reason { get; init; }
    public required int Buyers { get; init; }
    public required double Share { get; init; }
    public required decimal LeastMci { get; init; }
    public required double Times { get; init; }
    public required int Years { get; init; }
    public required double Quantile { get; init; }
    public required int Others { get; init; }
    public required double FullRatio { get; init; }
    public required decimal SmallMci { get; init; }
}
