using Bot.Lots;
using Procurement;

namespace Bot.Feeds;

/// <summary>Brings what a person cited from the portal into the store and the index, while they wait or later.</summary>
public sealed class Retrieval(IPortal portal, PortalSettings settings, Intake intake, Register register, ILogger<Retrieval> log)
{
    /// <summary>Whether there is anybody to ask.</summary>
    public bool IsOn => portal.Has(Feed.Lots);

    /// <summary>How long a person waits before their conversation goes on without an answer.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(settings.FindSeconds);

    /// <summary>By then all sources have answered or been given up; who asked and has not said so has died.</summary>
    public TimeSpan LongestAnswer => TimeSpan.FromSeconds(60 + (3 * settings.FindTimeoutSeconds));

    /// <summary>Returns whether the portal knows it; then its lots can be found at once.</summary>
    /// <exception cref="PortalException">No source answered.</exception>
    public async Task<bool> Bring(Wanted wanted, CancellationToken cancellationToken)
    {
        var rows = await portal.Find(wanted, cancellationToken);
        List<object> records = [.. rows.Select(row => row.Record).OfType<object>()];
        if (rows.FirstOrDefault(row => row.Rejection is not null) is { } refused)
            Log.RowsRefused(log, "Find", rows.Count - records.Count, refused.Rejection!);
        if (records.Count == 0)
            return false;
        await intake.Take("Find", records, null, cancellationToken);
        return await register.Add([.. records.OfType<Lot>().Select(lot => lot.Id)], cancellationToken) > 0;
    }
}
