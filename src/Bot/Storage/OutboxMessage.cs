using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Storage;

/// <summary>One message on its way to one recipient. Unique on (recipient, event), so that nothing is told twice.</summary>
public sealed class OutboxMessage
{
    public const int LongestId = 64, LongestReason = 200;

    /// <summary>Order of telling, and the id that a web page resumes from.</summary>
    public long Position { get; init; }
    public required string Channel { get; init; }

    /// <summary>Keyed hash of the address, to find it by; the address itself is sealed.</summary>
    public required string Lane { get; init; }
    public required Sealed Recipient { get; set; }
    public required Sealed Payload { get; set; }

    /// <summary>What this tells of, for example "alert:40255986": once per recipient, for ever.</summary>
    public required string Event { get; init; }
    public required OutboxKind Kind { get; init; }

    /// <summary>The card that this shows, when it shows one; the newest version is the one worth sending.</summary>
    public string? Card { get; init; }
    public OutboxState State { get; set; } = OutboxState.Pending;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset NotBefore { get; set; }
    public int Attempts { get; set; }

    /// <summary>How many of the channel's own messages it has become so far: a long one is cut into several, each of which takes its turn.</summary>
    public int Parts { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The channel's own id of what it accepted.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Why it was not sent, in a few words without anything about the person.</summary>
    public string? Reason { get; set; }
}

/// <summary>Answer: to something just said. Notice: news on a tip. Alert: what somebody follows. Card: of the coordinators.</summary>
public enum OutboxKind { Answer, Notice, Alert, Card }

/// <summary>
/// Pending; Held until the recipient writes; Leaving (a worker is at it: found like this after a crash, it may have arrived); Sent; Unknown;
/// Refused; Superseded by a newer card; Dropped, by the operator or because the recipient wants nothing from us.
/// </summary>
public enum OutboxState { Pending, Held, Leaving, Sent, Unknown, Refused, Superseded, Dropped }

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox");
        message.HasKey(m => m.Position);
        message.Property(m => m.Channel).HasMaxLength(16);
        message.Property(m => m.Lane).HasMaxLength(64);
        message.Property(m => m.Event).HasMaxLength(128);
        message.Property(m => m.Kind).HasConversion<string>().HasMaxLength(16);
        message.Property(m => m.Card).HasMaxLength(64);
        message.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        message.Property(m => m.Parts).HasDefaultValue(0);
        message.Property(m => m.ExternalId).HasMaxLength(OutboxMessage.LongestId);
        message.Property(m => m.Reason).HasMaxLength(OutboxMessage.LongestReason);
        message.HasIndex(m => new { m.Lane, m.Event }).IsUnique();
        message.HasIndex(m => new { m.State, m.Channel, m.Kind, m.Position });
        message.HasIndex(m => new { m.State, m.Lane, m.Position });
        message.HasIndex(m => new { m.Lane, m.Position });
        message.HasIndex(m => new { m.Lane, m.Card, m.Position }).HasFilter("\"Card\" IS NOT NULL");    // of all that a group was ever told, the versions of one card
    }
}
