using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Lots;

/// <summary>One row of a buyer's yearly plan as it is stored.</summary>
public sealed class PlanRow
{
    public required long Id { get; init; }
    public long? RootId { get; set; }
    public string? BuyerBin { get; set; }
    public int? Year { get; set; }
    public required string Document { get; set; }
    public required long Digest { get; set; }
    public required DateTimeOffset Changed { get; set; }
}

internal sealed class PlanTable : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> plan)
    {
        plan.ToTable("plan_items");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.BuyerBin).HasMaxLength(12);
        plan.HasIndex(p => p.RootId);
        plan.HasIndex(p => new { p.BuyerBin, p.Year });
    }
}
