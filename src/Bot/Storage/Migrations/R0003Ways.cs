using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>
/// Ways from an announcement to its repeats and from a plan item to its contracts. Rows that are there get them out of their documents,
/// once: some minutes for millions of contracts.
/// </summary>
[DbContext(typeof(RegisterDb)), Migration("0003_ways")]
public sealed class R0003Ways : Migration
{
    /// <summary>An item's id is its contract's × 100,000 + its place in the list.</summary>
    private const int MostItems = 100_000;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("ParentId", "announcements", nullable: true);
        migrationBuilder.AddColumn<long>("PlanItemId", "contract_items", nullable: true);
        var isSqlite = migrationBuilder.IsSqlite();
        migrationBuilder.Sql(isSqlite
            ? """
              UPDATE "announcements" SET "ParentId" = json_extract("Document", '$.ParentId') WHERE "Document" LIKE '%"ParentId":%'
              """
            : """
              UPDATE "announcements" SET "ParentId" = ("Document"::jsonb ->> 'ParentId')::bigint WHERE "Document" LIKE '%"ParentId":%'
              """);
        migrationBuilder.Sql(isSqlite
            ? $"""
              UPDATE "contract_items" SET "PlanItemId" = (SELECT json_extract(c."Document", '$.Items[' || ("contract_items"."Id" % {MostItems}) || '].PlanItemId')
              FROM "contracts" c WHERE c."Id" = "contract_items"."ContractId")
              """
            : $"""
              UPDATE "contract_items" i SET "PlanItemId" = (c."Document"::jsonb #>> ARRAY['Items', (i."Id" % {MostItems})::text, 'PlanItemId'])::bigint
              FROM "contracts" c WHERE c."Id" = i."ContractId"
              """);
        migrationBuilder.CreateIndex("IX_announcements_ParentId", "announcements", "ParentId");
        migrationBuilder.CreateIndex("IX_contract_items_PlanItemId", "contract_items", "PlanItemId");
    }
}
