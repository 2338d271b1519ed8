using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>The register: lots, contracts, plans and the small tables of reference.</summary>
[DbContext(typeof(BotDb)), Migration("0003_register")]
public sealed class M0003Register : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("lots", lot => new
        {
            Id = lot.Column<long>(),
            Number = lot.Column<string>(maxLength: 64),
            AnnouncementId = lot.Column<long>(nullable: true),
            BuyerBin = lot.Column<string>(maxLength: 12, nullable: true),
            Enstru = lot.Column<string>(maxLength: 32, nullable: true),
            Published = lot.Column<DateTime>(nullable: true),
            Document = lot.Column<string>(),
            Digest = lot.Column<long>(),
            FirstSeen = lot.Column<DateTime>(),
            Changed = lot.Column<DateTime>(),
            Noticed = lot.Column<bool>(),
        }, constraints: lot => lot.PrimaryKey("PK_lots", l => l.Id));
        migrationBuilder.CreateIndex("IX_lots_Number", "lots", "Number");
        migrationBuilder.CreateIndex("IX_lots_AnnouncementId", "lots", "AnnouncementId");
        migrationBuilder.CreateIndex("IX_lots_BuyerBin_Published", "lots", ["BuyerBin", "Published"]);
        migrationBuilder.CreateIndex("IX_lots_Enstru", "lots", "Enstru");
        migrationBuilder.CreateIndex("IX_lots_Changed", "lots", "Changed");
        migrationBuilder.CreateIndex("IX_lots_Noticed_Id", "lots", ["Noticed", "Id"]);

        migrationBuilder.CreateTable("contracts", contract => new
        {
            Id = contract.Column<long>(),
            RootId = contract.Column<long>(nullable: true),
            AnnouncementId = contract.Column<long>(nullable: true),
            BuyerBin = contract.Column<string>(maxLength: 12, nullable: true),
            FinancialYear = contract.Column<int>(nullable: true),
            Document = contract.Column<string>(),
            Digest = contract.Column<long>(),
            Changed = contract.Column<DateTime>(),
        }, constraints: contract => contract.PrimaryKey("PK_contracts", c => c.Id));
        migrationBuilder.CreateIndex("IX_contracts_BuyerBin_FinancialYear", "contracts", ["BuyerBin", "FinancialYear"]);
        migrationBuilder.CreateIndex("IX_contracts_RootId", "contracts", "RootId");

        migrationBuilder.CreateTable("contract_items", item => new
        {
            Id = item.Column<Guid>(),
            ContractId = item.Column<long>(),
            Number = item.Column<int>(),
            Enstru = item.Column<string>(maxLength: 32, nullable: true),
            LotId = item.Column<long>(nullable: true),
        }, constraints: item => item.PrimaryKey("PK_contract_items", i => i.Id));
        migrationBuilder.CreateIndex("IX_contract_items_ContractId", "contract_items", "ContractId");
        migrationBuilder.CreateIndex("IX_contract_items_Enstru", "contract_items", "Enstru");
        migrationBuilder.CreateIndex("IX_contract_items_LotId", "contract_items", "LotId");

        migrationBuilder.CreateTable("plan_items", plan => new
        {
            Id = plan.Column<long>(),
            RootId = plan.Column<long>(nullable: true),
            BuyerBin = plan.Column<string>(maxLength: 12, nullable: true),
            Year = plan.Column<int>(nullable: true),
            Document = plan.Column<string>(),
            Digest = plan.Column<long>(),
            Changed = plan.Column<DateTime>(),
        }, constraints: plan => plan.PrimaryKey("PK_plan_items", p => p.Id));
        migrationBuilder.CreateIndex("IX_plan_items_RootId", "plan_items", "RootId");
        migrationBuilder.CreateIndex("IX_plan_items_BuyerBin_Year", "plan_items", ["BuyerBin", "Year"]);

        migrationBuilder.CreateTable("references", reference => new
        {
            Table = reference.Column<string>(maxLength: 32),
            Key = reference.Column<string>(maxLength: 32),
            Document = reference.Column<string>(),
            Digest = reference.Column<long>(),
        }, constraints: reference => reference.PrimaryKey("PK_references", r => new { r.Table, r.Key }));
    }
}
