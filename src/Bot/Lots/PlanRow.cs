using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement;

namespace Bot.Lots;

/// <summary>One version of a row of a buyer's yearly plan as it is stored. The one with the greatest id of a root counts.</summary>
public sealed class PlanRow : StoredDocument
{
    public required long Id { get; init; }
    public long? RootId { get; init; }
    public string? BuyerBin { get; init; }
    public long? Year { get; init; }
}

internal sealed class PlanTable : IEntityTypeConfiguration<PlanRow>, IRegisterTable
{
    public void Configure(EntityTypeBuilder<PlanRow> plan)
    {
        plan.ToTable("plan_items");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.BuyerBin).HasConversion(Columns.Bin);
        plan.HasIndex(p => p.RootId);
        plan.HasIndex(p => new { p.BuyerBin, p.Year });
    }

    public static BulkTable Bulk { get; } = new("plan_items", "Id", ["RootId", "BuyerBin", "Year"]);

    public static void Write(RowBuffer rows, PlanItem plan) =>
        rows.Number(plan.Id).Number(plan.RootId ?? plan.Id).Number(Columns.Number(plan.BuyerBin)).Number(plan.Year);
}
