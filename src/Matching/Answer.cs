namespace Matching;

/// <summary>
/// What a matcher has to say about one text: candidates, best first, and identifiers that the text names but nobody knows.
/// </summary>
/// <param name="Candidates">Best first; of several attempts at the same purchase only the latest.</param>
/// <param name="IsExact">An identifier in the text named the lot itself: there is nothing to ask.</param>
/// <param name="Unknown">Lot, announcement or business numbers that stand in the text and are not in the register.</param>
public sealed record Answer(IReadOnlyList<Candidate> Candidates, bool IsExact, IReadOnlyList<string> Unknown)
{
    public static Answer Nothing { get; } = new([], false, []);
}

/// <summary>One lot that may be meant, with a confidence between 0 and 1 and the reasons for it.</summary>
public sealed record Candidate(long LotId, double Confidence, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>What the confidence of a first candidate was made of, for measuring; empty when more than that decided. No part of equality.</summary>
    internal IReadOnlyList<double> Features { get; init; } = [];

    public bool Equals(Candidate? other) =>
        other is not null && LotId == other.LotId && Confidence.Equals(other.Confidence) && Equals(Evidence, other.Evidence);

    public override int GetHashCode() => HashCode.Combine(LotId, Confidence, Evidence);
}

/// <summary>One reason for (or, when it does not agree, against) a candidate: what kind, and the text's own words for it.</summary>
public sealed record Evidence(EvidenceKind Kind, string Words, bool Agrees = true);

/// <summary>What a text and a lot can have in common.</summary>
public enum EvidenceKind { LotNumber, AnnouncementNumber, Link, Bin, Organisation, OrganisationNumber, Place, Word, Amount, UnitPrice, Quantity }
