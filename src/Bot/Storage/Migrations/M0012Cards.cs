using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>The versions of one card are found without reading all that the group was told.</summary>
[DbContext(typeof(BotDb)), Migration("0012_cards")]
public sealed class M0012Cards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("IX_outbox_Lane_Card_Position", "outbox", ["Lane", "Card", "Position"], filter: "\"Card\" IS NOT NULL");
}
