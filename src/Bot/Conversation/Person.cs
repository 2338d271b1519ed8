using System.Text.Json;
using Bot.Storage;

namespace Bot.Conversation;

/// <summary>
/// Someone who writes to us, on one channel: found by a keyed hash of the address, answered by the sealed address. A coordinator in
/// the group is a person of the group, with steps of their own.
/// </summary>
public sealed class Person
{
    public required Guid Id { get; init; }
    public required string Channel { get; init; }
    public required string Lane { get; init; }
    public required Sealed Address { get; init; }
    public bool IsCoordinator { get; init; }
    public string Language { get; set; } = "kk";

    /// <summary>Set by hand: it is not guessed again.</summary>
    public bool ChoseLanguage { get; set; }
    public bool Greeted { get; set; }

    /// <summary>Asked us to be silent, or blocked us; of a coordinator: has left the group. Any word of theirs ends it.</summary>
    public bool Stopped { get; set; }
    public string Step { get; set; } = "";

    /// <summary>What this conversation has told us so far, sealed: it can hold a draft.</summary>
    public Sealed Notes { get; set; } = Sealed.Nothing;

    /// <summary>The buttons under the last question, sealed with the notes' key: a typed word may mean one of them.</summary>
    public Sealed Offered { get; set; } = Sealed.Nothing;

    /// <summary>How many questions were asked: buttons of an earlier question know an earlier number.</summary>
    public int Question { get; set; }

    /// <summary>The token that was last obeyed: the same once more is a finger that slipped.</summary>
    public string? LastPress { get; set; }

    /// <summary>Be woken at this moment when nothing was said before.</summary>
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>Receipts that were not found, and since when: guessing is slowed down.</summary>
    public int Misses { get; set; }
    public DateTimeOffset? MissesSince { get; set; }
    public required DateTimeOffset SeenAt { get; set; }
    public int Version { get; set; }

    public static string LaneOf(Seal seal, string channel, string address, bool inGroup) =>
        seal.Hash("person", $"{channel}:{(inGroup ? "group:" : "")}{address}");

    internal Dictionary<string, string> OpenNotes(Seal seal) => Notes.IsNothing ? [] : Read<Dictionary<string, string>>(seal, Notes);

    internal List<Choice> OpenOffered(Seal seal) => Offered.IsNothing ? [] : Read<List<Choice>>(seal, Offered);

    internal void Note(Seal seal, Dictionary<string, string> notes) =>
        Notes = notes.Count == 0 ? Sealed.Nothing : seal.Close(JsonSerializer.SerializeToUtf8Bytes(notes));

    internal void Offer(Seal seal, IReadOnlyList<Choice> offered) =>
        Offered = offered.Count == 0 ? Sealed.Nothing : seal.Close(JsonSerializer.SerializeToUtf8Bytes(offered));

    private static T Read<T>(Seal seal, Sealed box) => JsonSerializer.Deserialize<T>(seal.OpenBytes(box))!;
}
