using Bot.Conversation;
using Bot.Storage;

namespace Bot.Tips;

/// <summary>A tip that is still being told: its words are in the person's notes, its files wait beside.</summary>
public static class Draft
{
    /// <summary>What is kept of one tip's words. Three novels' worth of a chapter; a longer flood is cut, and we say so.</summary>
    public const int MostLetters = 200_000;
    public const int MostFiles = 20;

    /// <summary>Several messages within this time are one tip.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>A question that stays unanswered for so long does not hold the tip back: it is filed without.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static bool HasContent(this Turn turn) => !string.IsNullOrWhiteSpace(turn.Text) || turn.Files.Count > 0;

    /// <summary>The draft with what this message adds, or with what it words anew.</summary>
    public static string TextWith(this Turn turn, string? before)
    {
        var said = turn.Text.Trim();
        var text = turn.Message.Kind == MessageKind.Edited && turn.Noted(Notes.Part + turn.Message.Part) is { Length: > 0 } old
            && before?.LastIndexOf(old, StringComparison.Ordinal) is >= 0 and var at
            ? before[..at] + said + before[(at + old.Length)..]
            : string.Join('\n', new[] { before, said }.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length <= MostLetters ? text : text[..MostLetters];
    }

    /// <summary>Notes the draft with what this message adds, so that it can be worded anew.</summary>
    public static Next NotingText(this Next next, Turn turn, string? before) =>
        next.NotingPart(turn).Noting(Notes.Text, turn.TextWith(before));

    public static Next NotingPart(this Next next, Turn turn) => turn.Message.Part is { } part && turn.Text.Trim() is { Length: > 0 } said && !next.ForgetsNotes
        ? next.Noting(Notes.Part + part, said)
        : next;

    /// <summary>Pictures without a word: more of the tip, but nothing new to search by.</summary>
    public static bool IsFilesOnly(this Turn turn) => turn.Files.Count > 0 && string.IsNullOrWhiteSpace(turn.Text);

    public static IEnumerable<TipFile> SealedFiles(this Turn turn, Seal seal) =>
        from file in turn.Files.Take(MostFiles)
        where file.Content is not null
        select new TipFile
        {
            Id = Guid.CreateVersion7(turn.Now),
            PersonId = turn.Person.Id,
            Name = seal.Close(file.Name),
            ContentType = IsPlain(file.ContentType) ? file.ContentType : "application/octet-stream",
            Size = file.Content!.Length,
            Content = seal.Close(file.Content),
            At = turn.Now,
        };

    /// <summary>The one word about a file that is not sealed must not carry anything else.</summary>
    private static bool IsPlain(string contentType) => contentType.Length is > 0 and <= 64
        && contentType.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '.' or '+');

    /// <summary>A word about files that did not make it, so that nobody believes we have what we have not.</summary>
    public static IEnumerable<Say> FileTrouble(this Turn turn) =>
        turn.Files.Any(file => file.Content is null) ? [Say.Line("tips.file_not_taken")] : [];
}
