using Bot.Storage;

namespace Bot.Conversation;

/// <summary>What should happen after a message: where the conversation goes, what is said, noted and kept, and who else is told.</summary>
public sealed record Next
{
    /// <summary>The step to go to, whose question is asked; null stays here in silence.</summary>
    public Type? Step { get; init; }

    /// <summary>Ask the question of the step that we are on once more.</summary>
    public bool AsksAgain { get; init; }
    public IReadOnlyList<Say> Says { get; init; } = [];

    /// <summary>New things to store.</summary>
    public IReadOnlyList<object> Kept { get; init; } = [];

    /// <summary>Things to delete.</summary>
    public IReadOnlyList<object> Removed { get; init; } = [];
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Notes to write down; null takes a note away.</summary>
    public IReadOnlyDictionary<string, string?> Notes { get; init; } = new Dictionary<string, string?>();
    public bool ForgetsNotes { get; init; }

    /// <summary>Wake this conversation when nothing is said for so long.</summary>
    public TimeSpan? Wake { get; init; }
    public bool KeepsWake { get; init; }
    public string? Language { get; init; }

    public static Next Stay { get; } = new();

    /// <summary>Nothing was said that this conversation waits for: its question stays open, its clock goes on.</summary>
    public static Next Aside(params IEnumerable<Say> says) => new() { Says = [.. says], KeepsWake = true };

    /// <summary>Says something and repeats the question that stands.</summary>
    public static Next Again(params IEnumerable<Say> says) => new() { Says = [.. says], KeepsWake = true, AsksAgain = true };

    public static Next To<TStep>() where TStep : IStep => new() { Step = typeof(TStep) };

    public Next Saying(params IEnumerable<Say> says) => this with { Says = [.. Says, .. says] };

    public Next Keeping(params IEnumerable<object> things) => this with { Kept = [.. Kept, .. things] };

    public Next Removing(params IEnumerable<object> things) => this with { Removed = [.. Removed, .. things] };

    public Next Telling(params IEnumerable<Notice> notices) => this with { Notices = [.. Notices, .. notices] };

    public Next Noting(string name, string? value) =>
        this with { Notes = new Dictionary<string, string?>(Notes) { [name] = value } };

    public Next Forgetting() => this with { ForgetsNotes = true };

    public Next WakingAfter(TimeSpan silence) => this with { Wake = silence };

    public Next Speaking(string language) => this with { Language = language };
}

/// <summary>Something to be told to another than the one who speaks: a person by id, or the coordinators' group when that is null.</summary>
/// <param name="Event">What it tells of: the same event is never told to the same recipient twice.</param>
public sealed record Notice(Guid? Person, Say Say, string Event, OutboxKind Kind, string? Card = null)
{
    /// <summary>How the case of a card stands.</summary>
    public Standing? Standing { get; init; }

    /// <summary>The card in whose place this belongs.</summary>
    public string? Beside { get; init; }
}
