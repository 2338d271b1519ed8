using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>The same message once more, with a word before it that it may be a repetition.</summary>
public sealed class Repetition(BotDb db, Groups groups, Phrasebook phrases, Seal seal)
{
    public async Task<Sealed> Of(OutboxMessage message, CancellationToken cancellationToken)
    {
        var reply = JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!;
        var word = phrases.Text("common.maybe_again", await Language(message.Lane, cancellationToken));
        return seal.Close(JsonSerializer.SerializeToUtf8Bytes(reply with { Text = WithOnce(word, reply.Text) }));
    }

    private static string WithOnce(string word, string text) => text.StartsWith(word, StringComparison.Ordinal) ? text : $"{word}\n\n{text}";

    private async Task<string> Language(string lane, CancellationToken cancellationToken) => groups.Own(lane)
        ? groups.Language
        : await db.People.Where(person => person.Lane == lane).Select(person => person.Language).FirstOrDefaultAsync(cancellationToken) ?? Phrasebook.Default;
}
