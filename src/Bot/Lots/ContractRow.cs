using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Lots;

/// <summary>One version of a contract as it is stored.</summary>
public sealed class ContractRow
{
    public required long Id { get; init; }
    public long? RootId { get; set; }
    public long? AnnouncementId { get; set; }
    public string? BuyerBin { get; set; }
    public int? FinancialYear { get; set; }
    public required string Document { get; set; }
    public required long Digest { get; set; }
    public required DateTimeOffset Changed { get; set; }
}

/// <summary>Which codes a contract holds: the way from a code to its prices.</summary>
public sealed class ContractItemRow
{
    public required Guid Id { get; init; }
    public required long ContractId { get; init; }
    public required int Number { get; init; }
    public string? Enstru { get; init; }
    public long? LotId { get; init; }
}

internal sealed class ContractTable : IEntityTypeConfiguration<ContractRow>, IEntityTypeConfiguration<ContractItemRow>
{
    public void Configure(EntityTypeBuilder<ContractRow> contract)
    {
        contract.ToTable("contracts");
        contract.Property(c => c.Id).ValueGeneratedNever();
        contract.Property(c => c.BuyerBin).HasMaxLength(12);
        contract.HasIndex(c => new { c.BuyerBin, c.FinancialYear });
        contract.HasIndex(c => c.RootId);
    }

    public void Configure(EntityTypeBuilder<ContractItemRow> item)
    {
        item.ToTable("contract_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Enstru).HasMaxLength(32);
        item.HasIndex(i => i.ContractId);
        item.HasIndex(i => i.Enstru);
        item.HasIndex(i => i.LotId);
    }
}
