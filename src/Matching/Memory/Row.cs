using System.Runtime.InteropServices;

namespace Matching.Memory;

/// <summary>What looking up and ranking need of one lot: 64 bytes, one line of the processor's cache.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Row
{
    /// <summary>The portal's id of the lot and of its announcement; 0 when it has none.</summary>
    public long Id, AnnouncementId;

    /// <summary>The announcement's number and the plan number, as <see cref="PlanNumber"/> and <see cref="Keys"/> make them; 0 for none.</summary>
    public ulong Announcement, Plan;

    /// <summary>Which buyer at which place, and which thing in which wording.</summary>
    public int Unit, Item;

    /// <summary>Tenge without VAT; 0 when unknown. Seven digits of precision are more than people say.</summary>
    public float Amount, UnitPrice, Count;

    /// <summary>When it was published, in minutes since the year 2000; 0 when unknown.</summary>
    public int Published;

    /// <summary>Which attempt at the purchase: the number of the ending (-ЗЦП1) in the index's list of endings.</summary>
    public short Attempt;

    /// <summary>The calendar year of publication in Kazakhstan; 0 when unknown.</summary>
    public short Year;
    public bool IsGone;

    /// <summary>Whether both say the same: a lot that came again unchanged.</summary>
    public readonly bool Says(in Row other) => (Id, AnnouncementId, Announcement, Plan, Unit, Item, Amount, UnitPrice, Count, Published, Attempt)
        == (other.Id, other.AnnouncementId, other.Announcement, other.Plan, other.Unit, other.Item, other.Amount, other.UnitPrice,
            other.Count, other.Published, other.Attempt);
}
