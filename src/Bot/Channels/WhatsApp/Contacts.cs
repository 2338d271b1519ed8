using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.WhatsApp;

/// <summary>By what a message of WhatsApp names the one who wrote it: the number, WhatsApp's id, or both.</summary>
internal sealed record Caller(string Address, string? Phone, string? UserId);

/// <param name="WasNudged">They had been told by a template that something waits for them.</param>
internal sealed record Heard(Contact Contact, bool WasNudged);

/// <summary>Finds the contact behind a number or an id, and remembers what matters for writing to them.</summary>
internal sealed class Contacts(BotDb db, Seal seal, TimeProvider clock)
{
    /// <summary>How long after a person's last message they may be written to freely; our own messages do not prolong it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Of several words within this time only the first is written down: the window then closes that much too early, never late.</summary>
    private static readonly TimeSpan Fine = TimeSpan.FromSeconds(10);

    public static string LaneOf(Seal seal, Guid contact) => Person.LaneOf(seal, WhatsAppChannel.ChannelName, contact.ToString("n"), inGroup: false);

    public Task<Contact?> Find(Guid id, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == id, cancellationToken);

    /// <summary>They have written at this moment: the door is open, whatever was before.</summary>
    public async Task<Heard> Hear(Caller caller, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var again = false; ; again = true)
            try
            {
                var contact = await Known(caller, at, cancellationToken);
                contact.Address = IsAt(contact, caller.Address) ? contact.Address : seal.Close(caller.Address);
                var wasNudged = contact.NudgedAt is not null;
                (contact.Reach, contact.NudgedAt) = (Reach.Open, null);
                if (contact.LastHeard is not { } last || at - last >= Fine)
                    contact.LastHeard = at;
                await db.SaveChangesAsync(cancellationToken);
                return new Heard(contact, wasNudged);
            }
            catch (DbUpdateException fault) when (!again && (Databases.IsDuplicate(fault) || fault is DbUpdateConcurrencyException))
            {
                db.ChangeTracker.Clear();    // two first messages at once: the other one has made the contact
            }
    }

    /// <summary>WhatsApp says that they may not be written to freely any more.</summary>
    public Task Close(Guid id, CancellationToken cancellationToken) => db.Contacts.Where(contact => contact.Id == id)
        .ExecuteUpdateAsync(contact => contact.SetProperty(c => c.LastHeard, (DateTimeOffset?)null), cancellationToken);

    public Task Set(Guid id, Reach reach, CancellationToken cancellationToken) => db.Contacts.Where(contact => contact.Id == id)
        .ExecuteUpdateAsync(contact => contact.SetProperty(c => c.Reach, reach), cancellationToken);

    /// <summary>Takes the right to send one template; false when somebody has taken it.</summary>
    public async Task<bool> Claim(Guid id, DateTimeOffset? before, CancellationToken cancellationToken) =>
        await db.Contacts.Where(contact => contact.Id == id && contact.NudgedAt == before)
            .ExecuteUpdateAsync(contact => contact.SetProperty(c => c.NudgedAt, clock.GetUtcNow()), cancellationToken) == 1;

    /// <summary>The template did not arrive: another may be sent from this moment on.</summary>
    public Task Unclaim(Guid id, DateTimeOffset? nudgedAt, CancellationToken cancellationToken) => db.Contacts.Where(contact => contact.Id == id)
        .ExecuteUpdateAsync(contact => contact.SetProperty(c => c.NudgedAt, nudgedAt), cancellationToken);

    private async Task<Contact> Known(Caller caller, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (phone, user) = (Hash("phone", caller.Phone), Hash("user", caller.UserId));
        var found = await db.Contacts.Where(contact => (phone != null && contact.Phone == phone) || (user != null && contact.UserId == user))
            .ToListAsync(cancellationToken);
        var byUser = found.Find(contact => user is not null && contact.UserId == user);
        var byPhone = found.Find(contact => phone is not null && contact.Phone == phone);
        if (byPhone is { UserId: not null } && user is not null && byPhone.UserId != user)
            byPhone = await Part(byPhone, cancellationToken);    // the number is somebody else's now: they must not find what another one told us
        var contact = byUser ?? byPhone ?? New(caller, at);
        if (byPhone is not null && byPhone != contact)
            await Part(byPhone, cancellationToken);    // known by both apart until now: the one with the id goes on
        (contact.Phone, contact.UserId) = (phone ?? contact.Phone, user ?? contact.UserId);
        return contact;
    }

    /// <summary>The number leads there no more. Saved at once, since two rows may not hold it.</summary>
    private async Task<Contact?> Part(Contact contact, CancellationToken cancellationToken)
    {
        contact.Phone = null;
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private Contact New(Caller caller, DateTimeOffset at)
    {
        var contact = new Contact { Id = Guid.CreateVersion7(clock.GetUtcNow()), Address = seal.Close(caller.Address), Since = at };
        db.Contacts.Add(contact);
        return contact;
    }

    private bool IsAt(Contact contact, string address) => !contact.Address.IsNothing && seal.Open(contact.Address) == address;

    private string? Hash(string kind, string? text) => text is null ? null : seal.Hash("whatsapp " + kind, text);
}
