using System.Runtime.InteropServices;

namespace Risk.Ocds;

/// <summary>What the indicators need of one compiled release. One object, filled line after line.</summary>
internal sealed class Release
{
    private readonly List<Bid> bids = [];
    private readonly List<Award> awards = [];

    /// <summary>The block that <see cref="Piece"/>s are pieces of.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Texts with escapes, as they read without.</summary>
    public UnescapedTexts Unescaped { get; } = new();

    /// <summary>Number of the block, from 0.</summary>
    public int Block { get; set; }

    /// <summary>Number of the line, from 1.</summary>
    public long Line { get; set; }

    public Piece Ocid { get; set; }

    /// <summary>Name of the buyer's id; −1: none.</summary>
    public int Buyer { get; set; }

    public TenderFields Tender { get; } = new();

    /// <summary>There is an array of bids, maybe an empty one.</summary>
    public bool HasBids { get; set; }

    /// <summary>There is an array of awards, maybe an empty one.</summary>
    public bool HasAwards { get; set; }

    public Span<Bid> Bids => CollectionsMarshal.AsSpan(bids);
    public Span<Award> Awards => CollectionsMarshal.AsSpan(awards);

    /// <summary>Names of tenderers and suppliers, one run for each bid and award.</summary>
    public List<int> Organisations { get; } = [];

    /// <summary>Classifications of awarded items, one run for each award.</summary>
    public List<Piece> Classifications { get; } = [];

    /// <summary>There are bids and awards, and no award waits for a decision: results will not change any more.</summary>
    public bool IsFinal
    {
        get
        {
            var isFinal = HasBids && HasAwards;
            foreach (ref readonly var award in Awards)
                isFinal &= award.Status != AwardStatus.Open;
            return isFinal;
        }
    }

    public void Clear()
    {
        Ocid = Piece.None;
        Buyer = -1;
        Tender.Clear();
        Unescaped.Clear();
        Organisations.Clear();
        Classifications.Clear();
        ClearBids();
        ClearAwards();
    }

    public void ClearBids()
    {
        HasBids = false;
        bids.Clear();
    }

    public void ClearAwards()
    {
        HasAwards = false;
        awards.Clear();
    }

    public void Add(in Bid bid) => bids.Add(bid);

    public void Add(in Award award) => awards.Add(award);

    public ReadOnlySpan<byte> Text(Piece piece) => piece.IsEscaped ? Unescaped.Text(piece) : Bytes.AsSpan(piece.At, piece.Length);

    public ReadOnlySpan<int> Tenderers(in Bid bid) => Run(bid.Tenderers);

    public ReadOnlySpan<int> Suppliers(in Award award) => Run(award.Suppliers);

    /// <summary>The supplier of the only award in force; −1 if there are several of either, or none.</summary>
    public int SingleWinner()
    {
        var winner = -1;
        var active = 0;
        foreach (ref readonly var award in Awards)
            if (award.Status == AwardStatus.Active && ++active == 1)
                winner = Single(award.Suppliers);
        return active == 1 ? winner : -1;
    }

    /// <summary>The only organisation of a run, which has an id; else −1.</summary>
    public int Single(in Run run) => run is { Elements: 1, Count: 1 } ? Organisations[run.First] : -1;

    private ReadOnlySpan<int> Run(in Run run) => CollectionsMarshal.AsSpan(Organisations).Slice(run.First, run.Count);
}
