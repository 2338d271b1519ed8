using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement;

namespace Bot.Lots;

/// <summary>An announcement as it is stored.</summary>
public sealed class AnnouncementRow : StoredDocument
{
    public required long Id { get; init; }

    /// <summary>The one that failed before it: the way from an announcement to its repeats.</summary>
    public long? ParentId { get; init; }
}

/// <summary>One bidder's application as it is stored.</summary>
public sealed class BidRow : StoredDocument
{
    public required long Id { get; init; }
    public required long AnnouncementId { get; init; }
    public string? SupplierBin { get; init; }
}

internal sealed class AnnouncementTable : IEntityTypeConfiguration<AnnouncementRow>, IEntityTypeConfiguration<BidRow>, IRegisterTable
{
    public void Configure(EntityTypeBuilder<AnnouncementRow> announcement)
    {
        announcement.ToTable("announcements");
        announcement.Property(a => a.Id).ValueGeneratedNever();
        announcement.HasIndex(a => a.ParentId);
    }

    public void Configure(EntityTypeBuilder<BidRow> bid)
    {
        bid.ToTable("bids");
        bid.Property(b => b.Id).ValueGeneratedNever();
        bid.Property(b => b.SupplierBin).HasConversion(Columns.Bin);
        bid.HasIndex(b => b.AnnouncementId);
        bid.HasIndex(b => b.SupplierBin);
    }

    public static BulkTable Bulk { get; } = new("announcements", "Id", ["ParentId"]);
    public static BulkTable Bids { get; } = new("bids", "Id", ["AnnouncementId", "SupplierBin"]);

    public static void Write(RowBuffer rows, Announcement announcement) => rows.Number(announcement.Id).Number(announcement.ParentId);

    public static void Write(RowBuffer rows, Bid bid) => rows.Number(bid.Id).Number(bid.AnnouncementId).Number(Columns.Number(bid.SupplierBin));
}
