using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement;

namespace Bot.Lots;

/// <summary>A lot as it is stored: the columns that are searched by, and the whole of it as a document.</summary>
public sealed class LotRow : StoredDocument
{
    public required long Id { get; init; }
    public required string Number { get; init; }

    /// <summary>The plan item's number that the lot's number begins with: the way to all attempts of one purchase.</summary>
    public long? Plan { get; init; }
    public long? AnnouncementId { get; init; }
    public string? BuyerBin { get; init; }
    public string? Enstru { get; init; }
    public DateTimeOffset? Published { get; init; }

    public Lot ToLot() => Documents.Read<Lot>(Document);
}

internal sealed class LotTable : IEntityTypeConfiguration<LotRow>, IRegisterTable
{
    public void Configure(EntityTypeBuilder<LotRow> lot)
    {
        lot.ToTable("lots");
        lot.Property(l => l.Id).ValueGeneratedNever();
        lot.Property(l => l.BuyerBin).HasConversion(Columns.Bin);
        lot.HasIndex(l => l.Plan);
        lot.HasIndex(l => l.AnnouncementId);
        lot.HasIndex(l => new { l.BuyerBin, l.Published });    // a buyer's year
        lot.HasIndex(l => new { l.Enstru, l.Published });      // price peers
        lot.HasIndex(l => l.Changed);                          // the index in memory, alerts
    }

    public static BulkTable Bulk { get; } = new("lots", "Id", ["Number", "Plan", "AnnouncementId", "BuyerBin", "Enstru", "Published"]);

    public static void Write(RowBuffer rows, Lot lot) => rows.Number(lot.Id).Text(lot.Number).Number(PlanOf(lot.Number)).Number(lot.AnnouncementId)
        .Number(Columns.Number(lot.BuyerBin)).Text(lot.Enstru).Moment(lot.Published);

    /// <summary>The digits at the beginning of a lot's number.</summary>
    public static long? PlanOf(string number)
    {
        var end = number.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(end < 0 ? number : number.AsSpan(0, end), out var plan) ? plan : null;
    }
}
