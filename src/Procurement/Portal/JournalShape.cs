namespace Procurement.Portal;

/// <summary>Makes a deletion of a line of the portal's journal [/journal]. Lines that delete nothing of ours are passed over.</summary>
internal static class JournalShape
{
    public static object? Read(JsonFields line)
    {
        if (line.Text("action") is not { } action)
            return line.Refuse<Deletion>("action", "is missing");
        if (!action.Equals("D", StringComparison.OrdinalIgnoreCase) || FeedOf(line.Text("serviceName")) is not { } feed)
            return NotKept.Instance;
        if (line.Id("objectId") is not { } id)
            return line.Refuse<Deletion>("objectId", "is missing");
        return new Deletion { Feed = feed, ObjectId = id, At = line.Moment("dateAction") };
    }

    /// <summary>The journal's names of the services, in the spellings that their addresses have too.</summary>
    private static Feed? FeedOf(string? service) => service?.ToLowerInvariant().Replace('-', '_') switch
    {
        "lots" or "lot" => Feed.Lots,
        "trd_buy" or "trdbuy" => Feed.Announcements,
        "trd_app" or "trdapp" or "app" => Feed.Bids,
        "contract" or "contracts" => Feed.Contracts,
        "acts" or "act" or "contract_act" => Feed.Acts,
        "plans" or "plan" or "pln_point" => Feed.Plans,
        "subject" or "subjects" => Feed.Organisations,
        "rnu" => Feed.Unfair,
        _ => null,
    };
}

/// <summary>Stands for a line that is in order, but of which nothing is kept.</summary>
internal sealed class NotKept
{
    public static readonly NotKept Instance = new();

    private NotKept()
    {
    }
}
