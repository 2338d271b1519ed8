using Procurement;

namespace Benchmarks.Schemes;

/// <summary>A made-up country's register in the portal's records, and the labels by which engines are scored.</summary>
internal sealed class Market
{
    public required long Seed { get; init; }

    /// <summary>The moment of judgement; nothing in the records is dated after it but ends of terms.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public List<Organisation> Organisations { get; } = [];
    public List<UnfairListing> UnfairListings { get; } = [];
    public List<Reference> References { get; } = [];
    public List<PlanItem> PlanItems { get; } = [];
    public List<Announcement> Announcements { get; } = [];
    public List<Lot> Lots { get; } = [];
    public List<Bid> Bids { get; } = [];
    public List<Contract> Contracts { get; } = [];
    public List<Act> Acts { get; } = [];

    /// <summary>Labels: for scoring only.</summary>
    public required IReadOnlyList<Planted> Planted { get; init; }
    public required IReadOnlyDictionary<Subject, Confounders> Confounders { get; init; }

    /// <summary>The lot that a contract was made for, else the contract itself.</summary>
    public static Subject SubjectOf(Contract contract) =>
        contract.Items is [{ LotId: > 0 and { } lot }, ..] ? Subject.Lot(lot) : Subject.Contract(contract.RootId ?? contract.Id);

    public void Add(object thing)
    {
        switch (thing)
        {
            case Organisation one: Organisations.Add(one); break;
            case UnfairListing one: UnfairListings.Add(one); break;
            case Reference one: References.Add(one); break;
            case PlanItem one: PlanItems.Add(one); break;
            case Announcement one: Announcements.Add(one); break;
            case Lot one: Lots.Add(one); break;
            case Bid one: Bids.Add(one); break;
            case Contract one: Contracts.Add(one); break;
            case Act one: Acts.Add(one); break;
            default: throw new ArgumentException($"A market has no {thing.GetType().Name}.", nameof(thing));
        }
    }
}
