namespace Risk;

/// <summary>Limits in monthly calculation indices (MCI), with the article that sets each; sums are without VAT.</summary>
public sealed record Limits
{
    public required string Version { get; init; }
    public required string Source { get; init; }
    public required DateOnly LawFrom { get; init; }

    /// <summary>The index by financial year; a year that is not here cannot be judged.</summary>
    public required IReadOnlyDictionary<int, MciValue> Mci { get; init; }
    public required Limit PriceProposals { get; init; }
    public required Limit EShop { get; init; }
    public required Limit DirectGoods { get; init; }
    public required Limit DirectWorksAndServices { get; init; }
    public required Limit DirectRural { get; init; }
    public required Limit BrandInPriceProposals { get; init; }
}

/// <param name="Tenge">The January value, by which the limits of a financial year are counted.</param>
/// <param name="Verified">Agrees with the law or with a published note that quotes it; otherwise remembered.</param>
/// <summary>The index of one year, and where the number was taken from.</summary>
public sealed record MciValue(decimal Tenge, bool Verified, string Source);

/// <summary>One limit in MCI, and the article that sets it.</summary>
public sealed record Limit(decimal Mci, string Source);
