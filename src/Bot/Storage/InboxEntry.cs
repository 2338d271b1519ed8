using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Storage;

/// <summary>One message that has reached us. The row is the guard against double delivery and the proof that nothing is lost.</summary>
public sealed class InboxEntry
{
    /// <summary>Order of arrival.</summary>
    public long Position { get; init; }
    public required string Channel { get; init; }
    public required string ExternalId { get; init; }

    /// <summary>Keyed hash of who speaks: entries of one lane are answered one after another.</summary>
    public required string Lane { get; init; }

    /// <summary>The message; taken away when it has been answered.</summary>
    public required Sealed Payload { get; set; }
    public InboxState State { get; set; } = InboxState.Waiting;
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Not before this moment: after a fault; and until when a worker holds it.</summary>
    public required DateTimeOffset NotBefore { get; set; }
    public int Attempts { get; set; }

    /// <summary>The worker's try that holds it: one that lost its hold cannot finish what another has taken over.</summary>
    public Guid? Holder { get; set; }
}

/// <summary>Waiting; Held by a worker; Done; Set aside after too many faults, for a person to look at.</summary>
public enum InboxState { Waiting, Held, Done, SetAside }

internal sealed class InboxTable : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> entry)
    {
        entry.ToTable("inbox");
        entry.HasKey(e => e.Position);
        entry.Property(e => e.Channel).HasMaxLength(16);
        entry.Property(e => e.ExternalId).HasMaxLength(128);
        entry.Property(e => e.Lane).HasMaxLength(64);
        entry.Property(e => e.State).HasConversion<string>().HasMaxLength(16);
        entry.Property(e => e.Holder).IsConcurrencyToken();
        entry.HasIndex(e => new { e.Channel, e.ExternalId }).IsUnique();
        entry.HasIndex(e => new { e.State, e.Lane, e.Position });
        entry.HasIndex(e => new { e.State, e.Position });
    }
}
