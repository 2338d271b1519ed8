using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>The register moves out (R0001Register). What was here came from files and is read from them again.</summary>
[DbContext(typeof(BotDb)), Migration("0005_register_apart")]
public sealed class M0005RegisterApart : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "lots", "contracts", "contract_items", "plan_items", "references" })
            migrationBuilder.DropTable(table);
        migrationBuilder.Sql("DELETE FROM \"marks\" WHERE \"Name\" = 'sample'");
    }
}
