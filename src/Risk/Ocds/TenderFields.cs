namespace Risk.Ocds;

/// <summary>What the indicators need of a release's tender.</summary>
internal sealed class TenderFields
{
    public bool IsCancelled { get; set; }

    /// <summary>numberOfTenderers is written as 1.</summary>
    public bool HasOneTenderer { get; set; }

    public Piece Method { get; set; }
    public Piece MethodDetails { get; set; }
    public Piece Start { get; set; }
    public Piece End { get; set; }

    /// <summary>Name of the procuring entity's id; −1: none.</summary>
    public int ProcuringEntity { get; set; }

    public void Clear()
    {
        IsCancelled = HasOneTenderer = false;
        Method = MethodDetails = Start = End = Piece.None;
        ProcuringEntity = -1;
    }
}
