using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>
/// Everything one judgement may look at, loaded beforehand by the caller.
/// A list that was not loaded stays null, which makes rules "not evaluable"; an empty list means "looked, there is nothing".
/// </summary>
/// <remarks>Facts dated after <see cref="AsOf"/> may be in the lists; no rule looks at them.</remarks>
public sealed record CaseFile
{
    public required Lot Lot { get; init; }

    /// <summary>The moment whose knowledge is used: now for an alert, the tip's moment for a replay.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The announcement of the lot; null when it was not loaded.</summary>
    public Announcement? Announcement { get; init; }

    /// <summary>Applications to the lot's announcement and to those of its other attempts [TrdApp].</summary>
    public IReadOnlyList<Bid>? Bids { get; init; }

    /// <summary>All versions of the contracts that hold a subject of this lot.</summary>
    public IReadOnlyList<Contract>? Contracts { get; init; }

    /// <summary>Acts under those contracts.</summary>
    public IReadOnlyList<Act>? Acts { get; init; }

    /// <summary>All versions of the plan items behind the lot.</summary>
    public IReadOnlyList<PlanItem>? PlanItems { get; init; }

    /// <summary>The buyer, the bidders and the suppliers, by business number.</summary>
    public IReadOnlyDictionary<string, Organisation>? Organisations { get; init; }

    /// <summary>The whole store to compare with; its moment is at or before <see cref="AsOf"/>.</summary>
    public Population? Population { get; init; }

    /// <summary>Codes of checks that fire too often to be more than context; a person has not looked at them yet.</summary>
    public IReadOnlySet<string> Muted { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>Other attempts to buy the same plan item: lots whose number begins with the same plan number.</summary>
    public IReadOnlyList<Lot> Attempts { get; init; } = [];

    /// <summary>Names of the grounds for a method by id [RefJustification.nameRu]; empty when the table was not loaded.</summary>
    public IReadOnlyDictionary<int, string> Grounds { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<int, string>.Empty;

    /// <summary>Names of the grounds of amendments by id [RefAmendmAgreemJustif.nameRu]; empty when the table was not loaded.</summary>
    public IReadOnlyDictionary<int, string> AmendmentGrounds { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<int, string>.Empty;

    /// <summary>Names of reasons why contracts were ended, by id [RefContractCancel.nameRu]; empty when the table was not loaded.</summary>
    public IReadOnlyDictionary<int, string> CancelReasons { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<int, string>.Empty;

    /// <summary>The financial year of the lot: the year of publication in Astana; null when the lot has no date.</summary>
    public int? Year => Lot.Published is { } published ? AstanaTime.DayOf(published).Year : null;

    private Aside<Worked> worked;

    /// <summary>What several checks need of this very file.</summary>
    internal Worked Worked => worked.Kept is { } known && known.IsOf(this) ? known : worked.Kept = new Worked(this);

    /// <summary>Every record once: the portal's pages overlap when something is added meanwhile.</summary>
    internal CaseFile Once() => this with
    {
        Bids = Once(Bids, static bid => bid.Id),
        Contracts = Once(Contracts, static contract => contract.Id),
        Acts = Once(Acts, static act => act.Id),
        PlanItems = Once(PlanItems, static item => item.Id),
        Attempts = Once(Attempts, static lot => lot.Id)!,
    };

    private static IReadOnlyList<T>? Once<T>(IReadOnlyList<T>? records, Func<T, long> idOf) =>
        records is null || Ascend(records, idOf) ? records : [.. records.DistinctBy(idOf)];

    private static bool Ascend<T>(IReadOnlyList<T> records, Func<T, long> idOf)
    {
        for (var place = 1; place < records.Count; place++)
            if (idOf(records[place - 1]) >= idOf(records[place]))
                return false;
        return true;
    }

    internal bool Knows(DateTimeOffset? moment) => moment <= AsOf;
}
