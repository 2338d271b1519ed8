using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement;

namespace Bot.Lots;

/// <summary>One version of a contract as it is stored. All versions are kept; the one with the greatest id of a root counts.</summary>
public sealed class ContractRow : StoredDocument
{
    public required long Id { get; init; }
    public long? RootId { get; init; }
    public long? AnnouncementId { get; init; }
    public string? BuyerBin { get; init; }
    public string? SupplierBin { get; init; }
    public long? FinancialYear { get; init; }
}

/// <summary>Which codes a contract holds: the way from a code to its prices.</summary>
public sealed class ContractItemRow
{
    /// <summary>A contract's id and the item's place in it, as one number.</summary>
    public required long Id { get; init; }
    public required long ContractId { get; init; }
    public string? Enstru { get; init; }
    public long? LotId { get; init; }

    /// <summary>The plan item: direct contracts have no lot, and this is the only way to them.</summary>
    public long? PlanItemId { get; init; }
}

internal sealed class ContractTable : IEntityTypeConfiguration<ContractRow>, IEntityTypeConfiguration<ContractItemRow>, IRegisterTable
{
    private const int MostItems = 100_000;    // a joined contract has hundreds; ids of nine digits leave the room

    public void Configure(EntityTypeBuilder<ContractRow> contract)
    {
        contract.ToTable("contracts");
        contract.Property(c => c.Id).ValueGeneratedNever();
        contract.Property(c => c.BuyerBin).HasConversion(Columns.Bin);
        contract.Property(c => c.SupplierBin).HasConversion(Columns.Bin);
        contract.HasIndex(c => new { c.BuyerBin, c.FinancialYear });
        contract.HasIndex(c => c.SupplierBin);
        contract.HasIndex(c => c.RootId);
        contract.HasIndex(c => c.AnnouncementId);
    }

    public void Configure(EntityTypeBuilder<ContractItemRow> item)
    {
        item.ToTable("contract_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.HasIndex(i => i.ContractId);
        item.HasIndex(i => i.Enstru);
        item.HasIndex(i => i.LotId);
        item.HasIndex(i => i.PlanItemId);
    }

    public static BulkTable Bulk { get; } = new("contracts", "Id", ["RootId", "AnnouncementId", "BuyerBin", "SupplierBin", "FinancialYear"]);
    public static BulkTable Items { get; } = new("contract_items", "Id", ["ContractId", "Enstru", "LotId", "PlanItemId"], hasDocuments: false);

    public static void Write(RowBuffer rows, Contract contract) => rows.Number(contract.Id).Number(contract.RootId ?? contract.Id).Number(contract.AnnouncementId)
        .Number(Columns.Number(contract.BuyerBin)).Number(Columns.Number(contract.SupplierBin)).Number(contract.FinancialYear);

    public static void WriteItems(RowBuffer rows, Contract contract)
    {
        foreach (var (item, number) in contract.Items.Take(MostItems).Select((item, number) => (item, number)))
            rows.Begin().Number((contract.Id * MostItems) + number).Number(contract.Id).Text(item.Enstru).Number(item.LotId).Number(item.PlanItemId);
    }
}
