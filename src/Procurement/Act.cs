namespace Procurement;

/// <summary>An act of delivery or of work done under a contract [ContractAct].</summary>
public sealed record Act
{
    public required long Id { get; init; }
    public long? ContractId { get; init; }
    public long? ContractRootId { get; init; }

    /// <summary>Date on it, when both sides approved it, when it was taken back [aktDate, approveDate, revokeDate].</summary>
    public DateTimeOffset? Dated { get; init; }
    public DateTimeOffset? Approved { get; init; }
    public DateTimeOffset? Revoked { get; init; }
    public int? StatusId { get; init; }

    /// <summary>Days late, 0 when in time or ahead of it [dayOverdue], and fine in tenge [sumFine].</summary>
    public int? DaysLate { get; init; }
    public decimal? Fine { get; init; }
    public bool IsDeleted { get; init; }
}
