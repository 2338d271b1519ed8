using System.Globalization;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.WhatsApp;

/// <summary>Carries replies to people on WhatsApp by way of Twilio, one try at a time, and says what became of each.</summary>
internal sealed class WhatsAppChannel(
    TwilioClient client, Media media, Wording wording, Nudge nudge, Judgement judgement, WhatsAppSettings settings, IServiceScopeFactory scopes, Seal seal,
    TimeProvider clock) : IChannel, IShowsComposing
{
    public const string ChannelName = "whatsapp";

    public string Name => ChannelName;
    public string? Group => null;    // WhatsApp has no groups for a business: coordinators sit elsewhere
    public SendingPace Pace => settings.Pace.ToPace();

    public async Task<Delivery> Send(Outgoing message, CancellationToken cancellationToken)
    {
        if (judgement.Shut is var shut && shut > TimeSpan.Zero)
            return new Delivery.Later(shut, PauseAll: true, "too fast");
        if (message.Kind == OutboxKind.Alert && judgement.AlertsStopped is var stopped && stopped > TimeSpan.Zero)
            return new Delivery.Later(stopped, PauseAll: false, "alerts are stopped");
        await using var scope = scopes.CreateAsyncScope();
        var contacts = scope.ServiceProvider.GetRequiredService<Contacts>();
        if (!Guid.TryParseExact(message.Recipient, "n", out var id) || await contacts.Find(id, cancellationToken) is not { } contact)
            return new Delivery.Refused("the contact is forgotten", Gone: true);
        if (contact.Reach != Reach.Open)
            return new Delivery.Refused("the contact wants nothing from us, or cannot be reached", Gone: true);
        var language = await Language(scope.ServiceProvider.GetRequiredService<BotDb>(), id, cancellationToken);
        var isOpen = contact.LastHeard is { } heard && clock.GetUtcNow() - heard <= Contacts.Window;
        if (!isOpen && message.Done == 0)
            return await nudge.Send(contacts, contact, language, message, cancellationToken);
        return await SendPiece(message, contacts, contact, language, cancellationToken);
    }

    public async Task<byte[]?> Fetch(IncomingFile file, CancellationToken cancellationToken) =>
        file.Reference is null ? file.Content : await media.Fetch(file.Reference, cancellationToken);

    public TimeSpan ComposingLasts { get; } = TimeSpan.FromSeconds(24);    // WhatsApp takes it away after 25

    public Task ShowComposing(IncomingMessage message, CancellationToken cancellationToken) => client.ShowTyping(message.ExternalId, cancellationToken);

    private async Task<Delivery> SendPiece(Outgoing message, Contacts contacts, Contact contact, string language, CancellationToken cancellationToken)
    {
        IReadOnlyList<Piece> pieces = [.. await wording.Of(message.Reply, language, cancellationToken)];
        if (pieces.Count == 0)
            return new Delivery.Refused("the text is empty");
        if (message.Done >= pieces.Count)
            return new Delivery.Sent(message.Begun);
        var isLast = message.Done == pieces.Count - 1;
        var (address, piece) = (seal.Open(contact.Address), pieces[message.Done]);
        while (true)
            try
            {
                var sid = await client.Send(Fields(address, piece, isLast ? message.Position : null));
                return isLast ? new Delivery.Sent(sid) : new Delivery.Partly(sid);
            }
            catch (TwilioException fault) when (piece.ContentSid is not null && IsAboutContent(fault))
            {
                await judgement.Of(fault, contacts, contact.Id, message.Position, cancellationToken);
                piece = new Piece(piece.Text);    // the same in words, with numbers
            }
            catch (TwilioException fault)
            {
                return await judgement.Of(fault, contacts, contact.Id, message.Position, cancellationToken);
            }
    }

    private static bool IsAboutContent(TwilioException fault) => fault.Reached == Reached.Answered && ErrorCodes.Acts.TryGetValue(fault.Code, out var act)
        && act is Act.TemplateBroken or Act.Content;

    private List<KeyValuePair<string, string>> Fields(string to, Piece piece, long? position)
    {
        List<KeyValuePair<string, string>> fields = [new("To", to), new("From", settings.Address)];
        if (piece.ContentSid is { } sid)
            fields.AddRange([new("ContentSid", sid), new("ContentVariables", piece.Variables!)]);
        else
            fields.Add(new("Body", piece.Text));
        if (position is { } number && settings.PublicUrl.Length > 0)
            fields.Add(new("StatusCallback", string.Create(CultureInfo.InvariantCulture, $"{settings.PublicUrl.TrimEnd('/')}{Statuses.Path}?m={number}{Statuses.Tries}")));
        return fields;
    }

    private async Task<string> Language(BotDb db, Guid contact, CancellationToken cancellationToken)
    {
        var lane = Contacts.LaneOf(seal, contact);
        return await db.People.Where(person => person.Lane == lane).Select(person => person.Language).FirstOrDefaultAsync(cancellationToken) ?? Phrasebook.Default;
    }
}
