using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Lots;

/// <summary>A lot as it is stored: the columns that are searched by, and the whole of it as a document.</summary>
public sealed class LotRow
{
    public required long Id { get; init; }
    public required string Number { get; set; }
    public long? AnnouncementId { get; set; }
    public string? BuyerBin { get; set; }
    public string? Enstru { get; set; }
    public DateTimeOffset? Published { get; set; }
    public required string Document { get; set; }
    public required long Digest { get; set; }

    /// <summary>When it came to us first, and when it last changed here.</summary>
    public required DateTimeOffset FirstSeen { get; init; }
    public required DateTimeOffset Changed { get; set; }

    /// <summary>Who follows it has been told, or there was nobody to tell.</summary>
    public bool Noticed { get; set; }

    public Procurement.Lot ToLot() => Documents.Read<Procurement.Lot>(Document);
}

internal sealed class LotTable : IEntityTypeConfiguration<LotRow>
{
    public void Configure(EntityTypeBuilder<LotRow> lot)
    {
        lot.ToTable("lots");
        lot.Property(l => l.Id).ValueGeneratedNever();
        lot.Property(l => l.Number).HasMaxLength(64);
        lot.Property(l => l.BuyerBin).HasMaxLength(12);
        lot.Property(l => l.Enstru).HasMaxLength(32);
        lot.HasIndex(l => l.Number);
        lot.HasIndex(l => l.AnnouncementId);
        lot.HasIndex(l => new { l.BuyerBin, l.Published });    // a buyer's year
        lot.HasIndex(l => l.Enstru);                           // price peers
        lot.Property(l => l.Noticed).IsConcurrencyToken();
        lot.HasIndex(l => new { l.Noticed, l.Id });            // alerts
        lot.HasIndex(l => l.Changed);                          // the index in memory
    }
}
