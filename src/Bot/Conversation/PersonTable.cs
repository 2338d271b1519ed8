using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Conversation;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Channel).HasMaxLength(16);
        person.Property(p => p.Lane).HasMaxLength(64);
        person.Property(p => p.Language).HasMaxLength(2);
        person.Property(p => p.Step).HasMaxLength(64);
        person.Property(p => p.LastPress).HasMaxLength(64);
        person.Property(p => p.Version).IsConcurrencyToken();
        person.HasIndex(p => p.Lane).IsUnique();
        person.HasIndex(p => p.WakeAt);
    }
}

public static class PersonShelf
{
    extension(BotDb db) { public DbSet<Person> People => db.Set<Person>(); }
}
