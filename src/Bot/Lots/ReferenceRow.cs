using System.Globalization;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement;

namespace Bot.Lots;

/// <summary>A place of the classifier of territories, by its nine-digit code.</summary>
public sealed class PlaceRow : StoredDocument
{
    public required long Code { get; init; }
}

/// <summary>An organisation by its business number.</summary>
public sealed class OrganisationRow : StoredDocument
{
    public required string Bin { get; init; }
}

/// <summary>An entry of the register of unfair participants.</summary>
public sealed class UnfairRow : StoredDocument
{
    public required long Id { get; init; }
    public string? SupplierBin { get; init; }
}

/// <summary>A row of one of the portal's small tables: methods, statuses …</summary>
public sealed class ReferenceRow : StoredDocument
{
    public required long Id { get; init; }
    public required string Table { get; init; }
    public required long Number { get; init; }
}

internal sealed class ReferenceTable : IEntityTypeConfiguration<PlaceRow>, IEntityTypeConfiguration<OrganisationRow>,
    IEntityTypeConfiguration<UnfairRow>, IEntityTypeConfiguration<ReferenceRow>, IRegisterTable
{
    public void Configure(EntityTypeBuilder<PlaceRow> place)
    {
        place.ToTable("places");
        place.HasKey(p => p.Code);
        place.Property(p => p.Code).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<OrganisationRow> organisation)
    {
        organisation.ToTable("organisations");
        organisation.HasKey(o => o.Bin);
        organisation.Property(o => o.Bin).HasConversion(Columns.Bin!);
    }

    public void Configure(EntityTypeBuilder<UnfairRow> listing)
    {
        listing.ToTable("unfair");
        listing.Property(l => l.Id).ValueGeneratedNever();
        listing.Property(l => l.SupplierBin).HasConversion(Columns.Bin);
        listing.HasIndex(l => l.SupplierBin);
    }

    public void Configure(EntityTypeBuilder<ReferenceRow> reference)
    {
        reference.ToTable("references");
        reference.Property(r => r.Id).ValueGeneratedNever();
        reference.HasIndex(r => new { r.Table, r.Number });
    }

    public static BulkTable Places { get; } = new("places", "Code", []);
    public static BulkTable Organisations { get; } = new("organisations", "Bin", []);
    public static BulkTable Unfair { get; } = new("unfair", "Id", ["SupplierBin"]);
    public static BulkTable References { get; } = new("references", "Id", ["Table", "Number"]);

    public static void Write(RowBuffer rows, Place place) => rows.Number(long.Parse(place.Code, CultureInfo.InvariantCulture));

    public static void Write(RowBuffer rows, Organisation organisation) => rows.Number(Columns.Number(organisation.Bin));

    public static void Write(RowBuffer rows, UnfairListing listing) => rows.Number(listing.Id).Number(Columns.Number(listing.SupplierBin));

    public static void Write(RowBuffer rows, Reference reference) => rows.Number(KeyOf(reference)).Text(reference.Table).Number(reference.Id);

    /// <summary>Ids repeat from table to table: the table's name goes into the key.</summary>
    public static long KeyOf(Reference reference) => Documents.DigestOf(System.Text.Encoding.UTF8.GetBytes($"{reference.Table}/{reference.Id}"));
}
