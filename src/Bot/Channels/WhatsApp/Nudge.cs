using Bot.Conversation;
using Bot.Storage;
using Language;

namespace Bot.Channels.WhatsApp;

/// <summary>
/// Outside the 24 hours a person may get one approved template: that something waits, and how to have it. The message itself is held until
/// they answer.
/// </summary>
internal sealed class Nudge(TwilioClient client, Shelf shelf, Judgement judgement, WhatsAppSettings settings, Seal seal, TimeProvider clock, ILogger<Nudge> log)
{
    /// <summary>News on a tip that nobody came to read are told of once more after so long; what somebody follows is not.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromDays(3);

    private static readonly HashSet<string> Words = [.. new[] { "оқу", "оқимын", "читать", "прочитать", "read" }.Select(SearchText.Fold)];

    /// <summary>An answer to the template and nothing else: it opens the window, and has no meaning in a conversation.</summary>
    public static bool IsOnlyAnswered(IncomingMessage message, bool wasNudged) => message.Press == Catalogue.Read
        || (wasNudged && message.Press is null && message.Files.Count == 0 && message.Text.Length < 20 && Words.Contains(SearchText.Fold(message.Text)));

    public static bool IsDue(Contact contact, OutboxKind kind, DateTimeOffset now) =>
        contact.NudgedAt is not { } last || (kind != OutboxKind.Alert && last + Again <= now);

    public async Task<Delivery> Send(Contacts contacts, Contact contact, string language, Outgoing message, CancellationToken cancellationToken)
    {
        var held = new Delivery.Held("outside the 24 hours");
        if (!IsDue(contact, message.Kind, clock.GetUtcNow()))
            return held;
        if (await shelf.Template(language, cancellationToken) is not { } sid)
        {
            log.NoTemplate(language);
            return held;
        }

        if (!await contacts.Claim(contact.Id, contact.NudgedAt, cancellationToken))
            return held;
        try
        {
            await client.Send(Fields(contact, sid));
            return held;
        }
        catch (TwilioException fault) when (fault.Reached == Reached.Unknown)
        {
            return held;    // it may have arrived: never twice
        }
        catch (TwilioException fault)
        {
            await contacts.Unclaim(contact.Id, contact.NudgedAt, cancellationToken);
            return await Failed(contacts, contact.Id, language, fault.Code, cancellationToken) ? held
                : await judgement.Of(fault, contacts, contact.Id, message.Position, cancellationToken);
        }
    }

    /// <summary>What is different about a template that failed: true when its message stays held.</summary>
    public async Task<bool> Failed(Contacts contacts, Guid contact, string language, int code, CancellationToken cancellationToken)
    {
        switch (ErrorCodes.Of(code))
        {
            case Act.TemplateBroken or Act.Template or Act.Content when code != 0:
                log.TemplateRefused(code, $"{Catalogue.News} ({language})");
                shelf.StopTemplate(language);
                await contacts.Unclaim(contact, null, cancellationToken);
                return true;
            case Act.Tomorrow:
                log.Ceiling(code);
                await contacts.Unclaim(contact, clock.GetUtcNow() - Again + Judgement.Day, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private List<KeyValuePair<string, string>> Fields(Contact contact, string sid)
    {
        List<KeyValuePair<string, string>> fields = [new("To", seal.Open(contact.Address)), new("From", settings.Address), new("ContentSid", sid)];
        if (settings.PublicUrl.Length > 0)
            fields.Add(new("StatusCallback", $"{settings.PublicUrl.TrimEnd('/')}{Statuses.Path}?n={contact.Id:n}{Statuses.Tries}"));
        return fields;
    }
}
