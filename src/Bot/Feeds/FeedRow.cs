using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Feeds;

/// <summary>
/// How far one feed has been read. It is saved in one transaction with the page that it speaks of, so a process may be killed anywhere:
/// the next one goes on behind the last page that is in the store.
/// </summary>
public sealed class FeedRow
{
    public required string Name { get; init; }

    /// <summary>Everything that changed at the portal before this moment is here.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>The walk under way: what it asks for and behind which row it goes on. Null when none is.</summary>
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }
    public string? After { get; set; }

    /// <summary>Rows and pages of the walk under way or the last one; what the source said there would be.</summary>
    public long Rows { get; set; }
    public long Pages { get; set; }
    public long? Total { get; set; }

    /// <summary>The greatest id of the walk under way, and of the last whole one: where the next one may stop.</summary>
    public long? Greatest { get; set; }
    public long? Reached { get; set; }

    /// <summary>When a walk last came to its end; when and why the last one did not.</summary>
    public DateTimeOffset? DoneAt { get; set; }
    public DateTimeOffset? FailedAt { get; set; }
    public string? Fault { get; set; }

    /// <summary>Who reads it now, until when: a node that dies loses it to the next.</summary>
    public string? HeldBy { get; set; }
    public DateTimeOffset? HeldUntil { get; set; }

    public bool IsWalking => To is not null;
}

/// <summary>One thing to be asked of the portal: the bids of an announcement whose results are out.</summary>
public sealed class ErrandRow
{
    /// <summary>The announcement.</summary>
    public required long Id { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>Not before then: what failed waits.</summary>
    public DateTimeOffset NotBefore { get; set; }
    public int Tries { get; set; }
}

internal sealed class FeedTable : IEntityTypeConfiguration<FeedRow>, IEntityTypeConfiguration<ErrandRow>, IRegisterTable
{
    public void Configure(EntityTypeBuilder<FeedRow> feed)
    {
        feed.ToTable("feeds");
        feed.HasKey(f => f.Name);
        feed.Property(f => f.Name).HasMaxLength(64);
        feed.Ignore(f => f.IsWalking);
    }

    public void Configure(EntityTypeBuilder<ErrandRow> errand)
    {
        errand.ToTable("errands");
        errand.Property(e => e.Id).ValueGeneratedNever();
        errand.HasIndex(e => e.NotBefore);
    }
}

public static class FeedShelf
{
    extension(RegisterDb db)
    {
        public DbSet<FeedRow> Feeds => db.Set<FeedRow>();
        public DbSet<ErrandRow> Errands => db.Set<ErrandRow>();
    }
}
