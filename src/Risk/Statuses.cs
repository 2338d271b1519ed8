using System.Text.Json.Serialization;

namespace Risk;

/// <summary>What the portal's status codes of lots, announcements and contracts mean, with their names in three languages.</summary>
public sealed record Statuses
{
    public required string Source { get; init; }
    public required IReadOnlyList<Status<LotMeaning>> Lots { get; init; }
    public required IReadOnlyList<Status<LotMeaning>> Announcements { get; init; }
    public required IReadOnlyList<Status<ContractMeaning>> Contracts { get; init; }

    /// <summary>What a lot's status means; null for an unknown one and for the steps of work in between.</summary>
    public LotMeaning? OfLot(int? id) => Of(Lots, id)?.Meaning;

    /// <inheritdoc cref="OfLot"/>
    public LotMeaning? OfAnnouncement(int? id) => Of(Announcements, id)?.Meaning;

    /// <summary>What a contract's status means; null for an unknown one.</summary>
    public ContractMeaning? OfContract(int? id) => Of(Contracts, id)?.Meaning;

    /// <summary>Somebody looks at the purchase again: a complaint, a desk control, a review, or it is suspended for one.</summary>
    public static bool IsDisputed(LotMeaning? meaning) =>
        meaning is LotMeaning.Complaint or LotMeaning.Control or LotMeaning.Review or LotMeaning.Suspended;

    private static Status<T>? Of<T>(IReadOnlyList<Status<T>> statuses, int? id)
    {
        for (var place = 0; place < statuses.Count; place++)
            if (statuses[place].Id == id)
                return statuses[place];
        return null;
    }
}

/// <summary>One status of the portal: its code, its meaning for the rules, its names.</summary>
public sealed record Status<T>(int Id, T Meaning, string Ru, string Kk, string En);

/// <summary>Meanings of statuses of a lot or an announcement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LotMeaning>))]
public enum LotMeaning
{
    Changed, Published, Completed, Held, NotHeld, Refused, Suspended, Cancelled, Complaint, Control, Review,
}

/// <summary>Meanings of statuses of a contract; without effect: never concluded or given up.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractMeaning>))]
public enum ContractMeaning
{
    Draft, InForce, Executed, Expired, Ended, WithoutEffect, Annulled, SecondWinner, ResultsChanged, Replaced, Ceded,
}
