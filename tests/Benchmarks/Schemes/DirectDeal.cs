namespace Benchmarks.Schemes;

/// <summary>A contract without announcement and lot, as a plot wants it.</summary>
internal sealed record DirectDeal
{
    public required Buyer Buyer { get; init; }
    public required Product Product { get; init; }
    public required Supplier Supplier { get; init; }
    public required decimal UnitPrice { get; init; }
    public required decimal Quantity { get; init; }
    public required string Details { get; init; }
    public required DateTimeOffset Signed { get; init; }
    public required int Year { get; init; }
    public int Method { get; init; } = Ways.Direct;
    public int? Ground { get; init; } = Ways.SmallVolume;
    public int PlannedAhead { get; init; } = 12;
    public IReadOnlyList<Change> Changes { get; init; } = [];
    public long PlanRoot { get; set; }
    public long PlanItemId { get; set; }
    public long ContractRoot { get; set; }
    public decimal Sum => UnitPrice * Quantity;
    public Subject Subject => Subject.Contract(ContractRoot);
}
