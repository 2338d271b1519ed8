using Bot.Storage;

namespace Bot.Conversation;

/// <summary>Where the coordinators sit: a group on each channel that has one here. A card goes to all of them.</summary>
public sealed class Groups(IReadOnlyList<(string Channel, string Address)> places, string language, Seal seal)
{
    public IReadOnlyList<(string Channel, string Address)> Places => places;
    public string Language => language;

    /// <summary>The lane of a group is its own, whoever speaks there.</summary>
    public string LaneOf(string channel, string address) => seal.Hash("group", $"{channel}:{address}");

    public bool Own(string lane) => places.Any(place => LaneOf(place.Channel, place.Address) == lane);
}
