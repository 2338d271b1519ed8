using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Triage;

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> theCase)
    {
        theCase.ToTable("cases");
        theCase.Property(c => c.Id).ValueGeneratedNever();
        theCase.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        theCase.Property(c => c.Reason).HasMaxLength(32);
        theCase.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(16);
        theCase.Property(c => c.OutcomeAmount).HasPrecision(18, 2);
        theCase.Property(c => c.OutcomeAuthority).HasMaxLength(200);
        theCase.Property(c => c.Drawn).HasMaxLength(64);
        theCase.Property(c => c.ToldSigns).HasMaxLength(256).HasDefaultValue("");    // the codes of all checks fit
        theCase.Ignore(c => c.Told);
        theCase.Property(c => c.Version).IsConcurrencyToken();
        theCase.HasIndex(c => c.TipId).IsUnique();
        theCase.HasIndex(c => c.Number).IsUnique();
        theCase.HasIndex(c => new { c.State, c.OpenedAt });
    }
}

public static class CaseShelf
{
    extension(BotDb db) { public DbSet<Case> Cases => db.Set<Case>(); }
}
