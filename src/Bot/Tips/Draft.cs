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

    /// <summary>The draft with what this message adds.</summary>
    public static string TextWith(this Turn turn, string? before)
    {
        var text = string.Join('\n', new[] { before, turn.Text.Trim() }.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length <= MostLetters ? text : text[..MostLetters];
    }

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
