namespace Risk;

/// <summary>Limits in monthly calculation indices (MCI), with the article that sets each; sums are without VAT.</summary>
public sealed record Limits
{
    public required string Version { get; init; }
    public required DateOnly LawFrom { get; init; }
    public required IReadOnlyDictionary<int, MciValue> Mci { get; init; }
    public required Limit PriceProposals { get; init; }
    public required Limit EShop { get; init; }
    public required Limit DirectGoods { get; init; }
    public required Limit DirectWorksAndServices { get; init; }
    public required Limit DirectRural { get; init; }
    public required Limit BrandInPriceProposals { get; init; }
}

/// <summary>The index of one year in tenge, and where the number was taken from.</summary>
public sealed record MciValue(decimal Tenge, string Source);

/// <summary>One limit in MCI, and the article that sets it.</summary>
public sealed record Limit(decimal Mci, string Source);
