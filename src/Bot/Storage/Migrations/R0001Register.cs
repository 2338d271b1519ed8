using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>The register: what the portal publishes, its look-ups, and the stamps of its writings.</summary>
[DbContext(typeof(RegisterDb)), Migration("0001_register")]
public sealed class R0001Register : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("lots", lot => new
        {
            Id = lot.Column<long>(),
            Number = lot.Column<string>(),
            Plan = lot.Column<long>(nullable: true),
            AnnouncementId = lot.Column<long>(nullable: true),
            BuyerBin = lot.Column<long>(nullable: true),
            Enstru = lot.Column<string>(nullable: true),
            Published = lot.Column<long>(nullable: true),
            Digest = lot.Column<long>(),
            Document = lot.Column<string>(),
            FirstSeen = lot.Column<long>(),
            Changed = lot.Column<long>(),
        }, constraints: lot => lot.PrimaryKey("PK_lots", l => l.Id));
        Index(migrationBuilder, "lots", "Plan");
        Index(migrationBuilder, "lots", "AnnouncementId");
        Index(migrationBuilder, "lots", "BuyerBin", "Published");
        Index(migrationBuilder, "lots", "Enstru", "Published");
        Index(migrationBuilder, "lots", "Changed");

        migrationBuilder.CreateTable("announcements", announcement => new
        {
            Id = announcement.Column<long>(),
            Digest = announcement.Column<long>(),
            Document = announcement.Column<string>(),
            FirstSeen = announcement.Column<long>(),
            Changed = announcement.Column<long>(),
        }, constraints: announcement => announcement.PrimaryKey("PK_announcements", a => a.Id));

        migrationBuilder.CreateTable("bids", bid => new
        {
            Id = bid.Column<long>(),
            AnnouncementId = bid.Column<long>(),
            SupplierBin = bid.Column<long>(nullable: true),
            Digest = bid.Column<long>(),
            Document = bid.Column<string>(),
            FirstSeen = bid.Column<long>(),
            Changed = bid.Column<long>(),
        }, constraints: bid => bid.PrimaryKey("PK_bids", b => b.Id));
        Index(migrationBuilder, "bids", "AnnouncementId");
        Index(migrationBuilder, "bids", "SupplierBin");

        migrationBuilder.CreateTable("contracts", contract => new
        {
            Id = contract.Column<long>(),
            RootId = contract.Column<long>(nullable: true),
            AnnouncementId = contract.Column<long>(nullable: true),
            BuyerBin = contract.Column<long>(nullable: true),
            SupplierBin = contract.Column<long>(nullable: true),
            FinancialYear = contract.Column<long>(nullable: true),
            Digest = contract.Column<long>(),
            Document = contract.Column<string>(),
            FirstSeen = contract.Column<long>(),
            Changed = contract.Column<long>(),
        }, constraints: contract => contract.PrimaryKey("PK_contracts", c => c.Id));
        Index(migrationBuilder, "contracts", "BuyerBin", "FinancialYear");
        Index(migrationBuilder, "contracts", "SupplierBin");
        Index(migrationBuilder, "contracts", "RootId");
        Index(migrationBuilder, "contracts", "AnnouncementId");

        migrationBuilder.CreateTable("contract_items", item => new
        {
            Id = item.Column<long>(),
            ContractId = item.Column<long>(),
            Enstru = item.Column<string>(nullable: true),
            LotId = item.Column<long>(nullable: true),
        }, constraints: item => item.PrimaryKey("PK_contract_items", i => i.Id));
        Index(migrationBuilder, "contract_items", "ContractId");
        Index(migrationBuilder, "contract_items", "Enstru");
        Index(migrationBuilder, "contract_items", "LotId");

        migrationBuilder.CreateTable("acts", act => new
        {
            Id = act.Column<long>(),
            ContractId = act.Column<long>(nullable: true),
            ContractRootId = act.Column<long>(nullable: true),
            Digest = act.Column<long>(),
            Document = act.Column<string>(),
            FirstSeen = act.Column<long>(),
            Changed = act.Column<long>(),
        }, constraints: act => act.PrimaryKey("PK_acts", a => a.Id));
        Index(migrationBuilder, "acts", "ContractId");
        Index(migrationBuilder, "acts", "ContractRootId");

        migrationBuilder.CreateTable("plan_items", plan => new
        {
            Id = plan.Column<long>(),
            RootId = plan.Column<long>(nullable: true),
            BuyerBin = plan.Column<long>(nullable: true),
            Year = plan.Column<long>(nullable: true),
            Digest = plan.Column<long>(),
            Document = plan.Column<string>(),
            FirstSeen = plan.Column<long>(),
            Changed = plan.Column<long>(),
        }, constraints: plan => plan.PrimaryKey("PK_plan_items", p => p.Id));
        Index(migrationBuilder, "plan_items", "RootId");
        Index(migrationBuilder, "plan_items", "BuyerBin", "Year");
        Small(migrationBuilder);
    }

    private static void Small(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("places", place => new
        {
            Code = place.Column<long>(),
            Digest = place.Column<long>(),
            Document = place.Column<string>(),
            FirstSeen = place.Column<long>(),
            Changed = place.Column<long>(),
        }, constraints: place => place.PrimaryKey("PK_places", p => p.Code));
        migrationBuilder.CreateTable("organisations", organisation => new
        {
            Bin = organisation.Column<long>(),
            Digest = organisation.Column<long>(),
            Document = organisation.Column<string>(),
            FirstSeen = organisation.Column<long>(),
            Changed = organisation.Column<long>(),
        }, constraints: organisation => organisation.PrimaryKey("PK_organisations", o => o.Bin));
        migrationBuilder.CreateTable("unfair", listing => new
        {
            Id = listing.Column<long>(),
            SupplierBin = listing.Column<long>(nullable: true),
            Digest = listing.Column<long>(),
            Document = listing.Column<string>(),
            FirstSeen = listing.Column<long>(),
            Changed = listing.Column<long>(),
        }, constraints: listing => listing.PrimaryKey("PK_unfair", l => l.Id));
        Index(migrationBuilder, "unfair", "SupplierBin");
        migrationBuilder.CreateTable("references", reference => new
        {
            Id = reference.Column<long>(),
            Table = reference.Column<string>(),
            Number = reference.Column<long>(),
            Digest = reference.Column<long>(),
            Document = reference.Column<string>(),
            FirstSeen = reference.Column<long>(),
            Changed = reference.Column<long>(),
        }, constraints: reference => reference.PrimaryKey("PK_references", r => r.Id));
        Index(migrationBuilder, "references", "Table", "Number");
        migrationBuilder.CreateTable("stamps", stamp => new
        {
            Name = stamp.Column<string>(maxLength: 32),
            Last = stamp.Column<long>(),
        }, constraints: stamp => stamp.PrimaryKey("PK_stamps", s => s.Name));
    }

    private static void Index(MigrationBuilder migrationBuilder, string table, params string[] columns) =>
        migrationBuilder.CreateIndex($"IX_{table}_{string.Join('_', columns)}", table, columns);
}
