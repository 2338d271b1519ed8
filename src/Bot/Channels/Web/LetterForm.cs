using Bot.Conversation;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.Web;

/// <summary>The parts of a posted form, put together into a letter.</summary>
internal sealed class LetterForm(int fileLimit)
{
    private const int LongestName = 120;    // enough to recognise a file by; some file systems end at 255 bytes
    private readonly Dictionary<string, string> fields = [];
    private readonly List<IncomingFile> files = [];

    public void AddField(string? name, string value)
    {
        if (name is "id" or "text" or "press")
            fields[name] = value;
    }

    public void AddFile(ContentDispositionHeaderValue about, string? contentType, byte[] content)
    {
        if (files.Count == fileLimit)
            throw new RefusedException(StatusCodes.Status413PayloadTooLarge, "web.too_many_files", ("limit", fileLimit));

        var type = MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed.MediaType.Value! : "application/octet-stream";
        files.Add(new IncomingFile(NameOf(about), type, content.Length, content, null));
    }

    public Letter ToLetter() => new(fields.GetValueOrDefault("id"), fields.GetValueOrDefault("text"), fields.GetValueOrDefault("press"))
    {
        Files = files,
    };

    /// <summary>The last part of the path that the browser gave, without characters that have no place in a name.</summary>
    private static string NameOf(ContentDispositionHeaderValue about)
    {
        var given = (about.FileNameStar.HasValue ? about.FileNameStar : HeaderUtilities.RemoveQuotes(about.FileName)).Value ?? "";
        var name = string.Concat(given.Split('/', '\\')[^1].Where(character => !char.IsControl(character))).Trim();
        return name.Length switch
        {
            0 => "file",
            > LongestName => name[^LongestName..],
            _ => name,
        };
    }
}
