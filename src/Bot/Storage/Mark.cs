using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Storage;

/// <summary>One thing the service remembers about itself: how far a job has read, which sample it holds, whose keys these are.</summary>
public sealed class Mark
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}

internal sealed class MarkTable : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> mark)
    {
        mark.ToTable("marks");
        mark.HasKey(m => m.Name);
        mark.Property(m => m.Name).HasMaxLength(64);
        mark.Property(m => m.Value).HasMaxLength(256);
    }
}

public static class MarkShelf
{
    extension(BotDb db)
    {
        public async Task<string?> Remembered(string name, CancellationToken cancellationToken) =>
            (await db.Marks.AsNoTracking().SingleOrDefaultAsync(mark => mark.Name == name, cancellationToken))?.Value;

        /// <summary>Puts the value into the unit of work; whoever saves, saves it with the rest.</summary>
        public async Task Remember(string name, string value, CancellationToken cancellationToken)
        {
            if (await db.Marks.SingleOrDefaultAsync(mark => mark.Name == name, cancellationToken) is { } known)
                known.Value = value;
            else
                db.Marks.Add(new Mark { Name = name, Value = value });
        }
    }
}
