using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Tips;

internal sealed class TipTable : IEntityTypeConfiguration<Tip>, IEntityTypeConfiguration<TipEntry>, IEntityTypeConfiguration<TipFile>
{
    public void Configure(EntityTypeBuilder<Tip> tip)
    {
        tip.ToTable("tips");
        tip.Property(t => t.Id).ValueGeneratedNever();
        tip.Property(t => t.Language).HasMaxLength(2);
        tip.Property(t => t.ReceiptHash).HasMaxLength(64);
        tip.Property(t => t.PossibleLots).HasMaxLength(128);
        tip.Property(t => t.State).HasConversion<string>().HasMaxLength(16);
        tip.Property(t => t.Version).IsConcurrencyToken();
        tip.HasIndex(t => t.Number).IsUnique();
        tip.HasIndex(t => t.ReceiptHash).IsUnique();
        tip.HasIndex(t => new { t.PersonId, t.FiledAt });
        tip.HasIndex(t => t.ChangedAt);
    }

    public void Configure(EntityTypeBuilder<TipEntry> entry)
    {
        entry.ToTable("tip_entries");
        entry.HasKey(e => e.Position);
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(16);
        entry.HasIndex(e => new { e.TipId, e.Position });
    }

    public void Configure(EntityTypeBuilder<TipFile> file)
    {
        file.ToTable("tip_files");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.ContentType).HasMaxLength(64);
        file.HasIndex(f => f.TipId);
        file.HasIndex(f => f.PersonId);
    }
}

public static class TipShelf
{
    extension(BotDb db)
    {
        public DbSet<Tip> Tips => db.Set<Tip>();
        public DbSet<TipEntry> TipEntries => db.Set<TipEntry>();
        public DbSet<TipFile> TipFiles => db.Set<TipFile>();
    }
}
