using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Channels.WhatsApp;

/// <summary>
/// Somebody with WhatsApp, under an id of our own: numbers change, and may be hidden behind an id of WhatsApp's. Both lead here by keyed
/// hashes; the address to answer to is sealed.
/// </summary>
public sealed class Contact
{
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the number, once it was seen.</summary>
    public string? Phone { get; set; }

    /// <summary>Keyed hash of the id that WhatsApp gave them before this business, once it was seen.</summary>
    public string? UserId { get; set; }

    /// <summary>"whatsapp:+7…" or "whatsapp:KZ.…", as they last wrote.</summary>
    public required Sealed Address { get; set; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>When they last wrote: for a day after it they may be written to freely. Null: WhatsApp says that the day is over.</summary>
    public DateTimeOffset? LastHeard { get; set; }

    /// <summary>When they were last told by a template that something waits for them; null since they wrote.</summary>
    public DateTimeOffset? NudgedAt { get; set; }
    public Reach Reach { get; set; }
}

/// <summary>Whether a contact wants to, and can, hear from us.</summary>
public enum Reach { Open, OptedOut, Unreachable }

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Property(c => c.Phone).HasMaxLength(64);
        contact.Property(c => c.UserId).HasMaxLength(64);
        contact.Property(c => c.Reach).HasConversion<string>().HasMaxLength(16);
        contact.HasIndex(c => c.Phone).IsUnique();
        contact.HasIndex(c => c.UserId).IsUnique();
    }
}

public static class ContactShelf
{
    extension(BotDb db) { public DbSet<Contact> Contacts => db.Set<Contact>(); }
}
