using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Lots;

/// <summary>
/// Small things that are looked up by table and key and change rarely: places (RefKato by code), organisations (Subject by BIN), methods
/// and statuses (RefTradeMethods … by id).
/// </summary>
public sealed class ReferenceRow
{
    public required string Table { get; init; }
    public required string Key { get; init; }
    public required string Document { get; set; }
    public required long Digest { get; set; }
}

internal sealed class ReferenceTable : IEntityTypeConfiguration<ReferenceRow>
{
    public void Configure(EntityTypeBuilder<ReferenceRow> reference)
    {
        reference.ToTable("references");
        reference.HasKey(r => new { r.Table, r.Key });
        reference.Property(r => r.Table).HasMaxLength(32);
        reference.Property(r => r.Key).HasMaxLength(32);
    }
}
