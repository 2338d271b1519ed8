using System.Text.Json.Serialization;
using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>What the page posts: its own id of the message, and words, a pressed button or files.</summary>
internal sealed record Letter(string? Id, string? Text, string? Press)
{
    [JsonIgnore]    // files come as parts of a form: a reference written into JSON would be believed later
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
}
