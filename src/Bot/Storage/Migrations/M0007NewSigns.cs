using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>What the coordinators were told of the signs of a case. Of cases that are there it is not known; the next look writes it down.</summary>
[DbContext(typeof(BotDb)), Migration("0007_new_signs")]
public sealed class M0007NewSigns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("ToldLot", "cases", nullable: true);
        migrationBuilder.AddColumn<string>("ToldSigns", "cases", maxLength: 256, defaultValue: "");
        migrationBuilder.AddColumn<DateTime>("SignsToldAt", "cases", nullable: true);
    }
}
