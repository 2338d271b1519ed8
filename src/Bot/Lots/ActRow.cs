using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement;

namespace Bot.Lots;

/// <summary>An act under a contract as it is stored.</summary>
public sealed class ActRow : StoredDocument
{
    public required long Id { get; init; }
    public long? ContractId { get; init; }
    public long? ContractRootId { get; init; }
}

internal sealed class ActTable : IEntityTypeConfiguration<ActRow>, IRegisterTable
{
    public void Configure(EntityTypeBuilder<ActRow> act)
    {
        act.ToTable("acts");
        act.Property(a => a.Id).ValueGeneratedNever();
        act.HasIndex(a => a.ContractId);
        act.HasIndex(a => a.ContractRootId);
    }

    public static BulkTable Bulk { get; } = new("acts", "Id", ["ContractId", "ContractRootId"]);

    public static void Write(RowBuffer rows, Act act) => rows.Number(act.Id).Number(act.ContractId).Number(act.ContractRootId);
}
