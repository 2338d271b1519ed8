namespace Procurement;

/// <summary>What one line or one object of a page gave: a record, the reason why it was refused, or nothing, and rightly so.</summary>
/// <param name="Line">The line's number in its file, or the row's on its page, from 1. Records nested in one line share its number.</param>
/// <param name="Record">A <see cref="Lot"/>, <see cref="Announcement"/>, <see cref="Bid"/>, <see cref="Contract"/>, <see cref="Act"/>,
/// <see cref="PlanItem"/>, <see cref="Organisation"/>, <see cref="UnfairListing"/>, <see cref="Deletion"/>, <see cref="Place"/> or
/// <see cref="Reference"/>; null when the line was refused or passed over.</param>
/// <param name="Rejection">One sentence for the operator, without values of the line (they may be private); null when in order.</param>
public sealed record Reading(long Line, object? Record, string? Rejection)
{
    /// <summary>
    /// The line is in order, but nothing of it is kept: a private person, a kind of record that we do not hold, a line of the journal
    /// that deletes nothing. To be counted; not an error.
    /// </summary>
    public bool IsPassedOver => Record is null && Rejection is null;

    internal static Reading Refused(long line, string why) => new(line, null, why);

    internal static Reading PassedOver(long line) => new(line, null, null);
}
