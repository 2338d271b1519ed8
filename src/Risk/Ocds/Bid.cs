namespace Risk.Ocds;

/// <summary>Statuses of a bid that make a difference.</summary>
internal enum BidStatus
{
    /// <summary>There is no text in this field.</summary>
    None,

    /// <summary>"pending", or anything else that is not below.</summary>
    Other,
    Valid,
    Disqualified,
    Invited,
    Withdrawn,
}

/// <summary>A bid, as far as the indicators need it.</summary>
internal struct Bid
{
    public Bid()
    {
    }

    public BidStatus Status;

    /// <summary>When it was received.</summary>
    public Piece Date = Piece.None;

    /// <summary>Any finite number; NaN: none.</summary>
    public double Amount = double.NaN;

    /// <summary>Name of the amount's currency; −1: none.</summary>
    public int Currency = -1;

    public Run Tenderers = Run.None;

    /// <summary>It has a status, and is neither invited nor withdrawn.</summary>
    public readonly bool IsSubmitted => Status is BidStatus.Other or BidStatus.Valid or BidStatus.Disqualified;

    public readonly bool HasPrice => !double.IsNaN(Amount) && Currency >= 0;
}
