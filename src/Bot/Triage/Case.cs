using Bot.Storage;

namespace Bot.Triage;

/// <summary>A tip in the hands of the coordinators: who has it, what was decided, what it led to.</summary>
public sealed class Case
{
    public required Guid Id { get; init; }
    public required Guid TipId { get; init; }

    /// <summary>The tip's number: what everybody calls it by.</summary>
    public required int Number { get; init; }
    public CaseState State { get; private set; } = CaseState.New;

    /// <summary>The coordinator who has it, and the name their colleagues know.</summary>
    public Guid? HolderId { get; private set; }
    public Sealed HolderName { get; private set; } = Sealed.Nothing;
    public DateTimeOffset? ClaimedAt { get; private set; }
    public int? DuplicateOf { get; private set; }

    /// <summary>Why it was declined, as the end of a phrase's key.</summary>
    public string? Reason { get; private set; }
    public OutcomeKind? Outcome { get; private set; }
    public decimal? OutcomeAmount { get; private set; }
    public string? OutcomeAuthority { get; private set; }
    public DateOnly? OutcomeDay { get; private set; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What the card shows already: a version of the tip and its last entry; and how many times it was drawn.</summary>
    public int ShownTipVersion { get; set; }
    public long ShownEntry { get; set; }
    public int Drawings { get; set; }

    /// <summary>A hash of the last drawing: the same again is not worth a message.</summary>
    public string Drawn { get; set; } = "";

    /// <summary>The lot whose signs the group was told of, the codes of those (of the first two tiers), and when a message last told of new ones.</summary>
    public long? ToldLot { get; private set; }
    public string ToldSigns { get; private set; } = "";
    public DateTimeOffset? SignsToldAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => State is CaseState.New or CaseState.Claimed;

    /// <summary>False when somebody has it already.</summary>
    public bool Claim(Guid coordinator, Sealed name, DateTimeOffset now)
    {
        if (State != CaseState.New)
            return false;
        (State, HolderId, HolderName, ClaimedAt, Version) = (CaseState.Claimed, coordinator, name, now, Version + 1);
        return true;
    }

    public void Release() => (State, HolderId, HolderName, ClaimedAt, Version) = (CaseState.New, null, Sealed.Nothing, null, Version + 1);

    public void Decline(string reason) => (State, Reason, Version) = (CaseState.Declined, reason, Version + 1);

    public void JoinTo(int number) => (State, DuplicateOf, Version) = (CaseState.Duplicate, number, Version + 1);

    public IReadOnlySet<string> Told => ToldSigns.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    /// <summary>What stands on the card when a lot first does is told; what an edit of the card adds later rings for nobody, so it is not.</summary>
    public void ShowsFirst(long lot, IEnumerable<string> signs)
    {
        if (ToldLot != lot)
            (ToldLot, ToldSigns, SignsToldAt) = (lot, string.Join(',', signs.Order(StringComparer.Ordinal)), null);
    }

    /// <summary>The group is told of further signs. False when it was told of others a short while ago: once a night is enough.</summary>
    public bool HearsOf(IEnumerable<string> signs, DateTimeOffset now)
    {
        if (now - SignsToldAt < OneNight)
            return false;
        (ToldSigns, SignsToldAt, Version) = (string.Join(',', Told.Union(signs).Order(StringComparer.Ordinal)), now, Version + 1);
        return true;
    }

    /// <summary>Less than a day: the next night may come a little earlier than the last. More than the hours between two nodes' looks.</summary>
    private static readonly TimeSpan OneNight = TimeSpan.FromHours(16);

    public void Close(OutcomeKind outcome, decimal? amount, string? authority, DateOnly? day) =>
        (State, Outcome, OutcomeAmount, OutcomeAuthority, OutcomeDay, Version) = (CaseState.Closed, outcome, amount, authority, day, Version + 1);
}

public enum CaseState { New, Claimed, Declined, Duplicate, Closed }

public enum OutcomeKind { Fine, CriminalCase, Protocol, ContractEnded, MoneyReturned }
