using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Tips;

/// <summary>
/// A number of somebody's story that our store lacks and the portal is asked for. It lives until the answer has been used: seconds as a
/// rule, a day at most.
/// </summary>
public sealed class Inquiry
{
    public required Guid Id { get; init; }

    /// <summary>Whose story it is, and the tip that was made of it, once it is filed.</summary>
    public required Guid PersonId { get; init; }
    public Guid? TipId { get; set; }

    /// <summary>What is asked for, sealed: it would join a person to a purchase.</summary>
    public required Sealed Number { get; init; }
    public InquiryState State { get; init; } = InquiryState.Open;
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Not before then: somebody asks right now, or the last try failed.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>How many tries have failed.</summary>
    public int Tries { get; init; }
}

/// <summary>Open: no answer yet. Found: its lots are in the store. Unknown: the portal has no such number.</summary>
public enum InquiryState { Open, Found, Unknown }

internal sealed class InquiryTable : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> inquiry)
    {
        inquiry.ToTable("inquiries");
        inquiry.Property(i => i.Id).ValueGeneratedNever();
        inquiry.Property(i => i.State).HasConversion<string>().HasMaxLength(16);
        inquiry.HasIndex(i => i.PersonId);
        inquiry.HasIndex(i => new { i.State, i.NotBefore });
    }
}

public static class InquiryShelf
{
    extension(BotDb db) { public DbSet<Inquiry> Inquiries => db.Set<Inquiry>(); }
}
